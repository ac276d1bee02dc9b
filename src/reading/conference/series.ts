// Whether what looks like one event of many days are the dates of a series, which a text gives by its first and last; and whether
// a day is only about when it is.

import { addDays } from '../../domain/moment.ts';
import type { Context } from './contexts.ts';
import type { DatePhrase } from './datePhrase.ts';

/** Days that one event lasts at most; a longer one is a term. */
const longestDays = 31;
/** Days in which nothing weekly comes twice. */
const weekDays = 7;

const weekdays = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const recurs = new RegExp(
  `\\b(?:every|each) (?:[a-z]+ ){0,2}(?:${weekdays}|week|month|fortnight)\\b|\\b(?:weekly|fortnightly|bi-?weekly|monthly)\\b|\\b${weekdays}s\\b`,
  'i',
);
const upTo = /\b(?:until|till|through|up to|ending)\b[^.]{0,30}$/i;

export function isSeries({ on, until }: DatePhrase, { sentence, line, lead }: Context): boolean {
  if (until === undefined) return recurs.test(lead) && upTo.test(lead);
  if (until > addDays(on, longestDays)) return true;
  return until > addDays(on, weekDays) && (recurs.test(sentence) || recurs.test(line));
}

const vagueBefore =
  /\b(?:week (?:of|commencing|beginning|starting)|approximately|circa|probably|tentatively|provisionally|likely|hopefully|possibly|perhaps|maybe)\b[^.]{0,25}$|\b(?:around|about) (?:the )?$/i;
const vagueAfter = /^[^.\n]{0,30}(?:\b(?:tbc|tba|to be confirmed|tentative|provisional)\b|\?\))/i;

/** "In the week of 14 June", "14 June (to be confirmed)". */
export function isVague({ lead, after }: Context): boolean {
  return vagueBefore.test(lead) || vagueAfter.test(after);
}
