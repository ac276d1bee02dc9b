// Events that a calendar lists under another UID than at its last reading, because their series was moved or its maker names them
// anew each time: the same events, and not one more of each.

import type { Conference } from '../domain/conference.ts';
import { type ConferenceClaim, namesOf } from '../domain/conferenceClaim.ts';
import { firstDay } from '../domain/moment.ts';
import type { CalendarRow } from './calendarTable.ts';
import { findByNames, saveNames, toConference } from './conferenceTable.ts';
import type { Db } from './schema.ts';

interface Listed {
  readonly conference: Conference;
  readonly uids: readonly string[];
}

/** What a reading names anew goes on to be the event of its day that it shows no more. */
export async function followRenamed(tx: Db, row: CalendarRow, claims: readonly ConferenceClaim[]): Promise<void> {
  const shown = new Set(claims.flatMap(uidsIn));
  let missing = (await listListed(tx, row)).filter(({ uids }) => !uids.some((uid) => shown.has(uid)));
  if (missing.length === 0) return;
  for (const claim of claims) {
    const like = missing.filter((one) => isAlike(claim, one));
    if (like.length === 0 || (await findByNames(tx, row.guildId, uidsIn(claim)))) continue;
    const atOnce = like.filter(({ conference }) => startOf(conference) === startOf(claim.facts));
    // Of several on that day that begin at another hour nobody can say which.
    const same = atOnce[0] ?? (like.length === 1 ? like[0] : undefined);
    if (!same) continue;
    await saveNames(tx, same.conference, uidsIn(claim));
    missing = missing.filter((one) => one !== same);
  }
}

async function listListed(tx: Db, { id }: CalendarRow): Promise<Listed[]> {
  const rows = await tx
    .selectFrom('calendarEvents')
    .innerJoin('conferences', 'conferences.id', 'calendarEvents.conferenceId')
    .innerJoin('conferenceNames', 'conferenceNames.conferenceId', 'conferences.id')
    .selectAll('conferences')
    .select('conferenceNames.name')
    .where('calendarEvents.calendarId', '=', id)
    .where('conferenceNames.name', 'like', 'uid:%')
    .execute();
  const listed = new Map<number, { conference: Conference; uids: string[] }>();
  for (const { name, ...columns } of rows) {
    const known = listed.get(columns.id) ?? { conference: toConference(columns), uids: [] };
    known.uids.push(name);
    listed.set(columns.id, known);
  }
  return [...listed.values()];
}

/** On one day, and of one series or of one title. */
function isAlike({ names, facts }: ConferenceClaim, { conference, uids }: Listed): boolean {
  if (!facts.time || !conference.time || firstDay(facts.time) !== firstDay(conference.time)) return false;
  const titles = new Set(namesOf(conference).filter((name) => name.startsWith('title:')));
  const series = new Set(uids.map(seriesOf));
  return names.some((name) => titles.has(name)) || uidsIn({ names }).some((uid) => series.has(seriesOf(uid)));
}

function uidsIn({ names }: Pick<ConferenceClaim, 'names'>): string[] {
  return names.filter((name) => name.startsWith('uid:'));
}

/** `uid:<UID>#<its date>` */
function seriesOf(uid: string): string {
  return uid.replace(/#\d{4}-\d\d-\d\d(?:T[\d:]+Z)?$/, '');
}

function startOf({ time }: Pick<Conference, 'time'>): string | number | undefined {
  return time?.kind === 'days' ? time.startsOn : time?.startsAt;
}
