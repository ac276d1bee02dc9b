// A reminder that its person cannot be sent is said on the server instead, to that person alone.

import { isUndeliverable, planReminderMention } from '../delivery/planReminder.ts';
import type { Delivery, NewDelivery, Transition } from '../domain/delivery.ts';
import type { Instant } from '../domain/ids.ts';
import type { GuildSettings } from '../domain/settings.ts';
import type { Conferences } from '../ports/conferences.ts';

/** @returns what is saved with the row's end, so that it is neither lost nor doubled */
export async function fallBackReminder(
  row: Delivery,
  transition: Transition,
  settings: GuildSettings,
  now: Instant,
  conferences: Pick<Conferences, 'findDiscussion'>,
): Promise<NewDelivery[]> {
  if (!isUndeliverable(row, transition)) return [];
  const { guildId, conferenceId } = row;
  const discussion = conferenceId === undefined ? undefined : await conferences.findDiscussion(guildId, conferenceId);
  return planReminderMention(row, discussion?.threadId, settings, now);
}
