import { describe, expect, it } from 'vitest';
import type { DeliveryId, ReminderId, UserId } from '../../../src/domain/ids.ts';
import { anywhereOnEarth } from '../../../src/domain/moment.ts';
import { sayIn } from '../../../src/kit/translate.ts';
import { type ReminderMessage, reminderEnded, reminderMessage } from '../../../src/views/reminderMessage.ts';
import { now, sampleConference } from '../../support/samples.ts';
import { customIdsOf, faultsOf, labelsOf, nodesOf, textOf } from './readView.ts';

const conference = sampleConference({
  title: 'Meeting on tides',
  url: 'https://m.example/tides',
  place: 'Hall 2, Lisbon',
  milestones: [
    { kind: 'submission', due: { kind: 'day', on: '2026-11-01' } },
    { kind: 'submission', due: { kind: 'day', on: '2026-12-10', timeZone: anywhereOnEarth } },
  ],
});
const message: ReminderMessage = {
  conference,
  reminderId: 'bcdefghijklmnopa' as ReminderId,
  deliveryId: 'abcdefghijklmnop' as DeliveryId,
  what: 'start',
  before: 'week',
  askedAt: now,
  isPast: false,
  maySnooze: true,
  homeTimeZone: 'Europe/Lisbon',
  now,
  say: sayIn('en'),
};

describe('a reminder', () => {
  it('says what, when, where, and why it comes', () => {
    const view = reminderMessage({ ...message, discussionUrl: 'https://discord.com/channels/1/2' });
    expect(textOf(view)).toBe(
      [
        '### [Meeting on tides](https://m.example/tides)',
        '**12–14 March 2027 · Hall 2, Lisbon**',
        `-# You asked on <t:${now / 1000}:D> for one week before.`,
      ].join('\n'),
    );
    expect(labelsOf(view)).toEqual(['Open the page', 'Discussion', 'Snooze a day', 'Stop']);
    expect(customIdsOf(view).every((id) => id.endsWith('.abcdefghijklmnop'))).toBe(true);
    expect(view.mentions).toBeUndefined();
  });

  it('of a deadline names the one that is still ahead, with the day as its organisers say it', () => {
    expect(textOf(reminderMessage({ ...message, what: 'submission' }))).toContain(
      '**Submissions due: 10 December 2026, anywhere on Earth (<t:1796990400:R>)**\n12–14 March 2027 · Hall 2, Lisbon',
    );
  });

  it('that is late says since when, and in one sentence where it is too late', () => {
    const lateSince = now - 3_600_000;
    const stamp = `<t:${lateSince / 1000}:F>`;
    expect(textOf(reminderMessage({ ...message, lateSince }))).toContain(
      `This comes late: when it was due, ${stamp}, I was not running`,
    );
    const tooLate = textOf(reminderMessage({ ...message, lateSince, isPast: true, maySnooze: false }));
    expect(tooLate).toContain(
      `I was not running or could not reach Discord when this was due, ${stamp}, and by now it has begun or is over.`,
    );
  });

  it('cannot be put off until it is too late', () => {
    const snooze = nodesOf(reminderMessage({ ...message, maySnooze: false })).find(
      ({ label }) => label === 'Snooze a day',
    );
    expect(snooze).toMatchObject({ disabled: true });
  });

  it('for all to see mentions exactly one person', () => {
    const view = reminderMessage({ ...message, mentions: '300' as UserId });
    expect(textOf(view)).toMatch(/^<@300>\n/);
    expect(view.mentions).toEqual({ users: ['300'] });
  });

  it('keeps within Discord’s limits, and to title and link where those were not enough', () => {
    const long = '@everyone_*[]'.repeat(400);
    const wild = sampleConference({ ...conference, title: long, place: long, description: long });
    expect(
      faultsOf(reminderMessage({ ...message, conference: wild, lateSince: now, mentions: '300' as UserId })),
    ).toEqual([]);
    expect(textOf(reminderMessage({ ...message, isPlain: true }))).toBe(
      '### [Meeting on tides](https://m.example/tides)',
    );
  });
});

it('that has nothing left to remind of says why', () => {
  const { reminderId, deliveryId, say } = message;
  const ended = (change: object) =>
    reminderEnded({ conference: { ...conference, ...change }, reminderId, deliveryId, say });
  expect(textOf(ended({ status: 'cancelled' }))).toContain('is cancelled, so I will not remind you of it.');
  expect(textOf(ended({ standing: 'dismissed' }))).toContain('is no longer on the programme');
  expect(customIdsOf(ended({ status: 'cancelled' }))).toEqual(['v1:reminders:ended:bcdefghijklmnopa.abcdefghijklmnop']);
});
