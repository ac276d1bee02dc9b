import type { Conference, ConferenceFacts } from '../domain/conference.ts';
import type { ConferenceClaim } from '../domain/conferenceClaim.ts';
import type { ConferenceAnswer, ConferenceQuestion } from '../domain/conferenceQuestion.ts';
import type { Delivery, NewDelivery } from '../domain/delivery.ts';
import type { ChannelId, ConferenceId, ConferenceQuestionId, GuildId, Instant, UserId } from '../domain/ids.ts';
import type { Reminder } from '../domain/reminder.ts';
import type { GuildSettings } from '../domain/settings.ts';

/** What was saved of a conference, and all that may be known to members of it. */
export interface ConferenceChange {
  /** Unset: nobody knew it. */
  readonly before?: Conference;
  readonly after: Conference;
  /** New, and to be asked. */
  readonly question?: ConferenceQuestion;
  /** Questions that were open and are no more: answered, or overtaken. */
  readonly ended: readonly ConferenceQuestionId[];
  /** False for what was there before anybody followed its source: nothing is announced of it. */
  readonly isNews: boolean;
  readonly settings: GuildSettings;
  /** All that was ever to be delivered of it. */
  readonly deliveries: readonly Delivery[];
  /** That members asked for and that are still to come. */
  readonly reminders: readonly Reminder[];
  readonly at: Instant;
}

/** Decided purely, by delivery/, and asked inside the transaction that saves the change. */
export type PlanConference = (change: ConferenceChange) => readonly NewDelivery[];

export interface SavedConferences {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Questions to the moderators. */
  readonly asked: number;
}

export interface SaveOccasion {
  readonly at: Instant;
  readonly isNews: boolean;
  /** Whether moderators are asked about what is unsure; unset: about news alone. */
  readonly mayAsk?: boolean;
}

/** Who answered a question, and how. */
export interface GivenConferenceAnswer {
  readonly answer: Exclude<ConferenceAnswer, 'superseded'>;
  /** Of an edited one: what is right. */
  readonly facts?: ConferenceFacts;
  readonly by: UserId;
  readonly at: Instant;
}

export interface AnsweredQuestion {
  /** With an earlier answer, when somebody was faster. */
  readonly question: ConferenceQuestion;
  readonly conference: Conference;
}

export interface ConferenceDiscussion {
  /** Where the card was posted: who may view it may know of the discussion. */
  readonly channelId: ChannelId;
  readonly threadId: ChannelId;
}

/** The programme of each guild. */
export interface Conferences {
  /** One transaction: each claim meets the record it names, and what follows from that is planned. */
  save(
    guildId: GuildId,
    claims: readonly ConferenceClaim[],
    occasion: SaveOccasion,
    plan: PlanConference,
  ): Promise<SavedConferences>;
  /**
   * A moderator's word: it replaces what is known, and answers every question about it. @returns undefined for an unknown one
   *
   * @param id unset: a new one, unless one of its names is known
   */
  put(
    guildId: GuildId,
    id: ConferenceId | undefined,
    facts: ConferenceFacts,
    said: { readonly by: UserId; readonly at: Instant },
    plan: PlanConference,
  ): Promise<Conference | undefined>;
  find(guildId: GuildId, id: ConferenceId): Promise<Conference | undefined>;
  /** The one that was announced by, or is known under, the address. */
  findByUrl(guildId: GuildId, url: string): Promise<Conference | undefined>;
  /** Those not over at `from` that begin before `until`, in order of their beginning; cancelled ones included. Only sure ones. */
  listUpcoming(guildId: GuildId, from: Instant, until: Instant): Promise<Conference[]>;
  /** Sure ones changed since then, of any time, in order of their beginning. */
  listChanged(guildId: GuildId, since: Instant): Promise<Conference[]>;
  /** Where its card is discussed. */
  findDiscussion(guildId: GuildId, id: ConferenceId): Promise<ConferenceDiscussion | undefined>;
  findQuestion(guildId: GuildId, id: ConferenceQuestionId): Promise<AnsweredQuestion | undefined>;
  /** Those nobody has answered, oldest first. */
  listQuestions(guildId: GuildId): Promise<AnsweredQuestion[]>;
  /** One transaction: the answer and what follows from it. The first answer counts. */
  answer(
    guildId: GuildId,
    id: ConferenceQuestionId,
    given: GivenConferenceAnswer,
    plan: PlanConference,
  ): Promise<AnsweredQuestion | undefined>;
}
