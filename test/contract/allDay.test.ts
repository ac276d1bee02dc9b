// A day has no time zone: shown as a timestamp it would be another day for somebody. Every view that shows a conference is shown one of
// whole days, with dates before it, and every timestamp it makes is accounted for.

import { describe, expect, it } from 'vitest';
import type { Conference, Milestone } from '../../src/domain/conference.ts';
import { claimOfEvent } from '../../src/domain/conferenceClaim.ts';
import type { ConferenceQuestionId, DeliveryId, ReminderId, UserId } from '../../src/domain/ids.ts';
import { anywhereOnEarth, dueInstant } from '../../src/domain/moment.ts';
import { befores, type Reminder, reminderSubjects } from '../../src/domain/reminder.ts';
import type { MessageView } from '../../src/kit/message.ts';
import { sayIn } from '../../src/kit/translate.ts';
import { conferenceCard } from '../../src/views/conferenceCard.ts';
import { conferenceChanged } from '../../src/views/conferenceChanged.ts';
import { conferenceDetails } from '../../src/views/conferenceDetails.ts';
import { conferenceList } from '../../src/views/conferenceList.ts';
import { conferenceQuestion } from '../../src/views/conferenceQuestion.ts';
import { deadlineList } from '../../src/views/deadlineList.ts';
import { programmeDigest } from '../../src/views/programmeDigest.ts';
import { reminderChoices } from '../../src/views/reminderChoices.ts';
import { reminderList } from '../../src/views/reminderList.ts';
import { reminderEnded, reminderMessage } from '../../src/views/reminderMessage.ts';
import { guildId, now, sampleConference } from '../support/samples.ts';
import { faultsOf } from '../unit/views/readView.ts';

const say = sayIn('en');
const deliveryId = 'abcdefghijklmnop' as DeliveryId;
const reminderId = 'bcdefghijklmnopa' as ReminderId;
const homeTimeZone = 'Europe/Lisbon';

const plain: Milestone = { kind: 'abstract', due: { kind: 'day', on: '2027-01-15' }, previousOn: '2027-01-08' };
const zoned: Milestone = {
  kind: 'submission',
  due: { kind: 'day', on: '2027-02-15', timeZone: anywhereOnEarth },
  previousOn: '2027-02-01',
};
const conference = sampleConference({ milestones: [plain, zoned], place: 'Lisbon', url: 'https://m.example/' });
const { milestones: _, ...bare } = conference;
const other: Conference = {
  ...bare,
  milestones: [zoned],
  time: { kind: 'days', startsOn: '2027-03-20', endsOn: '2027-03-20' },
};

/** Instants that are none of the conference: when it was asked, and when one is reminded. */
const askedAt = now - 86_400_000;
const remindedAt = now + 86_400_000;
const reminder: Reminder = {
  ...{ id: reminderId, guildId, userId: '300' as UserId, conferenceId: conference.id },
  ...{ what: 'start', before: 'week', askedAt, locale: 'en', dueAt: remindedAt },
};
const message = { conference, reminderId, deliveryId, say };
const due = { ...message, askedAt, isPast: false, maySnooze: true, homeTimeZone, now } as const;
const offers = [{ what: 'start', before: 'day', dueAt: remindedAt }] as const;
const deadlines = conference.milestones.map((milestone) => ({
  ...{ conference, milestone },
  dueAt: dueInstant(milestone.due, homeTimeZone),
}));
const question = {
  ...{ id: 'q' as ConferenceQuestionId, guildId, conferenceId: conference.id, doubts: [], askedAt },
  claim: claimOfEvent(
    {
      ...bare,
      uid: 'u',
      milestones: [plain, zoned],
      time: { kind: 'days', startsOn: '2027-03-12', endsOn: '2027-03-14' },
    },
    'calendar',
    'https://m.example/c.ics',
  ),
};
const paging = { page: 0, pageCount: 1 };

const views: readonly (readonly [string, MessageView])[] = [
  ['the card', conferenceCard({ conference, deliveryId, say })],
  [
    'what changed',
    conferenceChanged({ conferenceId: conference.id, before: other, after: conference, deliveryId, say }),
  ],
  ['the details', conferenceDetails({ conference, offers, chosen: [reminder], say })],
  ['the shared details', conferenceDetails({ conference, offers: [], chosen: [], sharedBy: '1' as UserId, say })],
  ['the programme', conferenceList({ conferences: [conference], ...paging, months: 6, now, homeTimeZone, say })],
  ['the deadlines', deadlineList({ deadlines, ...paging, days: 365, say })],
  ['the question to moderators', conferenceQuestion({ question, conference, deliveryId, say })],
  ['the digest', programmeDigest({ added: [conference], due: deadlines, next: [conference], deliveryId, say })],
  ['the choice of reminders', reminderChoices({ conference, offers, chosen: [reminder], say })],
  ['the list of reminders', reminderList({ reminders: [{ reminder, conference }], count: 1, ...paging, say })],
  ['that reminders have ended', reminderEnded({ ...message, conference: { ...conference, status: 'cancelled' } })],
  ...reminderSubjects.flatMap((what) =>
    befores.map(
      (before) => [`a reminder of ${what}, a ${before} before`, reminderMessage({ ...due, what, before })] as const,
    ),
  ),
  ['a late reminder', reminderMessage({ ...due, what: 'start', before: 'day', lateSince: remindedAt, isPast: true })],
  ['a mention', reminderMessage({ ...due, what: 'start', before: 'day', mentions: '1' as UserId })],
];

function timestampsIn(view: MessageView): string[] {
  return [...JSON.stringify(view).matchAll(/<t:-?\d+(?::\w)?>/g)].map(([text]) => text);
}

describe('whole days', () => {
  const seconds = (at: number) => Math.floor(at / 1000);
  const allowed = new Set([
    `<t:${seconds(dueInstant(zoned.due, homeTimeZone))}:R>`,
    ...[askedAt, remindedAt].flatMap((at) => ['D', 'F'].map((style) => `<t:${seconds(at)}:${style}>`)),
  ]);

  it.each(views)('are never timestamps in %s', (_, view) => {
    expect(faultsOf(view)).toEqual([]);
    expect(timestampsIn(view).filter((text) => !allowed.has(text))).toEqual([]);
  });

  it('of which the end is known are followed by how long it is until then', () => {
    const relative = `<t:${seconds(dueInstant(zoned.due, homeTimeZone))}:R>`;
    for (const name of ['the card', 'the deadlines', 'the details', 'the digest']) {
      expect(timestampsIn(new Map(views).get(name) ?? { components: [] }), name).toContain(relative);
    }
  });
});
