// Whether a text says that its event is put off, and names no day that takes the old one's place: then nobody knows when it is.

import { saysItHappens, saysItIsTheNewDay, saysItIsTheOldDay } from './cues.ts';
import type { DatePhrase } from './datePhrase.ts';

/** "Rescheduled" says that there is a new day, unless it is still to be. */
const putOff =
  /\b(?:postponed|deferred|suspended|put off|adjourned)\b|\b(?:to|will|must|shall|should|be|being) be(?:ing)? rescheduled\b|\bnew dates? (?:will|is|are|has|have|to)\b[^.\n]{0,30}\b(?:announced|confirmed|communicated|follow\w*|decided|found|set|be)\b/gi;
/** Words before it by which something else is put off, another year's event, or nothing yet. */
const ofElse =
  /\b(?:deadlines?|submissions?|notifications?|registration|applications?|elections?|votes?|publication|release|renewal|last|previous|earlier|past|former|may|might|could|if|unless|not|never)\b/i;
/** They are said of many things: only of an event do they tell of its day. */
const loosely = /^(?:deferred|suspended|adjourned)$/i;
const event =
  /\b(?:conference|workshop|symposium|meeting|event|school|seminar|lecture|talk|webinar|congress|forum|colloquium|summit|assembly)\b/i;
const earlierYear = /\b(?:19|20)\d\d\b/;
/** Characters below the title in which a post says so. */
const topLength = 600;

export interface ToldDay {
  /** The title, and the text below it. */
  readonly text: string;
  /** Characters of the text that are the title. */
  readonly titleLength: number;
  /** Of the event, as it was read. */
  readonly phrase: DatePhrase;
  /** Of its sentence, up to the day; and all of it. */
  readonly lead: string;
  readonly sentence: string;
  /** Another day that it may have been moved from. */
  readonly isOtherTold: boolean;
}

export function isPutOff({ text, titleLength, phrase, lead, sentence, isOtherTold }: ToldDay): boolean {
  if (phrase.movedFrom !== undefined || saysItIsTheNewDay(lead)) return false;
  const end = Math.max(titleLength + topLength, phrase.end + topLength / 2);
  return [...text.slice(0, end).matchAll(putOff)].some(({ 0: said, index }) => {
    const before = text.slice(beginOfSentence(text, index), index);
    const [year] = earlierYear.exec(before) ?? [];
    if (loosely.test(said) && index >= titleLength && !event.test(before)) return false;
    if (ofElse.test(before) || (year !== undefined && year < phrase.on.slice(0, 4))) return false;
    if (index < titleLength) return !isOtherTold;
    const isToldLater = phrase.index > index && !saysItIsTheOldDay(lead, sentence);
    return !(isToldLater && saysItHappens(text.slice(index, phrase.index)));
  });
}

function beginOfSentence(text: string, index: number): number {
  const ends = [...text.slice(0, index).matchAll(/[.!?]\s|\n/g)];
  return (ends.at(-1)?.index ?? -1) + 1;
}
