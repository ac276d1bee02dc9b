import { describe, expect, it } from 'vitest';
import type { Transition } from '../../../src/domain/delivery.ts';
import type { GuildId } from '../../../src/domain/ids.ts';
import type { Permission } from '../../../src/domain/permission.ts';
import { housekeeping } from '../../../src/jobs/housekeeping.ts';
import { releaseHeld } from '../../../src/jobs/releaseHeld.ts';
import { createLog } from '../../../src/kit/log.ts';
import type { ChannelReadiness } from '../../../src/ports/guilds.ts';
import { readyGuilds } from '../../support/readyGuilds.ts';
import { delivery, guildId, hourMs, now, openTestStore } from '../store/testStore.ts';

const dayMs = 24 * hourMs;
const ready: ChannelReadiness = { kind: 'ready', name: 'news' };
type Held = Extract<Transition, { to: 'held' }>;

/** A store with one row that is held, and a look at it as time goes on. */
async function holdOne(held: Omit<Held, 'to'>) {
  const store = await openTestStore();
  const { outbox } = store;
  await outbox.add([delivery()], now);
  const [claimed] = await outbox.claimDue({ owner: 'me', now, leaseMs: hourMs, limit: 1 });
  if (!claimed) throw new Error('nothing was claimed');
  const sending = await outbox.markSending(claimed, 'me', now);
  if (!sending) throw new Error('it was not marked');
  await outbox.record(sending, 'me', { to: 'held', ...held }, now);
  let readiness = ready;
  const parts = {
    ...store,
    log: createLog('silent'),
    guilds: { ...readyGuilds, checkChannel: () => readiness },
  };
  return {
    state: async () => (await outbox.find(claimed.id))?.state,
    mustBe: (value: ChannelReadiness) => {
      readiness = value;
    },
    releaseAt: (at: number, changed?: GuildId) =>
      releaseHeld({ ...parts, clock: { now: () => at } }, changed && new Set([changed])),
    keepHouseAt: (at: number) => housekeeping({ ...parts, clock: { now: () => at } }),
  };
}

describe('what is held', () => {
  const missing: readonly Permission[] = ['SendMessages'];

  it('for want of a permission goes as soon as the permission is there, and not before, however long it takes', async () => {
    const held = await holdOne({ reason: 'missingPermissions', missing });
    held.mustBe({ kind: 'missing', name: 'news', permissions: missing });
    expect(await held.releaseAt(now + dayMs, guildId)).toBe(0);
    expect(await held.state()).toBe('held');
    held.mustBe(ready);
    expect(await held.releaseAt(now + dayMs + 1)).toBe(1);
  });

  it.each(['threadsFull', 'threadLocked', 'tagNeeded', 'refused'] as const)(
    'as %s goes when its server changes, else quietly after an hour',
    async (reason) => {
      const changing = await holdOne({ reason, missing: [] });
      expect(await changing.releaseAt(now + 1, '999' as GuildId)).toBe(0);
      expect(await changing.releaseAt(now + 1, guildId)).toBe(1);
      const waiting = await holdOne({ reason, missing: [] });
      expect(await waiting.releaseAt(now + hourMs - 1)).toBe(0);
      expect(await waiting.releaseAt(now + hourMs)).toBe(1);
    },
  );

  it('because its channel is gone is not tried, and is ended after thirty days', async () => {
    const held = await holdOne({ reason: 'channelGone', missing: [] });
    held.mustBe({ kind: 'gone' });
    expect(await held.releaseAt(now + dayMs)).toBe(0);
    await held.keepHouseAt(now + 29 * dayMs);
    expect(await held.state()).toBe('held');
    await held.keepHouseAt(now + 31 * dayMs);
    expect(await held.state()).toBe('dead');
  });

  it('may have landed, so it is looked for before it is sent again', async () => {
    const held = await holdOne({ reason: 'missingAccess', missing: [] });
    await held.releaseAt(now + 1, guildId);
    expect(await held.state()).toBe('unknown');
  });

  it('for another reason is tried after an hour, also where a permission is missing that is not the reason', async () => {
    const held = await holdOne({ reason: 'threadLocked', missing: ['EmbedLinks'] });
    held.mustBe({ kind: 'missing', name: 'news', permissions: ['EmbedLinks'] });
    expect(await held.releaseAt(now + hourMs - 1)).toBe(0);
    expect(await held.releaseAt(now + hourMs)).toBe(1);
  });
});
