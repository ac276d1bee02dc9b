// What a reminder is of, and how long before, in words.

import { type Conference, type Milestone, milestoneKinds } from '../domain/conference.ts';
import { dueDay, firstDay } from '../domain/moment.ts';
import type { Before, ReminderSubject } from '../domain/reminder.ts';
import type { Say } from '../kit/translate.ts';
import { milestoneName } from './conferenceWhen.ts';
import { daysInWords } from './days.ts';

export function subjectInWords(what: ReminderSubject, say: Say): string {
  return what === 'start' ? say('reminders.start') : milestoneName(what, say);
}

/** "Submissions due: one week before". */
export function reminderInWords({ what, before }: { what: ReminderSubject; before: Before }, say: Say): string {
  return say('reminders.entry', { what: subjectInWords(what, say), before: say(`reminders.before.${before}`) });
}

/** "Submissions due (15 March 2027)", in plain text for a menu, which shows no timestamps. */
export function datesToChoose(
  conference: Conference,
  say: Say,
): { readonly what: ReminderSubject; readonly name: string }[] {
  const { time, milestones } = conference;
  const dated = (what: ReminderSubject, day: string) => ({
    what,
    name: `${subjectInWords(what, say)} (${daysInWords(day, day, say)})`,
  });
  const firsts = milestoneKinds.map((kind) => milestones.find((milestone: Milestone) => milestone.kind === kind));
  return [
    ...(time ? [dated('start', firstDay(time))] : []),
    ...firsts.flatMap((milestone) => (milestone ? [dated(milestone.kind, dueDay(milestone.due))] : [])),
  ];
}
