// Which date is the event's own: by what its words say, where it stands, how often it is said.

import type { Day } from '../../domain/conference.ts';
import { addDays } from '../../domain/moment.ts';
import type { Context } from './contexts.ts';
import {
  hasEventCue,
  isBeside,
  isOfAnother,
  saysItHappens,
  saysItIsPast,
  saysItIsTheNewDay,
  saysItIsTheOldDay,
} from './cues.ts';
import type { DatePhrase } from './datePhrase.ts';
import type { Role } from './milestones.ts';

export interface EventDate {
  readonly phrase: DatePhrase;
  readonly score: number;
  /** Its last day is given in two ways. */
  readonly isDisputed?: true;
  /** Its words say that it takes place then. */
  readonly isSaid: boolean;
}

/** Characters from the top within which a post says when it is. */
const nearTop = 700;
const atTop = 1_800;

/** A town and a country, or a venue. */
const placeWords =
  /\b\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){0,3},? (?:\(?(?:USA|U\.S\.A\.?|UK|U\.K\.|[A-Z]{2})\)?|\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}+)?)\b|\b(?:university|universit\w+|hotel|center|centre|online|virtual|zoom|room|hall|campus|institute)\b/iu;

export interface EventSearch {
  readonly text: string;
  /** Characters of the text that are the title. */
  readonly titleLength: number;
  readonly referenceDate: Day;
  readonly phrases: readonly DatePhrase[];
  readonly contexts: readonly Context[];
  readonly roles: readonly Role[];
}

/** Likeliest first. */
export function rankEventDates(search: EventSearch): EventDate[] {
  const { phrases, roles, contexts } = search;
  const scored = phrases.flatMap((phrase, place) => {
    const role = roles[place];
    if (role && role.cue !== 'event') return [];
    const { sentence, line } = contexts[place] as Context;
    const isSaid = role?.cue === 'event' || saysItHappens(sentence) || saysItHappens(line);
    return [{ phrase, score: scoreOf(phrase, place, search), isSaid }];
  });
  const merged = new Map<string, EventDate>();
  for (const one of scored) {
    const key = one.phrase.on;
    const known = merged.get(key);
    // Said again it is surer; the longer range and the phrase with its year count.
    const better = known && known.score >= one.score ? known : one;
    const both = known ? [known.phrase, one.phrase] : [one.phrase];
    const dated = better.phrase.hasYear ? better.phrase : both.find(({ hasYear }) => hasYear);
    const wider = both.find(({ until }) => until !== undefined) ?? dated ?? better.phrase;
    const isDisputed = known?.isDisputed || (known && areDisputed(known.phrase, one.phrase));
    merged.set(key, {
      phrase: wider,
      score: better.score + (known ? 1 : 0),
      isSaid: one.isSaid || known?.isSaid === true,
      ...(isDisputed ? { isDisputed: true as const } : {}),
    });
  }
  return [...merged.values()].sort((one, other) => other.score - one.score);
}

function areDisputed({ until: one }: DatePhrase, { until: other }: DatePhrase): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

/** Characters of a line that gives place and date below a title. */
const headerLength = 100;

/** What stands first below the title counts more than a slip in the list below it. */
function firstEvent({ text, phrases, roles, titleLength }: EventSearch): number {
  const first = phrases.findIndex(
    ({ index }, place) => index >= titleLength && (!roles[place] || roles[place]?.cue === 'event'),
  );
  const phrase = phrases[first];
  if (!phrase || phrase.index > titleLength + nearTop) return -1;
  // "In conjunction with", then another event's name, place and date.
  return isBeside(text.slice(titleLength, phrase.index)) ? -1 : first;
}

const monthNames =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t?ember|ober|ember)? (?:20\d\d|community|\p{L}+ call|meeting|seminar|forum|workshop)\b/giu;
const monthsInOrder = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "April 2023 Community Call": the month of the event. */
function titleMonths({ text, titleLength }: EventSearch): ReadonlySet<string> {
  const found = [...text.slice(0, titleLength).matchAll(monthNames)];
  const place = (name: string) => monthsInOrder.indexOf(name.toLowerCase()) + 1;
  return new Set(found.map(([, name = '']) => String(place(name)).padStart(2, '0')));
}

/** What a title calls its event. */
const kinds = /\b(?:workshop|conference|symposium|school|congress|seminar|meeting|forum|call|colloquium)\b/i;

function scoreOf(phrase: DatePhrase, place: number, search: EventSearch): number {
  const { titleLength, referenceDate, contexts, phrases, roles } = search;
  const { line, lead, sentence, above, before, after } = contexts[place] as Context;
  const role = roles[place];
  const isTitle = phrase.index < titleLength;
  const offset = phrase.index - titleLength;
  const deadlines = phrases.filter((_, other) => roles[other] && roles[other]?.cue !== 'event');
  const isAfterDeadlines = deadlines.length > 0 && deadlines.every((one) => one.on <= phrase.on);
  const around = `${above} ${line}`;
  let score = 0;
  if (isTitle) score += 4;
  if (phrase.until !== undefined) score += 2.5;
  if (saysItHappens(sentence) || saysItHappens(line)) score += 3;
  else if (hasEventCue(line)) score += 1;
  if (titleMonths(search).has(phrase.on.slice(5, 7))) score += 3;
  if (/\bon (?:the )?(?:\p{L}{3,9},? )?$/iu.test(before) && offset < nearTop) score += 1.5;
  if (offset < nearTop) score += 2;
  else if (offset < atTop) score += 1;
  if (placeWords.test(around)) score += 1;
  if (isAfterDeadlines) score += 1.5;
  if (phrase.hasYear) score += 0.5;
  const [ownKind] = kinds.exec(search.text.slice(0, titleLength)) ?? [];
  if (role?.cue === 'event' && ownKind !== undefined && role.label.toLowerCase().includes(ownKind.toLowerCase()))
    score += 2;
  if (phrase.movedFrom !== undefined || saysItIsTheNewDay(lead)) score += 5;
  else if (saysItIsTheOldDay(lead, sentence)) score -= 5;
  if (place === firstEvent(search) && line.length < headerLength) score += 3;
  if (saysItIsPast(sentence)) score -= 3;
  if (isOfAnother(lead)) score -= 3;
  if (isBeside(`${before} ${after}`) || (isBeside(sentence) && !saysItHappens(before))) score -= 2;
  if (phrase.on < addDays(referenceDate, -3)) score -= 5;
  if (deadlines.some((one) => one.on > (phrase.until ?? phrase.on))) score -= 1.5;
  return score;
}
