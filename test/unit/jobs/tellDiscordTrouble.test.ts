import { expect, it } from 'vitest';
import { tellingAfterMs } from '../../../src/delivery/planDiscordTrouble.ts';
import type { ChannelId, GuildId } from '../../../src/domain/ids.ts';
import { composeMessage } from '../../../src/jobs/composeMessage.ts';
import { tellDiscordTrouble } from '../../../src/jobs/tellDiscordTrouble.ts';
import { delivery, guildId, now, openTestStore, saveSettings } from '../store/testStore.ts';
import { textOf } from '../views/readView.ts';

const moderatorsId = '205' as ChannelId;

async function startWaiting() {
  const store = await openTestStore();
  await saveSettings(store, { ...(await store.settings.get(guildId)), alertsChannelId: moderatorsId });
  const other = '101' as GuildId;
  await saveSettings(store, { ...(await store.settings.get(other)), alertsChannelId: '305' as ChannelId });
  await store.outbox.add([delivery({ steps: ['message'] })], now);
  const claim = async (channelId: string, at: number) => {
    const rows = await store.outbox.claimDue({ owner: 'worker', now: at, leaseMs: 1_000, limit: 9 });
    return rows.find((row) => row.channelId === channelId);
  };
  const tell = (at: number, since?: number) => tellDiscordTrouble({ ...store, clock: { now: () => at } }, since);
  const alerts = () =>
    store.inspect.prepare(`SELECT guild_id, purpose, state FROM outbox WHERE purpose != 'article'`).all();
  return { store, claim, tell, alerts };
}

it('tells those for whom something waits once, after a quarter of an hour, and says when it is over', async () => {
  const { store, claim, tell, alerts } = await startWaiting();
  await tell(now + tellingAfterMs - 1, now);
  expect(alerts()).toEqual([]);
  const told = now + tellingAfterMs;
  for (const at of [told, told + 30_000]) await tell(at, now);
  expect(alerts()).toMatchObject([{ guild_id: guildId, purpose: 'alert' }]);
  const alert = await claim(moderatorsId, told + 30_000);
  if (!alert) throw new Error('nobody was told');
  const words = await composeMessage(alert, {
    ...store,
    memberRoles: { mayManage: () => false },
    clock: { now: () => told },
  });
  expect(words && textOf(words)).toContain('The fault is on its side');
  await store.outbox.record(alert, 'worker', { to: 'done', id: '7' }, told + 30_000);

  // The trouble is over, but the post is not there yet.
  await tell(told + 40_000);
  expect(alerts()).toHaveLength(1);
  const post = await claim('200', told + 50_000);
  if (!post) throw new Error('nothing waits');
  await store.outbox.record(post, 'worker', { to: 'done', id: '8' }, told + 50_000);
  for (const at of [told + 60_000, told + 90_000]) await tell(at);
  expect(alerts()).toMatchObject([{ purpose: 'alert' }, { purpose: 'edit' }]);
});

it('drops what it could tell nobody before the end', async () => {
  const { store, claim, tell, alerts } = await startWaiting();
  await tell(now + tellingAfterMs, now);
  const post = await claim('200', now);
  if (!post) throw new Error('nothing waits');
  await store.outbox.record(post, 'worker', { to: 'done', id: '8' }, now);
  await tell(now + tellingAfterMs + 1);
  expect(alerts()).toMatchObject([{ purpose: 'alert', state: 'dead' }]);
});

it('tells nobody for whom all that waits is behind what their own server holds up', async () => {
  const { store, claim, tell, alerts } = await startWaiting();
  await store.outbox.add([delivery({ steps: ['message'], orderedAt: now + 1 })], now);
  const post = await claim('200', now);
  if (!post) throw new Error('nothing waits');
  await store.outbox.record(post, 'worker', { to: 'held', reason: 'missingAccess', missing: [] }, now);
  await tell(now + tellingAfterMs, now);
  expect(alerts()).toEqual([]);
});
