// From what is due to what stands in Discord: on the real store, with the deliverer's own steps.

import { beforeEach, describe, expect, it } from 'vitest';
import { planConference } from '../../../src/delivery/planConference.ts';
import type { Conference, ConferenceFacts } from '../../../src/domain/conference.ts';
import type { Outcome } from '../../../src/domain/delivery.ts';
import type { ChannelId, ReminderId } from '../../../src/domain/ids.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { advance } from '../../../src/jobs/advance.ts';
import { remind } from '../../../src/jobs/remind.ts';
import type { MessageView } from '../../../src/kit/message.ts';
import { startAdvancing } from '../../support/startAdvancing.ts';
import { guildId, hourMs, newsId, now, saveSettings, userId } from '../store/testStore.ts';
import { textOf } from '../views/readView.ts';

const startsAt = now + 9 * 24 * hourMs;
const dueAt = startsAt - hourMs;
const facts: ConferenceFacts = {
  title: 'Meeting on tides',
  status: 'confirmed',
  time: { kind: 'instants', startsAt, timeZone: 'Europe/Lisbon' },
  milestones: [],
};

let world: Awaited<ReturnType<typeof startAdvancing>>;
let conference: Conference;
let sent: { channelId: string; view: MessageView }[];
/** What comes of opening a direct message. */
let direct: Outcome;

const put = async (change: Partial<ConferenceFacts> = {}) => {
  const saved = await world.store.conferences.put(
    guildId,
    conference?.id,
    { ...facts, ...change },
    { by: userId, at: world.time.at },
    planConference,
  );
  if (!saved) throw new Error('the conference is not there');
  return saved;
};

const ask = () =>
  world.store.reminders.ask(
    { guildId, userId, conferenceId: conference.id, what: 'start', before: 'hour', askedAt: now, locale: 'en', dueAt },
    9,
  );

/** Whatever is due is done, as the two jobs do it. */
async function runAt(at: number): Promise<void> {
  const { store, parts, time } = world;
  time.at = at;
  await remind({ ...store, clock: parts.clock });
  for (;;) {
    const rows = await store.outbox.claimDue({ owner: parts.owner, now: at, leaseMs: 60_000, limit: 9 });
    if (rows.length === 0) return;
    for (const row of rows) await advance(row, parts);
  }
}

const reminders = () => sent.filter(({ view }) => JSON.stringify(view).includes('v1:reminders:'));
const texts = () => reminders().map(({ view }) => textOf(view));

beforeEach(async () => {
  world = await startAdvancing(now);
  sent = [];
  direct = { kind: 'done', id: 'dm' };
  conference = undefined as never;
  const { publisher } = world.discord;
  Object.assign(world.parts, {
    publisher: {
      ...publisher,
      openDirect: async () => direct,
      sendMessage: async (channelId: ChannelId, view: MessageView, nonce: string) => {
        sent.push({ channelId, view });
        return publisher.sendMessage(channelId, view, nonce);
      },
    },
  });
  await saveSettings(world.store, { ...defaultSettings(guildId), timeZone: 'Europe/Lisbon' });
  conference = await put();
  await ask();
});

describe('a reminder', () => {
  it('comes once, when it is due, by direct message', async () => {
    await runAt(dueAt - 1);
    expect(reminders()).toEqual([]);
    await runAt(dueAt);
    await runAt(dueAt + hourMs);
    expect(reminders().map(({ channelId }) => channelId)).toEqual(['dm']);
    expect(texts()[0]).toContain('Meeting on tides');
    expect(texts()[0]).not.toContain('late');
  });

  it('that was due while nothing ran says that it is late, or too late', async () => {
    await runAt(dueAt + 16 * 60_000);
    expect(texts()[0]).toContain(`This comes late: when it was due, <t:${dueAt / 1000}:F>`);
    await world.store.reminders.snooze(((await all())[0]?.id ?? '') as ReminderId, userId, startsAt - 60_000);
    await runAt(startsAt + hourMs);
    expect(texts()[1]).toContain('and by now it has begun or is over.');
    expect(reminders()).toHaveLength(2);
  });

  it('is punctual up to a quarter of an hour', async () => {
    await runAt(dueAt + 15 * 60_000);
    expect(texts()[0]).not.toContain('late');
  });

  it('that was taken back after it was due, and before it left, does not come', async () => {
    world.time.at = dueAt;
    await remind({ ...world.store, clock: world.parts.clock });
    const ids = (await world.store.reminders.listByUser(userId)).map(({ id }) => id);
    await world.store.reminders.remove(userId, ids);
    await runAt(dueAt);
    expect(reminders()).toEqual([]);
  });

  it('ends with one word where its conference is cancelled', async () => {
    await put({ status: 'cancelled' });
    await runAt(now + 1_000);
    await runAt(startsAt);
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toContain('Meeting on tides is cancelled, so I will not remind you of it.');
  });

  it('follows a new date of its conference', async () => {
    await put({ time: { kind: 'instants', startsAt: startsAt + 24 * hourMs, timeZone: 'Europe/Lisbon' } });
    await runAt(dueAt + hourMs);
    expect(reminders()).toEqual([]);
    await runAt(dueAt + 24 * hourMs);
    expect(reminders()).toHaveLength(1);
  });

  const all = () => world.store.reminders.listByUser(userId);
});

describe('a person who takes no direct messages', () => {
  beforeEach(() => {
    direct = { kind: 'impossible', reason: 'unreachable', detail: '50007' };
  });

  it('is mentioned in the discussion of the conference, once', async () => {
    await saveSettings(world.store, { ...defaultSettings(guildId), conferencesChannelId: newsId });
    await put({ place: 'Lisbon' });
    await runAt(now + 1_000);
    const discussion = await world.store.conferences.findDiscussion(guildId, conference.id);
    expect(discussion?.channelId).toBe(newsId);
    await runAt(dueAt);
    await runAt(dueAt + hourMs);
    expect(reminders().map(({ channelId, view }) => [channelId, view.mentions])).toEqual([
      [discussion?.threadId, { users: [userId] }],
    ]);
    expect(texts()[0]).toContain(`<@${userId}>`);
  });

  it.each(['channelGone', 'refused', 'missingAccess'] as const)(
    'is one to whom Discord refuses them as %s: nobody could mend that',
    async (reason) => {
      direct = { kind: 'refused', reason, detail: '' };
      await saveSettings(world.store, { ...defaultSettings(guildId), conferencesChannelId: newsId });
      await runAt(dueAt);
      expect(reminders().map(({ channelId }) => channelId)).toEqual([newsId]);
      expect(await world.store.outbox.listHeld()).toEqual([]);
    },
  );

  it('is mentioned among the conferences where that one is discussed nowhere', async () => {
    await saveSettings(world.store, { ...defaultSettings(guildId), conferencesChannelId: newsId });
    await runAt(dueAt);
    expect(reminders().map(({ channelId }) => channelId)).toEqual([newsId]);
  });

  it('is mentioned among the conferences where the discussion takes nothing any more', async () => {
    await saveSettings(world.store, { ...defaultSettings(guildId), conferencesChannelId: newsId });
    await put({ place: 'Lisbon' });
    await runAt(now + 1_000);
    const discussion = await world.store.conferences.findDiscussion(guildId, conference.id);
    const { publisher } = world.parts;
    Object.assign(world.parts, {
      publisher: {
        ...publisher,
        describePlace: async (channelId: ChannelId, afresh: boolean) =>
          channelId === discussion?.threadId
            ? { kind: 'refused', reason: 'channelGone', detail: '10003' }
            : publisher.describePlace(channelId, afresh),
      },
    });
    await runAt(dueAt);
    expect(reminders().map(({ channelId }) => channelId)).toEqual([newsId]);
    expect(await world.store.outbox.listHeld()).toEqual([]);
  });

  it('is no concern of the moderators, also where there is no channel', async () => {
    const alertsChannelId = '900' as ChannelId;
    await saveSettings(world.store, { ...defaultSettings(guildId), alertsChannelId });
    await runAt(dueAt);
    expect(sent).toEqual([]);
  });
});
