// What a host may expect whatever is asked of it: good manners, one request at a time, and peace while it asked for it.

import type { Instant } from '../../../src/domain/ids.ts';
import { contact, version } from './simulatedBot.ts';
import type { Exchange } from './site.ts';
import { type Fault, faultOf } from './verdict.ts';

const userAgent = `society-bot/${version} (+${contact})`;
const unwelcome = ['cookie', 'referer', 'authorization', 'from', 'x-forwarded-for', 'cache-control', 'pragma'];

/** @param exchanges all of one origin, in the order in which they came */
export function judgeHost(exchanges: readonly Exchange[]): Fault[] {
  const faults: Fault[] = [];
  let pausedUntil = 0;
  for (const exchange of exchanges) {
    const { question, answer, isLost, inFlight } = exchange;
    faults.push(...judgeManners(exchange));
    if (inFlight > 0) faults.push(faultOf('two requests at once', exchange, `${inFlight} not answered yet`));
    if (question.at < pausedUntil) {
      const minutes = Math.round((pausedUntil - question.at) / 60_000);
      faults.push(faultOf('ignored Retry-After', exchange, `${minutes} minutes too soon`));
    }
    if (!isLost) pausedUntil = Math.max(pausedUntil, question.at + (answer.wishes?.retryAfterMs ?? 0));
  }
  return faults;
}

function judgeManners(exchange: Exchange): Fault[] {
  const { method, url, question } = exchange;
  const { headers } = question;
  const faults = unwelcome.filter((name) => headers[name] !== undefined).map((name) => `sends ${name}`);
  if (headers['user-agent'] !== userAgent) faults.push(`calls itself ${headers['user-agent']}`);
  if (method !== 'GET') faults.push(`asks with ${method}`);
  if (new URL(url).search !== '') faults.push('adds a query');
  return faults.map((detail) => faultOf('manners', exchange, detail));
}

/** Until when a host asked for peace, with the tenth that is added; also where the bot forgot all but that. */
export function latestPause(exchanges: readonly Exchange[], at: Instant): Instant {
  const ends = exchanges
    .filter(({ question, answer }) => question.at <= at && answer.wishes?.retryAfterMs !== undefined)
    .map(({ question, answer }) => question.at + 1.1 * (answer.wishes?.retryAfterMs ?? 0));
  return Math.max(0, ...ends);
}
