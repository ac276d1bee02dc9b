// Messages and forms about conferences whose every part is as long as it can be.

import type { Calendar } from '../../../src/domain/calendar.ts';
import { milestoneKinds } from '../../../src/domain/conference.ts';
import { doubts } from '../../../src/domain/conferenceFinding.ts';
import type { ConferenceQuestion } from '../../../src/domain/conferenceQuestion.ts';
import type {
  CalendarId,
  ConferenceId,
  ConferenceQuestionId,
  DeliveryId,
  ReminderId,
  UserId,
} from '../../../src/domain/ids.ts';
import { befores, type Reminder, reminderSubjects } from '../../../src/domain/reminder.ts';
import type { FormView, MessageView } from '../../../src/kit/message.ts';
import type { Say } from '../../../src/kit/translate.ts';
import { calendarList, calendarRemoval } from '../../../src/views/calendarList.ts';
import { calendarOffered } from '../../../src/views/calendarOffered.ts';
import { conferenceCancel } from '../../../src/views/conferenceCancel.ts';
import { conferenceCard } from '../../../src/views/conferenceCard.ts';
import { conferenceChanged } from '../../../src/views/conferenceChanged.ts';
import { conferenceDetails } from '../../../src/views/conferenceDetails.ts';
import { conferenceDraft, conferenceForm, conferenceSaved, zoneForm } from '../../../src/views/conferenceDraft.ts';
import { conferenceList } from '../../../src/views/conferenceList.ts';
import { conferenceQuestion } from '../../../src/views/conferenceQuestion.ts';
import { deadlineList } from '../../../src/views/deadlineList.ts';
import { programmeDigest } from '../../../src/views/programmeDigest.ts';
import { programmeImported } from '../../../src/views/programmeImported.ts';
import { questionForm } from '../../../src/views/questionChange.ts';
import { reminderChoices } from '../../../src/views/reminderChoices.ts';
import { reminderList } from '../../../src/views/reminderList.ts';
import { reminderEnded, reminderMessage } from '../../../src/views/reminderMessage.ts';
import { sampleCalendar } from '../fakeCalendars.ts';
import { guildId, now, sampleConference } from '../samples.ts';

const deliveryId = 'abcdefghij234567' as DeliveryId;
const stars = '*'.repeat(10_000);
const url = `https://society.example/${'p'.repeat(488)}`;
const command = '</conferences upcoming:12345678901234567890>';
/** The longest name of a zone. */
const timeZone = 'America/Argentina/ComodRivadavia';
const due = { kind: 'day', on: '2027-09-29', timeZone } as const;
const time = { kind: 'instants', startsAt: now, endsAt: now + 900_000_000, timeZone } as const;
const milestones = milestoneKinds.map((kind) => ({ kind, due, label: stars, previousOn: '2027-09-28' }));
const fullest = sampleConference({
  ...{ title: stars, place: stars, url, description: stars, status: 'tentative', time, milestones },
});
const conferences = Array.from({ length: 9 }, (_, index) => ({ ...fullest, id: index as ConferenceId }));
const deadlines = conferences.map((conference) => ({
  conference,
  milestone: milestones[0] ?? ({ kind: 'other', due } as const),
  dueAt: now,
}));
const question: ConferenceQuestion = {
  id: 'klmnopqrst234567' as ConferenceQuestionId,
  guildId,
  conferenceId: 5 as ConferenceId,
  claim: {
    ...{
      origin: 'prose',
      source: 'article:1',
      names: [],
      facts: fullest,
      confidence: 0.4,
      doubts,
      needsConfirmation: true,
    },
    quotes: Object.fromEntries(milestoneKinds.map((kind, index) => [kind, stars.slice(index)])),
  },
  doubts,
  askedAt: now,
};
const offers = reminderSubjects.flatMap((what) => befores.map((before) => ({ what, before, dueAt: now }))).slice(0, 25);
const reminderId = 'bcdefghijklmnopa' as ReminderId;

/** By name. */
function fullestCalendar(id: number): Calendar {
  const trouble = { count: 9, sightings: 9, since: now, code: 'layoutChanged', detail: stars };
  return sampleCalendar({ id: id as CalendarId, title: stars, url, trouble });
}

export function fullestOfConferences(say: Say): readonly (readonly [string, MessageView])[] {
  const before = {
    ...fullest,
    title: stars.slice(1),
    status: 'confirmed' as const,
    milestones: [],
    place: stars.slice(1),
  };
  const reminders = conferences.slice(0, 5).map((conference, index) => ({
    reminder: { id: `bcdefghijklmno${index}` as ReminderId, what: 'notification', before: 'week' } as Reminder,
    conference,
  }));
  const reminder = { conference: fullest, reminderId, deliveryId, mentions: '3'.repeat(20) as UserId, say };
  const calendars = [1, 2, 3, 4, 5].map(fullestCalendar);
  const counts = { privateCount: 99, added: 999, changed: 999, unchanged: 999, asked: 999, unreadable: 999 };
  return [
    ['the card of a conference', conferenceCard({ conference: fullest, deliveryId, say })],
    ['a change of it', conferenceChanged({ conferenceId: fullest.id, before, after: fullest, deliveryId, say })],
    ['its details', conferenceDetails({ conference: fullest, offers, chosen: offers, discussionUrl: url, say })],
    [
      'its details for all',
      conferenceDetails({ conference: fullest, offers, chosen: [], sharedBy: '3'.repeat(20) as UserId, say }),
    ],
    [
      'what was typed of it',
      conferenceDraft({
        id: 'abcdefghij234567',
        facts: fullest,
        isPast: true,
        isWeekdayWrong: true,
        isOvertaken: true,
        say,
      }),
    ],
    ['what was saved of it', conferenceSaved({ facts: fullest, seeCommand: command, say })],
    ['whether it is cancelled', conferenceCancel({ conference: fullest, stage: 'ask', addCommand: command, say })],
    ['a question about it', conferenceQuestion({ question, conference: fullest, deliveryId, say })],
    [
      'the same to one person',
      conferenceQuestion({ question, conference: { ...fullest, standing: 'asking' }, deliveryId, isDirect: true, say }),
    ],
    [
      'the programme',
      conferenceList({
        conferences: conferences.slice(0, 5),
        page: 1,
        pageCount: 99,
        months: 24,
        now,
        homeTimeZone: 'UTC',
        say,
      }),
    ],
    ['the deadlines', deadlineList({ deadlines: deadlines.slice(0, 5), page: 1, pageCount: 99, days: 365, say })],
    ['the week’s digest', programmeDigest({ added: conferences, due: deadlines, next: conferences, deliveryId, say })],
    [
      'a calendar that was imported',
      programmeImported({ ...counts, title: stars, calendarId: 1 as CalendarId, seeCommand: command, say }),
    ],
    ['a calendar that is let go', calendarRemoval(fullestCalendar(1), say)],
    [
      'the list of calendars',
      calendarList({ calendars, count: 20, page: 1, pageCount: 99, importCommand: command, say }),
    ],
    [
      'a calendar to subscribe to',
      calendarOffered({ url, fileName: 'programme.ics', isRenewed: true, mayRenew: true, say }),
    ],
    ['the choice of reminders', reminderChoices({ conference: fullest, offers, chosen: offers, say })],
    ['the list of reminders', reminderList({ reminders, count: 200, page: 1, pageCount: 40, say })],
    [
      'a reminder',
      reminderMessage({
        ...reminder,
        ...{ what: 'submission', before: 'week', askedAt: now, lateSince: now, isPast: true, maySnooze: true },
        ...{ discussionUrl: url, homeTimeZone: 'UTC', now },
      }),
    ],
    ['the end of reminders', reminderEnded({ ...reminder, conference: { ...fullest, status: 'cancelled' } })],
  ];
}

export function fullestForms(say: Say): readonly (readonly [string, FormView])[] {
  const typed = { title: stars, start: stars, end: stars, place: stars, url: stars };
  const id = 'abcdefghij234567';
  return [
    ['the form of a conference', conferenceForm({ form: 'rewrite', id, typed, timeZone, say })],
    ['the form of a time zone', zoneForm({ id, timeZone, say })],
    ['the form of a question', questionForm({ proposed: { id, text: stars }, say })],
  ];
}
