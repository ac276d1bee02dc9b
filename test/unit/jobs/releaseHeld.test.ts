import { describe, expect, it } from 'vitest';
import { planAlerts } from '../../../src/delivery/planAlerts.ts';
import type { Delivery, Transition } from '../../../src/domain/delivery.ts';
import type { ChannelId } from '../../../src/domain/ids.ts';
import { releaseHeld } from '../../../src/jobs/releaseHeld.ts';
import { createLog } from '../../../src/kit/log.ts';
import type { ChannelReadiness } from '../../../src/ports/guilds.ts';
import { readyGuilds } from '../../support/readyGuilds.ts';
import { delivery, guildId, hourMs, newsId, now, openTestStore, saveSettings } from '../store/testStore.ts';

const moderatorsId = '205' as ChannelId;
const refused: Transition = { to: 'held', reason: 'refused', missing: [] };

/** A post in a channel that Discord refuses for a reason it gives no sign of. */
async function startHeld() {
  const store = await openTestStore();
  await saveSettings(store, { ...(await store.settings.get(guildId)), alertsChannelId: moderatorsId });
  const settings = await store.settings.get(guildId);
  await store.outbox.add([delivery({ steps: ['message'] })], now);
  const answer = async (transition: Transition, at: number) => {
    const claimed = await store.outbox.claimDue({ owner: 'worker', now: at, leaseMs: 1_000, limit: 9 });
    for (const row of claimed.filter(({ channelId }) => channelId === newsId))
      await store.outbox.record(row, 'worker', transition, at, planAlerts(row, transition, settings, at));
    for (const row of claimed.filter(({ channelId }) => channelId === moderatorsId))
      await store.outbox.record(row, 'worker', { to: 'done', id: '7' }, at);
    return claimed.filter(({ channelId }) => channelId === newsId).length;
  };
  const ready = { kind: 'ready', name: 'news' } as ChannelReadiness;
  const look = (at: number, changed?: Delivery['guildId'], readiness: ChannelReadiness = ready) =>
    releaseHeld(
      {
        ...store,
        guilds: { ...readyGuilds, checkChannel: () => readiness },
        clock: { now: () => at },
        log: createLog('silent'),
      },
      changed && new Set([changed]),
    );
  const told = () => store.inspect.prepare(`SELECT purpose FROM outbox WHERE channel_id = '205'`).pluck().all();
  await answer(refused, now);
  await answer(refused, now + 1);
  return { answer, look, told };
}

describe('what is held', () => {
  it('is tried quietly once an hour; once that succeeds the alert ends, and a later trouble is told anew', async () => {
    const { answer, look, told } = await startHeld();
    expect(await look(now + hourMs - 1)).toBe(0);
    expect(await look(now + hourMs)).toBe(1);
    expect(await answer(refused, now + hourMs)).toBe(1);
    expect(told()).toEqual(['alert']);
    expect(await look(now + 2 * hourMs)).toBe(1);
    expect(await answer({ to: 'done', id: '9' }, now + 2 * hourMs)).toBe(1);
    await look(now + 2 * hourMs + 1);
    expect(told()).toEqual(['alert', 'edit']);
  });

  it('is not told as mended, and told again, each time something of the server changes', async () => {
    const { answer, look, told } = await startHeld();
    for (const at of [now + 10, now + 20, now + 30]) {
      expect(await look(at, guildId)).toBe(1);
      await answer(refused, at);
    }
    expect(told()).toEqual(['alert']);
  });

  it('is tried in a thread that Discord has archived, of which nothing is told beforehand', async () => {
    const { look } = await startHeld();
    expect(await look(now + hourMs, undefined, { kind: 'gone' })).toBe(1);
  });
});
