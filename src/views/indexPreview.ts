// A page without a feed, before it is followed: which articles were made out on it, for the moderator to see that they are.

import type { Entry } from '../domain/article.ts';
import type { ChannelId } from '../domain/ids.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { buttonRow, confirmButton, container, present, textBlock } from './blocks.ts';
import type { OfferOwner } from './sourceChoice.ts';
import { cutText, escapeLine, firstFitting, linkTo, oneLine, timestamp } from './text.ts';

/** Articles that are shown. */
const entriesShown = 5;
/** Characters. */
const titleLimit = 150;
const entryLimit = 600;

export interface IndexPreview {
  readonly title: string;
  readonly url: string;
  /** All that were found, in the page's order. */
  readonly entries: readonly Entry[];
  readonly offerId: string;
  readonly owner: OfferOwner;
  readonly channelId: ChannelId;
  /** How to ask again. */
  readonly command: string;
  readonly say: Say;
}

export function indexPreview({
  title,
  url,
  entries,
  offerId,
  owner,
  channelId,
  command,
  say,
}: IndexPreview): MessageView {
  const source = linkTo(cutText(oneLine(title) || url, titleLimit), url);
  const listed = entries.slice(0, entriesShown).map(entryText);
  const button = confirmButton(say('indexPreview.follow'), customId(owner, 'followPage', offerId));
  return {
    components: [
      container([
        textBlock(say('indexPreview.found', { source, count: entries.length })),
        textBlock(listed.join('\n') || '…'),
        textBlock(
          `${say('indexPreview.ask', { channel: `<#${channelId}>` })} ${say('indexPreview.otherwise', { command })}`,
        ),
        ...present(buttonRow([button])),
      ]),
    ],
  };
}

function entryText({ title, url, publishedAt }: Entry): string {
  const name = cutText(oneLine(title), titleLimit) || '…';
  const date = publishedAt === undefined ? '' : ` · ${timestamp(publishedAt, 'D')}`;
  return firstFitting(
    entryLimit,
    () => `- ${linkTo(name, url)}${date}`,
    () => `- ${escapeLine(name, titleLimit)}${date}`,
  );
}
