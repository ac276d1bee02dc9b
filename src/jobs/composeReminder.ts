// What a delivery of purpose `reminder` says, as things stand when it leaves.

import type { DueReminder, ReminderPayload } from '../delivery/planReminder.ts';
import type { Delivery } from '../domain/delivery.ts';
import { instantMeant, momentOf, punctualMs, sameClockTomorrow } from '../domain/reminder.ts';
import type { MessageView } from '../kit/message.ts';
import { sayIn } from '../kit/translate.ts';
import type { Clock } from '../ports/clock.ts';
import type { Conferences } from '../ports/conferences.ts';
import type { KnownReminder, Reminders } from '../ports/reminders.ts';
import type { Settings } from '../ports/settings.ts';
import { reminderEnded, reminderMessage } from '../views/reminderMessage.ts';

export interface ComposeReminderPorts {
  readonly reminders: Pick<Reminders, 'find'>;
  readonly conferences: Pick<Conferences, 'findDiscussion'>;
  readonly settings: Settings;
  readonly clock: Clock;
}

/** @returns undefined where the member has taken it back, or it takes place after all */
export async function composeReminder(
  delivery: Delivery,
  ports: ComposeReminderPorts,
): Promise<MessageView | undefined> {
  const payload = delivery.payload as unknown as ReminderPayload;
  const known = await ports.reminders.find(payload.reminderId);
  if (!known) return undefined;
  const { conference } = known;
  const { id: deliveryId, guildId, targetKind } = delivery;
  const { language } = await ports.settings.get(guildId);
  const isDirect = targetKind === 'direct';
  const shown = {
    conference,
    deliveryId,
    reminderId: payload.reminderId,
    // What all can see is in the language of all.
    say: sayIn(isDirect ? payload.locale : language),
    ...(isDirect ? {} : { mentions: payload.userId }),
  };
  if (conference.status === 'cancelled' || conference.standing !== 'sure') return reminderEnded(shown);
  if (payload.kind === 'ended') return undefined;
  return reminderMessage({ ...shown, ...(await circumstances(payload, known, ports)), isPlain: delivery.isPlain });
}

async function circumstances(
  { what, before, askedAt, dueAt }: DueReminder,
  { conference }: KnownReminder,
  { conferences, settings, clock }: ComposeReminderPorts,
) {
  const { guildId, id } = conference;
  const now = clock.now();
  const { timeZone: homeTimeZone } = await settings.get(guildId);
  const due = momentOf(conference, what, homeTimeZone, now);
  const meantAt = due && instantMeant(due, what, homeTimeZone);
  const discussion = await conferences.findDiscussion(guildId, id);
  return {
    ...{ what, before, askedAt, homeTimeZone, now },
    isPast: meantAt !== undefined && meantAt <= now,
    maySnooze: meantAt !== undefined && sameClockTomorrow(now, homeTimeZone) < meantAt,
    ...(now - dueAt > punctualMs ? { lateSince: dueAt } : {}),
    ...(discussion ? { discussionUrl: `https://discord.com/channels/${guildId}/${discussion.threadId}` } : {}),
  };
}
