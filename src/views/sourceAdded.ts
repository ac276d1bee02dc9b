// The answer to a new source: what was found, where its articles will go, and what comes next.

import type { ChannelId, Instant } from '../domain/ids.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { textBlock } from './blocks.ts';
import { type ChannelProblem, channelProblem } from './channelProblem.ts';
import { addressLink, cutText, linkTo, oneLine, timestamp } from './text.ts';

const sourceTitleLimit = 120;

export interface SourceAdded {
  readonly title: string;
  readonly url: string;
  /** Where its feed was found; unset where a person gave that address. */
  readonly feedUrl?: string;
  /** Articles the feed shows now. */
  readonly articleCount: number;
  readonly newestAt?: Instant;
  readonly channelId: ChannelId;
  /** Articles that go out at once. */
  readonly backfilled: number;
  readonly nextPollAt: Instant;
  /** What stands in the way of posting. */
  readonly problem?: ChannelProblem;
  readonly say: Say;
}

export function sourceAdded(added: SourceAdded): MessageView {
  const { articleCount, newestAt, channelId, backfilled, problem, say } = added;
  const source = linkTo(cutText(oneLine(added.title), sourceTitleLimit) || '…', added.url);
  const channel = `<#${channelId}>`;
  const found =
    newestAt === undefined || articleCount === 0
      ? say('sourceAdded.found', { source, count: articleCount })
      : say('sourceAdded.foundDated', { source, count: articleCount, newest: timestamp(newestAt, 'D') });
  const lines = [
    found,
    added.feedUrl === undefined ? '' : say('sourceAdded.feedAt', { feed: addressLink(added.feedUrl) }),
    say('sourceAdded.fromNowOn', { channel }),
    backfilled === 0 ? '' : say('sourceAdded.backfill', { count: backfilled }),
    say('sourceAdded.next', { next: timestamp(added.nextPollAt, 'R') }),
    problem === undefined ? '' : `${channelProblem(problem, say)} ${say('channel.thenByItself')}`,
  ];
  return { components: [textBlock(lines.filter((line) => line !== '').join('\n'))] };
}
