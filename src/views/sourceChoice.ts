// Several feeds of one site: which of them shall be followed? Shown to the moderator who asked alone.

import type { ChannelId, Instant } from '../domain/ids.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { container, present, selectRow, textBlock } from './blocks.ts';
import { addressLink, cutText, escapeLine, firstFitting, fittingLines, oneLine, timestamp } from './text.ts';

/** Characters. */
const titleLimit = 100;
const entryLimit = 500;
/** Of all entries together; the menu below has those that do not fit as well. */
const listLimit = 3_000;

/** The command that answers the menu or the button of an offer. */
export type OfferOwner = 'sources' | 'setup';

export interface OfferedFeed {
  readonly title: string;
  readonly url: string;
  /** Articles it shows now. */
  readonly articleCount: number;
  readonly newestAt?: Instant;
}

export interface SourceChoice {
  /** The likeliest first; at most 25. */
  readonly feeds: readonly OfferedFeed[];
  /** Of the kept offer; the value of an option is the feed's place in it. */
  readonly offerId: string;
  readonly owner: OfferOwner;
  readonly channelId: ChannelId;
  /** How to ask again. */
  readonly command: string;
  readonly say: Say;
}

export function sourceChoice({ feeds, offerId, owner, channelId, command, say }: SourceChoice): MessageView {
  const entries = feeds.map(({ title, url, articleCount }, index) => ({
    label: oneLine(title) || url,
    value: `${index}`,
    description: `${say('sourceChoice.posts', { count: articleCount })} · ${url.replace(/^https?:\/\//, '')}`,
  }));
  const lines = feeds.map((feed) => feedText(feed, say));
  const menu = selectRow(customId(owner, 'choose', offerId), say('sourceChoice.choose'), entries);
  return {
    components: [
      container([
        textBlock(say('sourceChoice.ask', { count: feeds.length })),
        textBlock(fittingLines(lines, listLimit).join('\n') || '…'),
        textBlock(say('sourceChoice.next', { channel: `<#${channelId}>`, command })),
        ...present(menu),
      ]),
    ],
  };
}

function feedText({ title, url, articleCount, newestAt }: OfferedFeed, say: Say): string {
  const name = `**${escapeLine(title, titleLimit) || '…'}**`;
  const facts = [
    say('sourceChoice.posts', { count: articleCount }),
    ...(newestAt === undefined ? [] : [say('sourceChoice.newest', { newest: timestamp(newestAt, 'D') })]),
  ].join(', ');
  return firstFitting(
    entryLimit,
    () => `- ${name} · ${facts} · ${addressLink(url)}`,
    () => `- ${name} · ${facts} · ${escapeLine(cutText(url, titleLimit), titleLimit)}`,
  );
}
