import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { planConference } from '../../../src/delivery/planConference.ts';
import { createRequests } from '../../../src/discord/createRequests.ts';
import { createPublisher } from '../../../src/discord/publisher.ts';
import { claimOfEvent } from '../../../src/domain/conferenceClaim.ts';
import type { Outcome } from '../../../src/domain/delivery.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import type { AdvanceParts } from '../../../src/jobs/advance.ts';
import { createDeliver } from '../../../src/jobs/deliver.ts';
import { releaseHeld } from '../../../src/jobs/releaseHeld.ts';
import { startAdvancing, startWithArticle, takeTurn, takeTurns } from '../../support/startAdvancing.ts';
import { waitFor } from '../../support/waitFor.ts';
import { delivery, guildId, now, saveSettings } from '../store/testStore.ts';

type Started = Awaited<ReturnType<typeof startWithArticle>>;
/** Milliseconds after the start at which the cards of the channel were posted. */
const postedAfter = ({ discord }: Pick<Started, 'discord'>) =>
  discord.posted.filter(({ channelId }) => channelId === '200').map(({ at }) => at - now);
/** Answers the description of the channel as the test says, from the second one on. */
const describing = (parts: AdvanceParts, second: AdvanceParts['publisher']['describePlace']): AdvanceParts => {
  let asked = 0;
  const describePlace: typeof second = async (...of) => {
    asked += 1;
    return asked === 2 ? second(...of) : parts.publisher.describePlace(...of);
  };
  return { ...parts, publisher: { ...parts.publisher, describePlace } };
};

/** The look that finds nothing yet is 16 s after a lost request, which lands after 20 s. */
const untilLooked = [0, 16_000];
const longAfter = [600_000, 61_000, 61_000];

describe('a lost request that lands late is not made again beyond its nonce', () => {
  it('where the next one is refused, and nobody is there for ten minutes', async () => {
    const started = await startWithArticle('late', 'done', 'limited');
    await takeTurns(started.store, started.parts, started.time, [...untilLooked, ...longAfter]);
    expect(postedAfter(started)).toEqual([20_000]);
    expect(await started.store.outbox.count(guildId)).toMatchObject({ waiting: 0, sent: 1 });
  });

  it('where the channel cannot be described for the next one', async () => {
    const started = await startWithArticle('late');
    const parts = describing(started.parts, async () => ({ kind: 'notSent', cause: '429', retryAfterMs: 5_000 }));
    await takeTurns(started.store, parts, started.time, [...untilLooked, ...longAfter]);
    expect(postedAfter(started)).toEqual([20_000]);
    expect(await started.store.outbox.count(guildId)).toMatchObject({ waiting: 0, sent: 1 });
  });

  it('where the process stands still after the look', async () => {
    const started = await startWithArticle('late');
    const { store, time } = started;
    const gates: (() => void)[] = [];
    const gate = new Promise<void>((resolve) => gates.push(resolve));
    let isAsked = false;
    const parts = describing(started.parts, async (...of) => {
      isAsked = true;
      await gate;
      return started.parts.publisher.describePlace(...of);
    });
    const deliverer = createDeliver({ ...parts, abortDeliveries: () => undefined });
    await deliverer.run();
    time.at += 16_000;
    const run = deliverer.run();
    await waitFor('the channel to be asked about', () => isAsked);
    time.at += 600_000;
    // Two claims later.
    await pause(1_200);
    for (const open of gates) open();
    await deliverer.stop();
    await run;
    await takeTurns(store, parts, time, [61_000, 61_000, 61_000]);
    expect(postedAfter(started)).toEqual([20_000]);
  });

  it('where the process stands still when it is about to be sent', async () => {
    const started = await startWithArticle('late');
    let marks = 0;
    const passCheckpoint: AdvanceParts['passCheckpoint'] = (point) => {
      if (point !== 'message:marked') return;
      marks += 1;
      if (marks === 2) started.time.at += 600_000;
    };
    await takeTurns(started.store, { ...started.parts, passCheckpoint }, started.time, [
      ...untilLooked,
      61_000,
      61_000,
    ]);
    expect(postedAfter(started)).toEqual([20_000]);
  });

  it('where a forum takes no nonce, and the clock jumps ahead meanwhile', async () => {
    const started = await startWithArticle('late');
    const { store, discord, time } = started;
    const clock = { aheadMs: 0, now: () => time.at + clock.aheadMs };
    const place = { kind: 'forum', tags: [], requiresTag: false, mayManageThreads: false } as const;
    const publisher: AdvanceParts['publisher'] = {
      ...started.parts.publisher,
      describePlace: async () => ({ kind: 'place', place }),
    };
    const parts = { ...started.parts, publisher, clock };
    const wall = {
      get at() {
        return clock.now();
      },
      set at(to) {
        time.at = to - clock.aheadMs;
      },
    };
    await takeTurn(store, parts, wall, 0);
    clock.aheadMs = 3_600_000;
    await takeTurns(store, parts, wall, [10_000, 61_000]);
    discord.settle();
    expect(postedAfter(started)).toEqual([20_000]);
  });
});

it('goes to the channel that moderators name instead of one that was deleted before it could be sent again', async () => {
  const { store, discord, parts, time } = await startWithArticle('lostBefore');
  const gone = describing(parts, async () => ({ kind: 'refused', reason: 'channelGone', detail: '10003' }));
  await takeTurns(store, gone, time, [0, 61_000]);
  const subscription = store.inspect.prepare('SELECT id FROM subscriptions').pluck().get() as never;
  await store.subscriptions.saveChoices(subscription, () => ({ channelId: '201' as never }), time.at);
  await takeTurns(store, parts, time, [0, 61_000]);
  expect(discord.posted[0]?.channelId).toBe('201');
});

it('saves nothing between a look that finds nothing and the request that follows', async () => {
  const { store, discord, parts, time } = await startWithArticle('lostBefore');
  await takeTurns(store, parts, time, untilLooked);
  expect(discord.posted).toHaveLength(1);
});

describe('what is not known is not looked for without an end', () => {
  it.each<Outcome>([
    { kind: 'impossible', reason: 'unreachable', detail: '50278' },
    { kind: 'refused', reason: 'refused', detail: '40001' },
  ])('where a person takes no direct messages any more: $kind', async (answer) => {
    const { store, parts, time } = await startAdvancing(now);
    const payload = { kind: 'held', channelId: '200', reason: 'missingAccess', missing: [], concern: 'posts' };
    const target = { purpose: 'alert', targetKind: 'direct', channelId: '301' as never } as const;
    await store.outbox.add([delivery({ ...target, steps: ['message'], payload })], now);
    let opens = 0;
    const publisher: AdvanceParts['publisher'] = {
      ...parts.publisher,
      openDirect: async () => {
        opens += 1;
        return opens === 1 ? { kind: 'done', id: '302' } : answer;
      },
      sendMessage: async () => ({ kind: 'unknown', cause: '502' }),
    };
    await takeTurns(store, { ...parts, publisher }, time, Array(20).fill(61_000));
    expect(await store.outbox.count(guildId)).toMatchObject({ waiting: 0, held: 0 });
  });

  it('where the server of an event is gone', async () => {
    const { store, parts, time } = await startAdvancing(now);
    const payload = { conferenceId: 1, action: 'create' };
    await store.outbox.add(
      [delivery({ purpose: 'event', channelId: guildId as never, steps: ['event'], payload })],
      now,
    );
    const begun = store.inspect.prepare(
      "UPDATE outbox SET state = 'unknown', step_begun_at = ?, attempted_at = ?, attempt = 1",
    );
    begun.run(now, now);
    const guildEvents: AdvanceParts['guildEvents'] = {
      ...parts.guildEvents,
      list: async () => ({ kind: 'refused', reason: 'channelGone', detail: '10004' }),
    };
    await takeTurns(store, { ...parts, guildEvents }, time, Array(20).fill(61_000));
    expect(await store.outbox.count(guildId)).toMatchObject({ waiting: 0 });
  });

  it('where something else than Discord answers, and all goes on once Discord does', async () => {
    const { store, parts, time } = await startWithArticle();
    const rest = { on: () => rest, request: async () => new ArrayBuffer(8) };
    const requests = createRequests({ rest: rest as never, clock: parts.clock, onUnauthorised: () => undefined });
    const { sendMessage } = createPublisher({ requests, mayReadHistory: () => true, findKnownPlace: () => undefined });
    await takeTurn(store, { ...parts, publisher: { ...parts.publisher, sendMessage } }, time, 0);
    await takeTurns(store, parts, time, Array(6).fill(61_000));
    expect(await store.outbox.count(guildId)).toMatchObject({ waiting: 0, sent: 1 });
  });
});

it('is not posted any more where its source was given up before anybody knew', async () => {
  const { store, discord, parts, time } = await startWithArticle('crashBefore');
  await takeTurn(store, parts, time, 0);
  await store.subscriptions.remove(store.inspect.prepare('SELECT id FROM subscriptions').pluck().get() as never);
  await takeTurns(store, parts, time, Array(4).fill(61_000));
  expect(discord.posted).toEqual([]);
  expect(store.inspect.prepare('SELECT reason FROM outbox').pluck().get()).toBe('unsubscribed');
});

it('leaves its name to a discussion that a person opened in the place of one that was lost', async () => {
  const { store, parts, time } = await startWithArticle('done', 'lostBefore');
  const publisher: AdvanceParts['publisher'] = {
    ...parts.publisher,
    findThread: async (_, messageId) => ({ kind: 'found', id: messageId, threadName: 'What a person called it' }),
  };
  await takeTurns(store, { ...parts, publisher }, time, [0, 0, 61_000, 61_000]);
  const { results, thread_name } = store.inspect.prepare('SELECT results, thread_name FROM outbox').get() as {
    results: string;
    thread_name: string | null;
  };
  expect([JSON.parse(results).thread, thread_name]).toEqual(['1', null]);
});

it('does not show a conference as it was before it changed on the way', async () => {
  const { store, discord, parts, time } = await startAdvancing(now);
  await saveSettings(store, { ...defaultSettings(guildId), conferencesChannelId: '210' as never });
  const put = (startsOn: string, at: number) => {
    const days = { kind: 'days', startsOn, endsOn: startsOn } as const;
    const event = { uid: 'one', title: 'Meeting on tides', status: 'confirmed', location: 'Lisbon', time: days };
    const claim = claimOfEvent(event as never, 'calendar', 'https://society.example/c.ics');
    return store.conferences.save(guildId, [claim], { at, isNews: true }, planConference);
  };
  await put('2027-06-12', now);
  let asked = 0;
  const publisher: AdvanceParts['publisher'] = {
    ...parts.publisher,
    describePlace: async (...of) => {
      asked += 1;
      if (asked === 1) await put('2027-09-20', time.at + 1);
      return parts.publisher.describePlace(...of);
    },
  };
  await takeTurns(store, { ...parts, publisher }, time, Array(8).fill(601_000));
  const said = discord.posted.map(({ text }) => text).join('\n');
  expect(said).toMatch(/September/);
  expect(said).not.toMatch(/June/);
});

it('is not looked for every half minute where Discord hides the history for a reason that nothing tells of', async () => {
  const { store, parts, time } = await startWithArticle('lostBefore');
  let looks = 0;
  const publisher: AdvanceParts['publisher'] = {
    ...parts.publisher,
    findMessage: async () => {
      looks += 1;
      return { kind: 'unreadable' };
    },
  };
  for (let round = 0; round < 20; round += 1) {
    await takeTurn(store, { ...parts, publisher }, time, 30_000);
    await releaseHeld({ ...parts, ...store });
  }
  expect(looks).toBe(1);
});
