// A post in prose → the conference or call it announces, with every date's words and how sure it is. Nothing is guessed silently:
// what may be wrong is a doubt, and below the gate the moderators are asked.

import type { Day } from '../../domain/conference.ts';
import type { ConferenceFinding } from '../../domain/conferenceFinding.ts';
import { addDays, isZone } from '../../domain/moment.ts';
import { scoreAnnouncement } from './announcement.ts';
import type { AttachedTime, TimedText } from './attachTimes.ts';
import { findClockTimes } from './clockTimes.ts';
import { createContexts } from './contexts.ts';
import { saysItHappens } from './cues.ts';
import { findDatePhrases } from './datePhrases.ts';
import { listDeadlines } from './deadlines.ts';
import { findDoubts, gateOf } from './doubts.ts';
import { rankEventDates } from './eventDates.ts';
import { findFate } from './fate.ts';
import { isForeign } from './foreignText.ts';
import { eventMoments, milestoneOf, timeOfEvent } from './foundMoments.ts';
import { findTitle, findUrl, firstLine } from './headline.ts';
import { findRoles } from './milestones.ts';
import { findPlace } from './place.ts';
import { isAbroad } from './placeZones.ts';
import { isPutOff } from './putOff.ts';
import { isSeries, isVague } from './series.ts';

export interface ReadText {
  readonly title?: string;
  readonly text: string;
  /** From which days without a year are read; unset: a dated deadline or event of the text tells, with a doubt. */
  readonly referenceDate?: Day | undefined;
  /** IANA name, of times without a zone; unset: they stay days. */
  readonly homeTimeZone?: string | undefined;
}

/** Characters; what comes later is programme and committee. */
const longestText = 60_000;
const longestTitle = 500;
const longestLine = 2_000;

export function readConference({ title: given = '', text, referenceDate, homeTimeZone }: ReadText): ConferenceFinding {
  const title = given.slice(0, longestTitle).replace(/\s+/g, ' ');
  const body = cutLines(`${title}\n\n${text.slice(0, longestText)}`);
  const reference = referenceDate ?? findReference(body);
  const phrases = isForeign(body) || reference === undefined ? [] : findDatePhrases(body, reference, homeTimeZone);
  const contexts = createContexts(body, phrases);
  const roles = findRoles(contexts, /\bworkshop\b/i.test(title + text.slice(0, 300)));
  const ranked = rankEventDates({
    text: body,
    titleLength: title.length + 1,
    referenceDate: reference ?? unknownDay,
    phrases,
    contexts,
    roles,
  });
  const [best, second] = ranked;
  const deadlines = listDeadlines(phrases, contexts, roles, best?.phrase.on);
  const home = homeTimeZone !== undefined && isZone(homeTimeZone) ? homeTimeZone : undefined;
  const timed: TimedText = { text: body, phrases, times: findClockTimes(body, home), homeTimeZone: home };
  const time = best && timeOfEvent(best, timed);
  const context = best && contexts[phrases.indexOf(best.phrase)];
  const place = context && findPlace([context.line, context.above, context.below, title]);
  const isElsewhere = (said: AttachedTime) =>
    said.isHome && isAbroad(place, `${context?.sentence} ${context?.line}`, said.at, said.timeZone);
  const isTimeElsewhere = time !== undefined && isElsewhere(time);
  const fate = findFate(title, text, context?.sentence, best?.phrase.on);
  const isMoved = fate.isMoved && second?.phrase.on !== best?.phrase.on;
  const isOpen =
    best !== undefined &&
    context !== undefined &&
    !fate.isCancelled &&
    isPutOff({
      ...{ ...context, text: body, titleLength: title.length + 1, phrase: best.phrase },
      isOtherTold: isMoved && second !== undefined,
    });
  const announcementScore = scoreAnnouncement({
    title: firstLine(title, text),
    postTitle: title,
    text,
    referenceDate: reference ?? unknownDay,
    start: best?.phrase,
    isSaidToHappen: context !== undefined && saysItHappens(context.sentence),
    isInTitle: phrases.some(({ index, on }) => index < title.length && on === best?.phrase.on),
    deadlines,
    isChanged: fate.isMoved || fate.isCancelled || fate.maybeCancelled || isOpen,
  });
  const doubts = findDoubts({
    best,
    others: ranked.slice(1),
    time,
    isTimeElsewhere,
    isDayUnsure: best !== undefined && context !== undefined && (isVague(context) || isSeries(best.phrase, context)),
    deadlines,
    referenceDate: reference ?? unknownDay,
    titleYears: [...new Set(title.match(/\b20\d\d\b/g))],
    isReferenceKnown: referenceDate !== undefined,
    announcementScore,
    fate,
    isPutOff: isOpen,
  });
  const [name, url] = [findTitle(title, text), findUrl(text)];
  const movedFrom = best?.phrase.movedFrom ?? (isMoved ? second?.phrase.on : undefined);
  return {
    isAnnouncement: announcementScore > 0,
    ...(name === undefined ? {} : { title: name }),
    ...(best ? eventMoments(body, best, doubts, isTimeElsewhere || time?.isUnknown ? undefined : time) : {}),
    ...(movedFrom === undefined ? {} : { movedFrom }),
    milestones: deadlines.map((deadline) => milestoneOf(deadline, timed, isElsewhere)),
    ...(place === undefined ? {} : { place }),
    ...(url === undefined ? {} : { url }),
    ...(fate.isCancelled ? { isCancelled: true as const } : {}),
    doubts,
    needsConfirmation: gateOf(doubts, best, deadlines),
  };
}

/** A line that long is no line of prose; what it hides behind its end is no date of the post. */
function cutLines(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.length > longestLine ? line.slice(0, longestLine) : line))
    .join('\n');
}

/** Days from a post to the first of the dates it names. */
const usualNoticeDays = 45;
/** Of a text that names no day with its year: then none is read. */
const unknownDay = '1970-01-01';

/** Without a date of its own, a text speaks shortly before the first day that it names with its year. */
function findReference(text: string): Day | undefined {
  const dated = findDatePhrases(text, '2020-01-01').filter(({ hasYear }) => hasYear);
  const first = dated.map(({ on }) => on).sort()[0];
  return first === undefined ? undefined : addDays(first, -usualNoticeDays);
}
