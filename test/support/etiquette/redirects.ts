// The ways addresses lead to others. Gives the redirect, or nothing where the path itself answers.

import { type Answer, daysInto, type Question } from './answer.ts';

export type Redirect = (question: Question) => Answer | undefined;

const isOld = ({ path, host }: Question) => host === 0 && path.endsWith('/feed.xml');
const leadTo = (status: number, location: string): Answer => ({ status, headers: { location }, body: 'elsewhere' });
const to =
  (status: number, when: (question: Question) => boolean = () => true): Redirect =>
  (question) =>
    isOld(question) && when(question) ? leadTo(status, `/${question.feed}/moved.xml`) : undefined;
const toOtherHost =
  (status: number): Redirect =>
  (question) =>
    isOld(question) ? leadTo(status, `${question.origins[1]}/${question.feed}/feed.xml`) : undefined;

export const moved = to(301);
export const found = to(302);
export const seeOther = to(303);
export const temporary = to(307);
export const permanent = to(308);
export const movedLater = to(301, (question) => daysInto(question) >= 3);
export const movedSoon = to(301, (question) => daysInto(question) >= 0.5);
/** There for one sighting, gone for the next two. */
export const movedAndBack = to(301, ({ asked }) => asked % 3 === 1);
/** A redirect on every other day. */
export const everyOtherDay = to(302, (question) => Math.floor(daysInto(question)) % 2 === 1);
export const otherHost = toOtherHost(301);
export const otherHostForNow = toOtherHost(302);
/** 301, then 308, then the feed. */
export const chain: Redirect = (question) => {
  if (isOld(question)) return leadTo(301, `/${question.feed}/step.xml`);
  return question.path.endsWith('/step.xml') ? leadTo(308, `/${question.feed}/moved.xml`) : undefined;
};
/** 301, then 302: only the first step is for good. */
export const mixedChain: Redirect = (question) => {
  if (isOld(question)) return leadTo(301, `/${question.feed}/step.xml`);
  return question.path.endsWith('/step.xml') ? leadTo(302, `/${question.feed}/moved.xml`) : undefined;
};
/** Two addresses that send each other round for some hours of a day. */
export const circle: Redirect = (question) => {
  if (daysInto(question) % 1 < 0.5 || daysInto(question) % 1 > 0.7) return undefined;
  return leadTo(302, `/${question.feed}/${isOld(question) ? 'round' : 'feed'}.xml`);
};
