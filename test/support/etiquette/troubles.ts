// The ways servers fail for a while. Each gives the answer of a bad moment, or nothing while all is well.

import { type Answer, daysInto, hourMs, httpDate, minuteMs, type Question } from './answer.ts';

export type Trouble = (question: Question) => Answer | undefined;

/** True within the first `hours` of every `days`, the first day spared. */
const isBad = (question: Question, hours: number, days = 1) =>
  daysInto(question) >= 0.5 && (question.at - question.startedAt - 12 * hourMs) % (days * 24 * hourMs) < hours * hourMs;

const during =
  (hours: number, days: number, answer: (question: Question) => Answer): Trouble =>
  (question) =>
    isBad(question, hours, days) ? answer(question) : undefined;

/** Says `retryAfter`, which means `retryAfterMs` to a reader that is neither impatient nor gullible. */
const busy = (status: number, retryAfter: (question: Question) => string, retryAfterMs: number): Trouble =>
  during(2, 1, (question) => ({
    status,
    headers: { 'retry-after': retryAfter(question) },
    body: 'busy',
    wishes: { retryAfterMs },
  }));

const status = (code: number) => (): Answer => ({ status: code, headers: {}, body: `status ${code}` });
const page = '<!doctype html><html><head><title>Checking</title></head><body><p>One moment, please.</p></body></html>';

export const tooMany = busy(429, () => '5400', 90 * minuteMs);
export const tooManyUntil = busy(429, ({ at }) => httpDate(at + 90 * minuteMs), 90 * minuteMs - 1000);
export const tooManyUnsaid: Trouble = during(2, 1, status(429));
export const tooManyHuge = busy(429, () => '99999999', 24 * hourMs);
export const tooManyNegative = busy(429, () => '-120', minuteMs);
export const tooManyPast = busy(429, ({ at }) => httpDate(at - hourMs), minuteMs);
export const tooManyZero = busy(429, () => '0', minuteMs);
export const unavailable = busy(503, () => '10800', 3 * hourMs);
export const unavailableUntil = busy(503, ({ at }) => httpDate(at + 3 * hourMs), 3 * hourMs - 1000);
export const unavailableUnsaid: Trouble = during(3, 1, status(503));
export const errorBursts: Trouble = during(4, 1, status(500));
export const badGateway: Trouble = during(30, 5, status(502));
export const notFoundForAWeek: Trouble = (question) =>
  daysInto(question) >= 1 && daysInto(question) < 8 ? status(404)() : undefined;
export const forbidden: Trouble = during(5, 2, status(403));
export const resets: Trouble = during(3, 1, () => ({ status: 0, headers: {}, isReset: true }));
export const pageInstead: Trouble = during(6, 2, () => ({
  status: 200,
  headers: { 'content-type': 'text/html', etag: '"page"' },
  body: page,
}));
export const nothingInstead: Trouble = during(3, 1, () => ({ status: 200, headers: { etag: '"nothing"' }, body: '' }));
export const goneForGood: Trouble = (question) => (daysInto(question) >= 1.5 ? status(410)() : undefined);
export const goneOnce: Trouble = ({ asked }) => (asked === 5 ? status(410)() : undefined);
export const goneTwice: Trouble = ({ asked }) => (asked === 5 || asked === 6 ? status(410)() : undefined);
/** One of two feeds on a host is busy: the other is to be left alone as well. */
export const neighbourBusy: Trouble = (question) => (question.feed === 0 ? tooMany(question) : undefined);
/** The host that a redirect leads to is busy. */
export const targetBusy: Trouble = (question) => (question.host === 1 ? tooMany(question) : undefined);
/** The feed is well, but the pages of articles are asked for too often. */
export const pagesBusy: Trouble = (question) =>
  question.path.includes('/articles/') && question.asked === 0
    ? { status: 429, headers: { 'retry-after': '7200' }, body: 'busy', wishes: { retryAfterMs: 2 * hourMs } }
    : undefined;
