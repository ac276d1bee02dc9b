// A reminder that cannot be sent to its person is said on the server instead, to that person alone: where the conference is
// discussed, else where conferences are announced.

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
  const { guildId, conferenceId, targetKind } = row;
  const isDirect = targetKind === 'direct';
  const discussion =
    isDirect && conferenceId !== undefined ? await conferences.findDiscussion(guildId, conferenceId) : undefined;
  return planReminderMention(row, discussion?.threadId, settings, now);
}
