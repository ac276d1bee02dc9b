import { expect, it } from 'vitest';
import type { ChannelId } from '../../../src/domain/ids.ts';
import type { GuildSettings } from '../../../src/domain/settings.ts';
import { delivery, guildId, newsId, now, openTestStore, saveSettings } from './testStore.ts';

const formerId = '210' as ChannelId;
const chosenId = '211' as ChannelId;
const held = { to: 'held', reason: 'channelGone', missing: [], isUntouched: true } as const;

/** What waits in a channel that is gone. @returns what becomes of it once moderators choose another one */
async function choose(before: Partial<GuildSettings>, after: Partial<GuildSettings>) {
  const store = await openTestStore();
  const settings = await store.settings.get(guildId);
  await saveSettings(store, { ...settings, ...before });
  await store.outbox.add(
    [
      delivery({ purpose: 'conference', channelId: formerId, steps: ['message', 'thread'], dedupeKey: 'conference:5' }),
      delivery({ purpose: 'alert', channelId: formerId, steps: ['message'] }),
      delivery({ purpose: 'article', channelId: formerId }),
      delivery({ purpose: 'conference', channelId: newsId, steps: ['message', 'thread'] }),
    ],
    now,
  );
  const claimed = await store.outbox.claimDue({ owner: 'worker', now, leaseMs: 1_000, limit: 9 });
  const first = claimed.find(({ channelId }) => channelId === formerId);
  const fitting = { targetKind: 'forum', steps: ['message'] } as const;
  const sending = first && (await store.outbox.markSending(first, 'worker', now, fitting));
  if (!sending) throw new Error('nothing to send');
  await store.outbox.record(sending, 'worker', held, now);
  await saveSettings(store, { ...settings, ...before, ...after });
  const rows = store.inspect.prepare(
    'SELECT purpose, channel_id, state, steps, target_kind FROM outbox ORDER BY sequence',
  );
  return rows.all() as { purpose: string; channel_id: string; state: string; steps: string; target_kind: string }[];
}

it('conferences that could not be announced go to the channel that is chosen for them next', async () => {
  const before = { conferencesChannelId: formerId, alertsChannelId: '212' as ChannelId };
  const rows = await choose(before, { conferencesChannelId: chosenId });
  expect(rows.map(({ channel_id }) => channel_id)).toEqual([chosenId, formerId, formerId, newsId]);
  expect(rows[0]).toMatchObject({ state: 'pending', steps: '["message","thread"]', target_kind: 'text' });
});

it('moderators are told in the channel that they choose next what they could not be told in the former one', async () => {
  const before = { conferencesChannelId: '212' as ChannelId, alertsChannelId: formerId };
  const rows = await choose(before, { alertsChannelId: chosenId });
  expect(rows.map(({ channel_id }) => channel_id)).toEqual([formerId, chosenId, formerId, newsId]);
});

it('nothing moves where moderators choose something else', async () => {
  const before = { conferencesChannelId: formerId, alertsChannelId: formerId };
  const rows = await choose(before, { language: 'de' });
  expect(rows.map(({ channel_id }) => channel_id)).toEqual([formerId, formerId, formerId, newsId]);
  expect(rows[0]).toMatchObject({ state: 'held' });
});
