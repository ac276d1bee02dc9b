// What Discord may answer to a request of a delivery, and what must come of it. One row, one server that follows the same feed.

import type { Suffering } from '../support/manyServers.ts';

export interface AnswerRow extends Suffering {
  readonly name: string;
  /** Of the fault matrix. */
  readonly matrix: number;
  readonly state: 'pending' | 'held' | 'sent' | 'dead';
  readonly reason?: string;
  /** Until it is tried again, at least, in milliseconds. */
  readonly waitsMs?: number;
  /** Requests of this kind that the bot makes until then. */
  readonly requests: number;
  readonly cards: 0 | 1;
  readonly threads: 0 | 1;
  /** What the moderators are told, once; unset: nothing. */
  readonly told?: RegExp;
}

const minuteMs = 60_000;
const quarterMs = 15 * minuteMs;

type Answer = Pick<AnswerRow, 'name' | 'matrix' | 'fault'>;

const code = (status: number, number: number, matrix: number, times?: number): Answer => ({
  name: times === undefined ? `${number}` : `${number}, ${times === 1 ? 'once' : 'twice'}`,
  matrix,
  fault: { mode: 'refuse', status, code: number, ...(times === undefined ? {} : { times }) },
});
const onMessage = { channel: 'news', asked: 'message' } as const;

/** The same again, but not before its time. */
const waits = (
  answer: Answer,
  waitsMs: number,
  where: Pick<AnswerRow, 'channel' | 'asked'> = onMessage,
): AnswerRow => ({
  ...answer,
  ...where,
  state: 'pending',
  waitsMs,
  requests: 1,
  cards: where.asked === 'message' ? 0 : 1,
  threads: 0,
});
/** Until the moderators have mended it. */
const holds = (answer: Answer, reason: string, told: RegExp, where: Partial<AnswerRow> = {}): AnswerRow => ({
  ...answer,
  ...onMessage,
  state: 'held',
  reason,
  requests: 1,
  cards: 0,
  threads: 0,
  told,
  ...where,
});
const givesUp = (answer: Answer, reason: string, requests: number, told?: RegExp): AnswerRow => ({
  ...answer,
  ...onMessage,
  state: 'dead',
  reason,
  requests,
  cards: 0,
  threads: 0,
  ...(told ? { told } : {}),
});
/** It is posted all the same. */
const posts = (answer: Answer, requests: number, where: Partial<AnswerRow> = {}): AnswerRow => ({
  ...answer,
  ...onMessage,
  state: 'sent',
  requests,
  cards: 1,
  threads: 1,
  ...where,
});

const onThread = { channel: 'news', asked: 'thread', cards: 1 } as const;
const onCrosspost = { channel: 'announcements', asked: 'crosspost', threads: 1 } as const;

export const answerRows: readonly AnswerRow[] = [
  waits({ name: '429 with its time', matrix: 8, fault: { mode: 'rateLimit', delayMs: 90_000 } }, 85_000),
  waits(
    { name: '429 shared with others', matrix: 8, fault: { mode: 'rateLimit', delayMs: 90_000, scope: 'shared' } },
    85_000,
  ),
  waits(
    {
      name: '429 with its time in the body alone',
      matrix: 8,
      fault: { mode: 'rateLimit', headers: { 'retry-after': null } },
    },
    minuteMs,
  ),
  waits({ name: '429 without a word', matrix: 8, fault: { mode: 'bareRateLimit' } }, minuteMs),
  waits({ name: '429 as a page of Cloudflare', matrix: 8, fault: { mode: 'html', status: 429 } }, minuteMs),
  holds(code(403, 50001, 10), 'missingAccess', /can't see/),
  holds(code(403, 50013, 10), 'missingPermissions', /permission is missing/),
  holds(code(404, 10003, 11), 'channelGone', /is gone/),
  holds(code(404, 10004, 11), 'channelGone', /is gone/),
  posts(code(400, 50035, 12, 1), 2),
  givesUp(code(400, 50035, 12, 2), 'invalid', 2, /not even as a plain link/),
  posts(code(400, 50006, 12, 1), 2),
  waits(code(403, 40333, 13), quarterMs),
  waits({ name: '403 as a page of Cloudflare', matrix: 13, fault: { mode: 'html' } }, quarterMs),
  holds(code(400, 160006, 14), 'threadsFull', /as many open threads/, onThread),
  holds(code(400, 160007, 14), 'threadsFull', /as many open threads/, onThread),
  holds(code(403, 50013, 14), 'missingPermissions', /does not let me open discussions/, onThread),
  holds(code(403, 160005, 15), 'threadLocked', /locked/),
  holds(code(400, 50083, 15), 'threadLocked', /locked/),
  holds(code(400, 40067, 16), 'tagNeeded', /asks for a tag/, { channel: 'forum' }),
  holds(code(400, 40066, 16), 'tagNeeded', /asks for a tag/, { channel: 'forum' }),
  posts(code(400, 10087, 16, 1), 2, { channel: 'forum' }),
  posts(code(400, 50008, 16, 1), 2),
  posts(code(400, 50024, 16, 1), 2),
  posts(code(403, 40058, 16, 1), 2),
  holds(code(400, 50024, 16), 'wrongChannel', /no longer a channel for messages/, { requests: 2 }),
  givesUp(code(400, 200000, 17), 'blocked', 1, /AutoMod/),
  givesUp(code(400, 200001, 17), 'blocked', 1, /AutoMod/),
  givesUp(code(400, 240000, 17), 'blocked', 1, /AutoMod/),
  waits(code(400, 20016, 18), minuteMs),
  waits(code(400, 20028, 18), minuteMs),
  waits(code(400, 20029, 18), minuteMs),
  waits(code(400, 40003, 18), minuteMs),
  waits(code(400, 40004, 18), quarterMs),
  waits(code(400, 40006, 18), quarterMs),
  waits(code(400, 110001, 18), quarterMs),
  waits(code(400, 130000, 18), minuteMs),
  holds(code(400, 30999, 18), 'refused', /does not take my posts/),
  givesUp(code(404, 10008, 6), 'removedByPerson', 1),
  posts(code(400, 40033, 18), 1, onCrosspost),
  posts(code(400, 50068, 18), 1, onCrosspost),
];
