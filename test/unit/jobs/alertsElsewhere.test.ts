import { describe, expect, it } from 'vitest';
import { planRecovery } from '../../../src/delivery/planEdits.ts';
import type { ChannelId, UserId } from '../../../src/domain/ids.ts';
import { defaultSettings, type GuildSettings } from '../../../src/domain/settings.ts';
import type { AdvanceParts } from '../../../src/jobs/advance.ts';
import { startWithArticle, takeTurns } from '../../support/startAdvancing.ts';
import { guildId, hourMs, newsId, saveSettings } from '../store/testStore.ts';

const alertsId = '205' as ChannelId;
const setUp = { ...defaultSettings(guildId), setUpBy: '301' as UserId };

/** The channel of a post takes none, and moderators are told of it, or are not: by a person, or in these channels. */
async function startHeld(settings: GuildSettings, { isReachable = false, closed = [] as string[] } = {}) {
  const { store, discord, time, parts } = await startWithArticle();
  await saveSettings(store, settings);
  const refused = { kind: 'refused', reason: 'missingPermissions', detail: '50013' } as const;
  const publisher: AdvanceParts['publisher'] = {
    ...parts.publisher,
    openDirect: async (userId) =>
      isReachable ? { kind: 'done', id: `9${userId}` } : { kind: 'impossible', reason: 'unreachable', detail: '50278' },
    sendMessage: async (channelId, ...of) =>
      [newsId as string, ...closed].includes(channelId) ? refused : parts.publisher.sendMessage(channelId, ...of),
  };
  const goOn = () => takeTurns(store, { ...parts, publisher }, time, [1_000, 1_000, 1_000]);
  await goOn();
  return {
    store,
    time,
    goOn,
    choose: (change: Partial<GuildSettings>, at = time.at) => saveSettings(store, { ...settings, ...change }, at),
    toldIn: () => discord.posted.map(({ channelId }) => channelId),
  };
}

describe('what moderators could not be told', () => {
  it('is told in the channel that they choose for alerts', async () => {
    const { choose, goOn, toldIn } = await startHeld(setUp);
    expect(toldIn()).toEqual([]);
    await choose({ alertsChannelId: alertsId });
    await goOn();
    await goOn();
    expect(toldIn()).toEqual([alertsId]);
  });

  it('is told to whoever sets the bot up next', async () => {
    const { choose, goOn, toldIn, store } = await startHeld(setUp);
    await choose({ setUpBy: '302' as UserId });
    await goOn();
    expect(toldIn()).toEqual([]);
    expect(store.inspect.prepare("SELECT channel_id FROM outbox WHERE purpose = 'alert'").pluck().all()).toEqual([
      '302',
    ]);
  });

  it('leaves a channel for alerts that takes none, too', async () => {
    const { choose, goOn, toldIn } = await startHeld(
      { ...setUp, alertsChannelId: '204' as ChannelId },
      {
        closed: ['204'],
      },
    );
    expect(toldIn()).toEqual([]);
    await choose({ alertsChannelId: alertsId });
    await goOn();
    expect(toldIn()).toContain(alertsId);
  });

  it('is told to nobody any more once the trouble is over', async () => {
    const { choose, goOn, toldIn, store, time } = await startHeld(setUp);
    store.inspect
      .prepare("UPDATE outbox SET held_at = NULL, state = 'sent', settled_at = 1 WHERE state = 'held'")
      .run();
    await store.outbox.endHeldAlerts(time.at, planRecovery);
    await choose({ alertsChannelId: alertsId });
    await goOn();
    expect(toldIn()).toEqual([]);
  });

  it('is told to nobody any more after a week: what lasts is told of anew', async () => {
    const { choose, goOn, toldIn, time } = await startHeld(setUp);
    await choose({ alertsChannelId: alertsId }, time.at + 8 * 24 * hourMs);
    await goOn();
    expect(toldIn()).toEqual([]);
  });

  it('is not told in the very channel that is in trouble', async () => {
    const { choose, goOn, store } = await startHeld(setUp);
    await choose({ alertsChannelId: newsId });
    await goOn();
    const at = store.inspect.prepare("SELECT channel_id FROM outbox WHERE purpose = 'alert'").pluck();
    expect(at.all()).toEqual(['301']);
  });
});

it('what moderators were told is not told again elsewhere', async () => {
  const { choose, goOn, toldIn } = await startHeld(setUp, { isReachable: true });
  const before = toldIn();
  expect(before).toHaveLength(1);
  await choose({ alertsChannelId: alertsId });
  await goOn();
  expect(toldIn()).toEqual(before);
});
