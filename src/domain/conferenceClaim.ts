// What one source says of a conference, in one form for all of them, and the names by which the same conference is known again.

import { canonicalLink } from './canonicalLink.ts';
import type { CalendarEvent, ConferenceFacts, Day, Due, FactName, Milestone, Origin } from './conference.ts';
import type { ConferenceFinding, Doubt, FoundMoment } from './conferenceFinding.ts';
import type { ArticleId, Instant } from './ids.ts';
import { addDays, firstDay, spanOf, startOfDay } from './moment.ts';

export interface ConferenceClaim {
  readonly origin: Origin;
  /** The calendar or article: what it says later replaces what it said. */
  readonly source: string;
  /** In its guild, the surest first. */
  readonly names: readonly string[];
  readonly facts: ConferenceFacts;
  readonly quotes: Readonly<Partial<Record<FactName, string>>>;
  /** Of its least sure date, 0 to 1. */
  readonly confidence: number;
  readonly doubts: readonly Doubt[];
  readonly needsConfirmation: boolean;
  /** Where the text says that it was moved: its first day before. */
  readonly movedFrom?: Day;
  readonly articleId?: ArticleId;
}

/** A page that lists everything is no name for one thing. */
const sitePage = /^https:\/\/[^/]+(?:\/(?:events?|conferences?|calendar|news|blog|home)?)?$/i;

/** The post a finding was read in. */
export interface ReadArticle {
  readonly id: ArticleId;
  readonly title: string;
  readonly url?: string;
}

/**
 * @param calendarUrl or the page whose markup it is
 * @param article whose page it is; it names the event only where it is the page's only one
 */
export function claimOfEvent(
  event: CalendarEvent,
  origin: 'calendar' | 'page',
  calendarUrl: string,
  article?: ReadArticle,
  isOnlyEvent = true,
): ConferenceClaim {
  const { uid, isZoneUnsure = false, isPrivate: _, isPostponed: __, milestones = [], ...facts } = event;
  const doubts = doubtsOf(event);
  return {
    origin,
    source: calendarUrl,
    names: namesOf({ ...facts, milestones }, [
      `uid:${uid}`,
      ...(article && isOnlyEvent ? [`article:${article.id}`] : []),
    ]),
    facts: { ...facts, milestones },
    quotes: {},
    confidence: isZoneUnsure ? 0.5 : 1,
    doubts,
    needsConfirmation: doubts.length > 0,
    ...(article ? { articleId: article.id } : {}),
  };
}

/** Words before, behind or in brackets beside a title by which people strike an event out whose entry stays as it was. */
const struckOut = (words: string) =>
  new RegExp(`^\\W*(?:${words})(?:\\W*$|\\s*[!:|\\])–—-])|[[(](?:${words})[\\])!]|[!:|–—-]\\s*(?:${words})\\W*$`, 'iu');
const calledOff = struckOut('cancell?ed|called off|abgesagt|entfällt|fällt aus');
const putOff = struckOut('postponed|deferred|verschoben');

function doubtsOf({ title, status, isZoneUnsure, isPostponed }: CalendarEvent): Doubt[] {
  const isHeld = status !== 'cancelled';
  return [
    ...(isZoneUnsure ? (['zoneUnsure'] as const) : []),
    ...(isHeld && calledOff.test(title) ? (['maybeCancelled'] as const) : []),
    ...(isHeld && (isPostponed || putOff.test(title)) ? (['maybePostponed'] as const) : []),
  ];
}

/** @returns undefined where it announces nothing that has a date */
export function claimOfFinding(finding: ConferenceFinding, article: ReadArticle): ConferenceClaim | undefined {
  const { start, end, milestones: found, place, doubts, needsConfirmation } = finding;
  if (!finding.isAnnouncement || (!start && found.length === 0)) return undefined;
  const time = start && timeOf(start, end);
  const title = finding.title ?? article.title;
  const url = finding.url ?? article.url;
  const milestones = found.map(
    ({ kind, moment, label, previousOn }): Milestone => ({
      kind,
      due: dueOf(moment),
      ...(label === undefined ? {} : { label }),
      ...(previousOn === undefined ? {} : { previousOn }),
    }),
  );
  const facts: ConferenceFacts = {
    title,
    status: finding.isCancelled ? 'cancelled' : 'confirmed',
    milestones,
    ...(time ? { time } : {}),
    ...(place === undefined ? {} : { place }),
    ...(url === undefined ? {} : { url }),
  };
  const moments = [start, end, ...found.map(({ moment }) => moment)].filter((moment) => moment !== undefined);
  return {
    origin: 'prose',
    source: `article:${article.id}`,
    names: namesOf(facts, [`article:${article.id}`]),
    facts,
    quotes: Object.fromEntries([
      ...(start ? [['time', start.quote]] : []),
      ...[...found].reverse().map(({ kind, moment }) => [kind, moment.quote]),
    ]),
    confidence: Math.min(...moments.map(({ confidence }) => confidence)),
    doubts,
    needsConfirmation,
    articleId: article.id,
    ...(finding.movedFrom === undefined ? {} : { movedFrom: finding.movedFrom }),
  };
}

/** By which the same conference is found again, whoever speaks of it. */
export function namesOf({ title, time, url }: ConferenceFacts, own: readonly string[] = []): string[] {
  const link = url === undefined ? '' : canonicalLink(url);
  const words = wordsOf(title);
  const names = [
    ...own,
    ...(link === '' || sitePage.test(link) ? [] : [`url:${link}`]),
    ...(time && words !== '' ? [`title:${words}@${firstDay(time)}`] : []),
    // A title that names its year is the same conference when it is moved within it.
    ...(/(?:^| )20\d\d(?: |$)/.test(words) ? [`edition:${words}`] : []),
  ];
  return [...new Set(names)];
}

/**
 * Whether a claim that shares a title or an address with a record speaks of the same event, or of another one of a series.
 *
 * @param areListed both stand in calendars, each with an identity of its own
 */
export function speaksOf(
  { facts, origin, movedFrom }: Pick<ConferenceClaim, 'facts' | 'origin' | 'movedFrom'>,
  record: Pick<ConferenceFacts, 'title' | 'time' | 'milestones'>,
  areListed: boolean,
  at: Instant,
): boolean {
  if (!facts.time || !record.time) return true;
  const known = firstDay(record.time);
  if (firstDay(facts.time) === known || movedFrom === known) return true;
  if (areListed || origin === 'moderator') return false;
  return wordsOf(facts.title) === wordsOf(record.title) && spanOf(record).overAt > at;
}

function wordsOf(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function timeOf(start: FoundMoment, end: FoundMoment | undefined): ConferenceFacts['time'] {
  const { at, timeZone } = start;
  // Of several days with only the hour of the first, the days say more.
  const isOpenEnded = end !== undefined && end.on > start.on && end.at === undefined;
  if (at === undefined || timeZone === undefined || isOpenEnded) {
    // An end before the start is doubted; whoever confirms the conference has seen its first day.
    return { kind: 'days', startsOn: start.on, endsOn: end && end.on > start.on ? end.on : start.on };
  }
  return {
    kind: 'instants',
    startsAt: at,
    timeZone,
    ...(end?.at !== undefined && end.at > at ? { endsAt: end.at } : {}),
  };
}

function dueOf({ on, at, timeZone }: FoundMoment): Due {
  // "15 March, midnight" is the whole of that day, and is shown on no other.
  const isToItsEnd = timeZone !== undefined && at === startOfDay(addDays(on, 1), timeZone);
  if (!isToItsEnd && at !== undefined && timeZone !== undefined) return { kind: 'instant', at, timeZone };
  return { kind: 'day', on, ...(timeZone === undefined ? {} : { timeZone }) };
}
