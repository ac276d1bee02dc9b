// A programme of two conferences, one of them with a deadline, and a member who asks about them.

import type { Milestone } from '../../../src/domain/conference.ts';
import type { ConferenceId } from '../../../src/domain/ids.ts';
import { anywhereOnEarth } from '../../../src/domain/moment.ts';
import { askedBy, fakePorts, sampleConference } from '../../support/fakePorts.ts';
import { run } from './runCommand.ts';

export const me = askedBy();
export const paper: Milestone = {
  kind: 'submission',
  due: { kind: 'day', on: '2026-12-10', timeZone: anywhereOnEarth },
};
export const tides = sampleConference({
  title: 'Meeting on tides',
  url: 'https://m.example/tides',
  milestones: [paper],
});
export const ports = sampleConference({ id: 6 as ConferenceId, title: 'Old ports' });

export type Fake = ReturnType<typeof fakePorts>;

export function fakeProgramme(): Fake {
  const fake = fakePorts();
  fake.data.conferences = [tides, ports];
  return fake;
}

export const remindIn = (fake: Fake, options: Record<string, string>, asked = me) =>
  run('conferences remind', options, asked, fake.ports);

/** "2027-03-11T09:00" */
export const iso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString().slice(0, 16));

export const duesIn = ({ data }: Fake) =>
  data.reminders.map(({ what, before, dueAt }) => `${what} ${before} ${iso(dueAt)}`);
