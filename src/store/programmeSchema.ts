// The tables of the programme as Kysely sees them.

import type { Generated } from 'kysely';
import type { ConferenceStatus, Standing } from '../domain/conference.ts';
import type { ConferenceAnswer } from '../domain/conferenceQuestion.ts';
import type {
  ArticleId,
  ConferenceId,
  ConferenceQuestionId,
  GuildId,
  Instant,
  ReminderId,
  UserId,
} from '../domain/ids.ts';
import type { Before, ReminderSubject } from '../domain/reminder.ts';
import type { KeptEventState } from '../domain/scheduledEvent.ts';

export interface ConferencesTable {
  id: Generated<ConferenceId>;
  guildId: GuildId;
  uid: string;
  title: string;
  startsOn: string | null;
  endsOn: string | null;
  startsAt: Instant | null;
  endsAt: Instant | null;
  timeZone: string | null;
  beginsAt: Instant;
  overAt: Instant;
  status: ConferenceStatus;
  place: string | null;
  url: string | null;
  description: string | null;
  createdAt: Instant;
  changedAt: Instant;
  milestones: Generated<string>;
  evidence: Generated<string>;
  standing: Generated<Standing>;
  sequence: Generated<number>;
  articleId: ArticleId | null;
}

export interface ConferenceNamesTable {
  guildId: GuildId;
  name: string;
  conferenceId: ConferenceId;
}

export interface ConferenceQuestionsTable {
  id: ConferenceQuestionId;
  guildId: GuildId;
  conferenceId: ConferenceId;
  claim: string;
  hash: string;
  doubts: string;
  askedAt: Instant;
  answer: ConferenceAnswer | null;
  answeredBy: UserId | null;
  answeredAt: Instant | null;
}

export interface RemindersTable {
  id: ReminderId;
  guildId: GuildId;
  userId: UserId;
  conferenceId: ConferenceId;
  what: ReminderSubject;
  before: Before;
  askedAt: Instant;
  locale: string;
  dueAt: Instant | null;
  snoozedFrom: Instant | null;
  settledAt: Instant | null;
  outcome: 'sent' | 'ended' | null;
}

export interface ScheduledEventsTable {
  conferenceId: ConferenceId;
  guildId: GuildId;
  eventId: string | null;
  shown: string | null;
  state: KeptEventState;
  changedAt: Instant;
}

export interface ProgrammeDigestsTable {
  guildId: GuildId;
  week: string;
}

export interface ProgrammeTables {
  conferences: ConferencesTable;
  conferenceNames: ConferenceNamesTable;
  conferenceQuestions: ConferenceQuestionsTable;
  scheduledEvents: ScheduledEventsTable;
  reminders: RemindersTable;
  programmeDigests: ProgrammeDigestsTable;
}
