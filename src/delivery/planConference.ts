// What a conference that was saved asks for: a question to the moderators, its card, a change of the card, and word of the change
// where the card is discussed.

import { isDeepStrictEqual } from 'node:util';
import type { Conference, ConferenceFacts } from '../domain/conference.ts';
import { type Delivery, mayBePosted, type NewDelivery } from '../domain/delivery.ts';
import type { ChannelId, ConferenceQuestionId, Instant } from '../domain/ids.ts';
import { sameFacts } from '../domain/mergeConference.ts';
import { spanOf } from '../domain/moment.ts';
import type { Reminder } from '../domain/reminder.ts';
import type { GuildSettings } from '../domain/settings.ts';
import { stepsOfConference } from '../domain/subscription.ts';
import { findAlertRecipient } from './alertRecipient.ts';
import { planCardEdits, planEdit } from './planEdits.ts';
import { planReminderEnds } from './planReminder.ts';

/** What the moderators are asked. */
export interface ConferenceQuestionAlert {
  readonly kind: 'conferenceQuestion';
  readonly questionId: ConferenceQuestionId;
}

/** What members are told of a change: how it was, and how it is. */
export type TellableFacts = Pick<ConferenceFacts, 'title' | 'time' | 'status' | 'place' | 'milestones'>;
export interface ChangeNotice {
  readonly before: TellableFacts;
  readonly after: TellableFacts;
}

interface Change {
  readonly before?: Conference;
  readonly after: Conference;
  readonly question?: { readonly id: ConferenceQuestionId };
  readonly ended: readonly ConferenceQuestionId[];
  readonly isNews: boolean;
  readonly settings: GuildSettings;
  readonly deliveries: readonly Delivery[];
  /** That are still to come. */
  readonly reminders?: readonly Reminder[];
  readonly at: Instant;
}

export function planConference(change: Change): NewDelivery[] {
  const card = change.deliveries.find(({ purpose }) => purpose === 'conference');
  const shown = card ? planChange(change, card) : planCard(change);
  return [...planQuestion(change), ...shown, ...endQuestions(change), ...planEnds(change)];
}

/** What was asked says how it ended, in the same message. */
function endQuestions({ ended, deliveries, at }: Change): NewDelivery[] {
  const isEnded = ({ questionId }: Partial<ConferenceQuestionAlert>) =>
    questionId !== undefined && ended.includes(questionId);
  return deliveries
    .filter((one) => one.purpose === 'alert' && one.state !== 'dead' && mayBePosted(one) && isEnded(one.payload ?? {}))
    .map((alert) => planEdit(alert, alert.payload ?? {}, at));
}

function planQuestion({ after, question, settings, at }: Change): NewDelivery[] {
  const recipient = question && findAlertRecipient(settings);
  if (!question || !recipient) return [];
  const payload: ConferenceQuestionAlert = { kind: 'conferenceQuestion', questionId: question.id };
  return [
    {
      ...recipient,
      guildId: after.guildId,
      purpose: 'alert',
      steps: ['message'],
      conferenceId: after.id,
      payload: { ...payload },
      dedupeKey: `conferenceQuestion:${question.id}`,
      orderedAt: at,
    },
  ];
}

/** Only what is sure, still to come and takes place is announced, and only where moderators chose a channel for it. */
function planCard({ after, isNews, settings, at }: Change): NewDelivery[] {
  const { conferencesChannelId: channelId } = settings;
  const isWorthIt = after.standing === 'sure' && after.status !== 'cancelled' && spanOf(after).overAt > at;
  if (!isNews || !isWorthIt || channelId === undefined) return [];
  return [
    {
      guildId: after.guildId,
      channelId,
      targetKind: 'text',
      purpose: 'conference',
      steps: stepsOfConference(settings),
      conferenceId: after.id,
      dedupeKey: `conference:${after.id}`,
      orderedAt: at,
    },
  ];
}

/** Who asked to be reminded hears that it is off. */
function planEnds({ after, reminders = [], at }: Change): NewDelivery[] {
  const isOff = after.status === 'cancelled' || after.standing !== 'sure';
  return isOff ? planReminderEnds(reminders, after, at) : [];
}

function planChange({ before, after, deliveries, at }: Change, card: Delivery): NewDelivery[] {
  if (before?.standing !== 'sure' || sameFacts(before, after)) return [];
  const [told, tells] = [tellable(before), tellable(after)];
  const isThere = mayBePosted(card) && card.state !== 'dead' && card.reason !== 'removedByPerson';
  const isToldOf = !isDeepStrictEqual(told, tells) && isThere;
  const edits = planCardEdits(deliveries, at);
  if (!isToldOf) return edits;
  const { guildId, id } = after;
  const payload: ChangeNotice = { before: told, after: tells };
  return [
    ...edits,
    {
      ...discussionOf(card),
      guildId,
      purpose: 'notice',
      steps: ['message'],
      conferenceId: id,
      payload: { ...payload },
      dedupeKey: `conferenceNotice:${id}:${after.sequence}`,
      orderedAt: at,
    },
  ];
}

function discussionOf({ channelId, targetKind, results }: Delivery): Pick<NewDelivery, 'channelId' | 'targetKind'> {
  const thread = (targetKind === 'forum' ? results.message : results.thread) as ChannelId | undefined;
  return thread === undefined ? { channelId, targetKind } : { channelId: thread, targetKind: 'thread' };
}

/** Without what nobody waits to hear: that a description reads otherwise. */
function tellable({ title, time, status, place, milestones }: Conference): TellableFacts {
  return {
    title,
    status,
    milestones,
    ...(time ? { time } : {}),
    ...(place === undefined ? {} : { place }),
  };
}
