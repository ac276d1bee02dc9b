// Whether a post announces an event to come or calls for contributions to one. A report of what has been is the hard case.

import type { Day } from '../../domain/conference.ts';
import { saysItHappens } from './cues.ts';
import { type DeadlinePhrase, lastDay } from './deadlines.ts';

export interface Told {
  /** Of the conference, as far as it is known. */
  readonly title: string;
  /** Of the post: what it is. */
  readonly postTitle: string;
  readonly text: string;
  readonly referenceDate: Day;
  /** The event's day, where one was found. */
  readonly start: { readonly on: Day; readonly until?: Day } | undefined;
  /** Whether words beside that day say that it takes place then. */
  readonly isSaidToHappen: boolean;
  /** Whether the day stands in the title. */
  readonly isInTitle: boolean;
  readonly deadlines: readonly DeadlinePhrase[];
  /** It was moved or called off, which has to be told, too. */
  readonly isChanged: boolean;
}

const eventWord =
  /\b(?:conference|workshop|symposium|congress|meeting|seminar|webinar|school|hackathon|forum|colloquium|summit|lecture|talk|community calls?|call|event|tutorial|training|course|panel|roundtable|agm|annual general|birds of a feather|bof|office hours?|discussion|mini-?symposi\w+|q&a|session|social|meetup|unconference|happy hour|coffee|speaker|series|study group|book club|book launch|sprint|dinner|reception|exhibition)s?\b/i;
const callWord =
  /\bcall for (?:papers?|abstracts?|participation|contributions?|proposals?|submissions?|presentations?|posters?|chapters?|speakers?|talks?|panels?|articles?|registration|tutorials?|workshops?)\b|\bcfp\b|\bregistration (?:is )?(?:now )?open\b|\bsave the date\b/i;
const upcoming =
  /\b(?:will (?:be held|take place|host|hold|be hosting|present|speak|give|be on|meet|run|talk|discuss|gather|be (?:a|the|our|having|joined))|takes? place|join us|register|registration|rsvp|upcoming|next (?:\w+ ){0,4}(?:call|meeting|event|workshop|seminar|forum|talk|session)|is on|are on|invite[sd]?|invitation|come (?:and )?join|save the date|connection details|zoom|sign up|agenda|indico|attend|you can|participat\w+|please|deadline|submit)\b/i;
const reportTitle =
  /\b(?:summary|recap|report(?:s|ing)?(?: (?:on|from|of))?|minutes|notes|highlights|review|reflections?|takeaways?|lessons|outcomes?|retrospective|looking back|what we learned|wrap[- ]?up|recordings?|slides|results|proceedings|thanks|thank you|newsletter|digest|update[sd]?|monthly|quarterly|news|meeting #\d+|weekly|startup team|nominations?|election|candidates?|spotlight|introducing|new package|announcing the|release[sd]?|welcome)\b/i;
const commemorates = /\b(?:celebrat\w+|(?:history|heritage|pride|awareness) month|anniversary)\b/i;
const minutesText =
  /\b(?:present(?:\/contribut\w+)?|attend(?:ing|ees|ed)|attendance|apologies|minutes|participants|in attendance|contributors)\*{0,2}[ \t]?[:/]|\blive notes\b|\bnotes document\b/i;
const pastText =
  /\b(?:(?:we|who|that|it|they|this|call|meeting|workshop|event|conference|session|attendees|participants|speakers?|panel\w*|organi[sz]ation) (?:recently |also |then |all )?(?:held|organi[sz]ed|hosted|met|discussed|gathered|attended|took place|presented|talked|shared|gave|was held|were held|was attended|drew|brought together|focused|featured|had|heard|learned|enjoyed|came together|led|included|moderated|was moderated|were joined)|took place|(?:led|moderated|organi[sz]ed|hosted|attended) (?:the|a|an)|last (?:week|month|year|friday|thursday|wednesday|tuesday|monday)|was (?:held|a (?:great )?success)|has (?:just )?(?:ended|concluded|come to an end)|thank(?:s| you) to (?:all|everyone|our)|a summary of|here is a (?:summary|recap))\b/gi;

/** How strongly it speaks for an announcement; above 0 is one. */
export function scoreAnnouncement(told: Told): number {
  const { title, postTitle, text, referenceDate, start, deadlines } = told;
  const opening = text.slice(0, 1_200);
  const isCall = callWord.test(postTitle) || callWord.test(text.slice(0, 600));
  const startOn = start && (start.until ?? start.on);
  const isToCome = startOn !== undefined && startOn >= referenceDate;
  const isDue = deadlines.some((one) => lastDay(one) >= referenceDate);
  const isCallByDates = new Set(deadlines.map(({ kind }) => kind)).size > 1;
  const pasts = (opening.match(pastText) ?? []).length;
  let score = -2;
  if (isToCome) score += 1.5;
  else if (startOn !== undefined) score -= 2;
  if (isCall && (isToCome || isDue)) score += 3;
  else if (isCallByDates && isToCome) score += 2;
  if (eventWord.test(title)) score += 1;
  if (told.isInTitle && isToCome) score += 1.5;
  if (told.isSaidToHappen && isToCome) score += 1.5;
  if (told.isChanged && isToCome) score += 2;
  if (isDue && saysItHappens(opening)) score += 2.5;
  if (upcoming.test(opening)) score += 0.5;
  if (commemorates.test(title)) score -= 2;
  if (reportTitle.test(postTitle)) score -= isCall ? 1 : 2.5;
  if (minutesText.test(text.slice(0, 1_500))) score -= 6;
  score -= Math.min(3, pasts * 1.2);
  return score;
}
