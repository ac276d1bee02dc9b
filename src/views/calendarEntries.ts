// A conference → the events of a calendar file: itself, and each of its milestones as one of its own.

import type { Conference, ConferenceTime, Due, Milestone } from '../domain/conference.ts';
import type { Say } from '../kit/translate.ts';
import type { CalendarEntry } from './calendarDocument.ts';
import { milestoneName } from './conferenceWhen.ts';

/** @param host of the address people know the bot by; the UIDs end in it and stay while it does */
export function calendarEntries(conference: Conference, host: string | undefined, say: Say): CalendarEntry[] {
  const { id, title, time, status, place, url, description, milestones, sequence, changedAt } = conference;
  const uidOf = (name: string) => `${name}@${host ?? 'society-bot'}`;
  const common = { status, url, sequence, changedAt };
  const main = time === undefined ? [] : [{ ...common, uid: uidOf(`${id}`), title, time, place, description }];
  const dated = milestones.map((milestone, index) => {
    const before = milestones.slice(0, index).filter(({ kind }) => kind === milestone.kind).length;
    const uid = uidOf([id, milestone.kind, ...(before === 0 ? [] : [before + 1])].join('-'));
    return { ...common, uid, title: `${nameOf(milestone, say)}: ${title}`, time: timeOf(milestone.due) };
  });
  return [...main, ...dated];
}

function nameOf({ kind, label }: Milestone, say: Say): string {
  return kind === 'other' && label !== undefined ? label : milestoneName(kind, say);
}

function timeOf(due: Due): ConferenceTime {
  return due.kind === 'day'
    ? { kind: 'days', startsOn: due.on, endsOn: due.on }
    : { kind: 'instants', startsAt: due.at, timeZone: due.timeZone };
}
