// Tells the moderators that Discord takes one article in no form, so that somebody posts it by hand or lets it be.

import type { Article } from '../domain/article.ts';
import type { ChannelId, DeliveryId } from '../domain/ids.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { summaryButton } from './articleCard.ts';
import { articleTitle } from './articleTitle.ts';
import { buttonRow, container, present, textBlock } from './blocks.ts';

export interface GivenUp {
  readonly article: Article;
  readonly channelId: ChannelId;
  readonly reason: 'invalid' | 'blocked';
  readonly deliveryId: DeliveryId;
  readonly say: Say;
}

export function givenUpAlert({ article, channelId, reason, deliveryId, say }: GivenUp): MessageView {
  const said = say(`alert.givenUp.${reason}`, { article: articleTitle(article), channel: `<#${channelId}>` });
  const buttons = buttonRow([summaryButton(article.id, deliveryId, say)]);
  return { components: [container([textBlock(said), ...present(buttons)])] };
}
