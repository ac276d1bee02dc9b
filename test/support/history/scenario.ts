// A history of a site, and all that may come of it in Discord.

import { type Item, rss } from './documents.ts';
import { hourMs, type Society } from './society.ts';

export type HistoryStep = (society: Society) => Promise<unknown>;

export interface Scenario {
  /** A sentence; the letter and number are those of the list of failures that other bots have shown. */
  readonly name: string;
  readonly steps: readonly HistoryStep[];
  /** What is done in each channel, in order; nothing unless it is said. */
  readonly news?: readonly string[];
  readonly papers?: readonly string[];
  readonly alerts?: readonly string[];
}

export const feedPath = '/feed.xml';

/** A moderator follows a feed that shows this. */
export const follow =
  (shown: readonly Item[]): HistoryStep =>
  (society) => {
    society.answer(feedPath, { body: rss(shown) });
    return society.follow(feedPath);
  };

/** An hour later the feed shows this. */
export const show =
  (shown: readonly Item[], afterMs = hourMs): HistoryStep =>
  (society) => {
    society.answer(feedPath, { body: rss(shown) });
    return society.read(afterMs);
  };

/** Nothing changes and the feed is read again, once for each time. */
export const again =
  (times: number, afterMs = hourMs): HistoryStep =>
  async (society) => {
    for (let time = 0; time < times; time += 1) await society.read(afterMs);
  };
