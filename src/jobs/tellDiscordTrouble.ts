// Tells moderators of a long trouble at Discord, and that it is over once all that waited is posted. An alert that could not leave
// before the end is dropped: whoever reads it then would have nothing to do, and sees the posts arrive.

import { discordTroublePrefix, planDiscordTrouble } from '../delivery/planDiscordTrouble.ts';
import { planRecovery } from '../delivery/planEdits.ts';
import type { Instant } from '../domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { Settings } from '../ports/settings.ts';

export interface TellParts {
  readonly outbox: Outbox;
  readonly settings: Settings;
  readonly clock: Clock;
}

/** @param since when the present trouble began, if there is one */
export async function tellDiscordTrouble(
  { outbox, settings, clock }: TellParts,
  since: Instant | undefined,
): Promise<void> {
  const now = clock.now();
  const waiting = await outbox.listWaitingGuilds(now);
  const guilds = await Promise.all(waiting.map((guildId) => settings.get(guildId)));
  await outbox.add(planDiscordTrouble(since, guilds, now), now);
  if (since !== undefined) return;
  await outbox.endGuildAlerts(discordTroublePrefix, waiting, now, planRecovery);
}
