// Tells the moderators that Discord takes one article or conference in no form, so that somebody posts it by hand or lets it be.

import type { Article } from '../domain/article.ts';
import type { Conference } from '../domain/conference.ts';
import type { ChannelId, DeliveryId } from '../domain/ids.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { summaryButton } from './articleCard.ts';
import { articleTitle } from './articleTitle.ts';
import { buttonRow, container, present, textBlock } from './blocks.ts';
import { conferenceTitle, remindButton } from './conferenceCard.ts';

export interface GivenUp {
  readonly brought: Article | Conference;
  readonly channelId: ChannelId;
  readonly reason: 'invalid' | 'blocked';
  readonly deliveryId: DeliveryId;
  readonly say: Say;
}

export function givenUpAlert({ brought, channelId, reason, deliveryId, say }: GivenUp): MessageView {
  const isArticle = 'sourceId' in brought;
  const title = isArticle ? articleTitle(brought) : conferenceTitle(brought);
  const said = say(`alert.givenUp.${reason}`, { article: title, channel: `<#${channelId}>` });
  const button = isArticle
    ? summaryButton(brought.id, deliveryId, say)
    : remindButton(brought.id, deliveryId, false, say);
  const buttons = buttonRow([button]);
  return { components: [container([textBlock(said), ...present(buttons)])] };
}
