// Once a week each guild with a channel for conferences hears of its programme: once, and not made up for when it is late.

import { planProgrammeDigest } from '../delivery/planProgrammeDigest.ts';
import { findDigestWeek } from '../domain/digestWeek.ts';
import type { Clock } from '../ports/clock.ts';
import type { Conferences } from '../ports/conferences.ts';
import type { DigestedGuild, ProgrammeDigests } from '../ports/programmeDigests.ts';

export interface DigestParts {
  readonly programmeDigests: ProgrammeDigests;
  readonly conferences: Pick<Conferences, 'listUpcoming'>;
  readonly clock: Clock;
}

export async function digest(parts: DigestParts): Promise<void> {
  const now = parts.clock.now();
  for (const guild of await parts.programmeDigests.list()) await digestFor(guild, now, parts);
}

async function digestFor({ settings, week: last = '' }: DigestedGuild, now: number, parts: DigestParts): Promise<void> {
  const { guildId, timeZone } = settings;
  const week = findDigestWeek(now, timeZone);
  if (!week || week.name <= last) return;
  const conferences = await parts.conferences.listUpcoming(guildId, now, Number.MAX_SAFE_INTEGER);
  const deliveries = planProgrammeDigest(conferences, settings, week, now);
  await parts.programmeDigests.save(guildId, week.name, deliveries, now);
}
