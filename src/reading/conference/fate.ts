// Whether an event is called off or moved. Sure only where the event itself is what a sentence says that of: a dinner may be
// cancelled, and last year's edition, while the event takes place.

import type { Day } from '../../domain/conference.ts';
import { isPostponed } from './cues.ts';

export interface Fate {
  readonly isCancelled: boolean;
  /** Something is said to be cancelled, maybe only a dinner. */
  readonly maybeCancelled: boolean;
  readonly isMoved: boolean;
}

/** Whose end a sentence tells. */
type Subject = 'event' | 'unclear' | 'past';

/** Characters from the top of a post within which it says that all is off. */
const topLength = 600;

/** @param sentence of the event's date @param on that day */
export function findFate(title: string, text: string, sentence = '', on?: Day): Fate {
  const top = text.slice(0, topLength);
  const subjects = [...inTitle(title), ...inSentences(top, on), ...inSentences(sentence, on)];
  const isCancelled = subjects.includes('event') && !takesPlace.test(top);
  return {
    isCancelled,
    maybeCancelled: !isCancelled && subjects.some((subject) => subject !== 'past'),
    isMoved: !isCancelled && (isPostponed(title) || isPostponed(sentence)),
  };
}

const off = '(?:cancell?ed|called off)';
const isOff = new RegExp(
  `\\b(?:is|are|was|were|be|been|has|have|had|will|must)\\b(?: (?:unfortunately|regrettably|hereby|sadly|now|also|had|to|be|been)){0,4} ${off}`,
  'gi',
);
/** Without a subject before it. */
const labelled = new RegExp(`^\\W*${off}\\b(?! (?:by|due|because|and)\\b)`, 'i');
const loose = new RegExp(
  `\\b(?:will|can|could|does)(?: unfortunately| regrettably| sadly| therefore)?(?: ?not|n['’]t) (?:now )?(?:take place|be held|happen|go ahead)\\b|\\bthere (?:will be|is) no (?:\\p{L}+ )?(?:conference|workshop|symposium|meeting|event|school|seminar|lecture|talk|webinar)(?= (?:on|in|at|this|next|today|that)\\b|[.,!;]|$)|\\b${off}(?::| [-–—])|[[(]${off}[\\])]|\\bcancellation of (?:the|our)\\b|\\b(?:cancel|call off|cancelling) (?:the|this year['’]s|our) `,
  'iu',
);
const titleEnd = new RegExp(`\\b${off}[\\W]*$`, 'i');

/** What is a part of an event, or beside it. */
const part =
  /\b(?:dinner|lunch|breakfast|reception|banquet|excursion|tour|trip|walk|visit|party|drinks|coffee|social|concert|exhibition|tutorials?|keynote|panel|posters?|sessions?|opening|closing|bus|shuttle|train|flights?|hotel|bookings?|registrations?|class|in-person|on-?site|physical|pre-?conference|post-?conference|satellite|stream|livestream|recording)\b/i;
const event =
  /\b(?:conference|workshop|symposium|meeting|event|school|seminar|lecture|talk|call|webinar|congress|forum|colloquium|summit|hackathon|agm|assembly|discussion|roundtable)$/i;
const eventWithin =
  /^ (?:of|at|during|in|for) (?:the|our|this|its)\b[^,]{0,40}\b(?:conference|workshop|symposium|meeting|event|school|congress|forum|summit)\b/i;
const takesPlace = /\b(?:as (?:originally )?planned|goes ahead|go ahead|going ahead|itself (?:will|takes?|is)\b)/i;
const goesOn =
  /\b(?:will (?:still |instead |now )?(?:take place|be held|run|meet)|takes place|reschedul\w+|postponed|moved|new dates?|instead|(?:meet|held|hold it|take place) online)\b/i;

function inTitle(title: string): Subject[] {
  const isSaid = labelled.test(title) || titleEnd.test(title) || loose.test(title) || title.match(isOff) !== null;
  return isSaid && !isConditional(title) ? [part.test(title) ? 'unclear' : 'event'] : [];
}

function inSentences(text: string, on: Day | undefined): Subject[] {
  return text.split(/(?<=[.!?])\s+(?=\p{Lu})|\n/u).flatMap((sentence, place, all): Subject[] => {
    if (isConditional(sentence)) return [];
    if (labelled.test(sentence)) return [part.test(sentence) || goesOn.test(sentence) ? 'unclear' : 'event'];
    const said = [...sentence.matchAll(isOff)].map(({ index }) =>
      subjectOf(sentence.slice(0, index), all[place - 1] ?? '', on),
    );
    if (said.length === 0) return loose.test(sentence) ? ['unclear'] : [];
    return said.map((subject) => (subject === 'event' && goesOn.test(sentence) ? 'unclear' : subject));
  });
}

const clauseBegins =
  /[;:–—](?=\s)|\b(?:but|that|because|while|whereas|although|since)\b|,(?= (?:and |but )?(?:the|our|its|this|a|last)\b)/gi;
const determiner = /\b(?:the|this|our|its|an?|all|[\p{L}]+['’]s)\b/iu;
/** Before a determiner they make what follows a circumstance, "after the workshop". */
const preposition = /\b(?:after|before|of|at|for|during|with|in|to|from|by|on|following|preceding|beside|and|or)$/i;
/** Where the name of a thing ends and more is told of it. */
const nameEnd =
  /,| ?\(| (?:on|in|at|of|for|with|to|from|by|about|after|before|during|and|or|planned|scheduled|due|that|which|originally|announced)\b|$/i;
const pastWords = /\b(?:last|previous|past|earlier|former)\b/i;

/** @param before of the sentence, up to "is cancelled" @param earlier the sentence before it */
function subjectOf(before: string, earlier: string, on: Day | undefined): Subject {
  const begin = [...before.matchAll(clauseBegins)].at(-1);
  const clause = (begin ? before.slice(begin.index + begin[0].length) : before).trim();
  const [year] = /\b(?:19|20)\d\d\b/.exec(clause) ?? [];
  if (pastWords.test(clause) || (year !== undefined && on !== undefined && year < on.slice(0, 4))) return 'past';
  if (/^(?:it|this)$/i.test(clause)) return part.test(earlier) ? 'unclear' : 'event';
  if (/\b(?:may|might|could|can|would|should)$/i.test(clause)) return 'unclear';
  const start = determiner.exec(clause);
  if (start && preposition.test(clause.slice(0, start.index).trimEnd())) return 'unclear';
  const rest = start ? clause.slice(start.index) : clause;
  const name = rest.slice(0, nameEnd.exec(rest)?.index);
  const isPart = part.test(name) || !event.test(name) || eventWithin.test(rest.slice(name.length));
  return isPart ? 'unclear' : 'event';
}

/** "If it is cancelled, fees are refunded", "will not be cancelled". */
function isConditional(words: string): boolean {
  return /\b(?:if|should|unless|when|in case|in the event|refund\w*)\b[^.]{0,80}\bcancell?|\bcancell?ed\b[^.]{0,25}\b(?:if|unless|should|in case|when)\b|\b(?:not|never) (?:yet )?(?:be(?:en)? )?cancell?/i.test(
    words,
  );
}
