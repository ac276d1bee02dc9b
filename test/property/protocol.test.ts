import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAttempts } from '../../src/delivery/attempts.ts';
import { createRouteHealth } from '../../src/delivery/routeHealth.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import type { ChannelId, GuildId } from '../../src/domain/ids.ts';
import type { Place } from '../../src/domain/place.ts';
import { defaultTiming } from '../../src/domain/timing.ts';
import { type AdvanceParts, advance } from '../../src/jobs/advance.ts';
import { createLog } from '../../src/kit/log.ts';
import { noMetrics } from '../../src/ports/metrics.ts';
import { noModel } from '../../src/ports/model.ts';
import { createModelDiscord, fates } from '../support/modelDiscord.ts';
import { noGuildEvents } from '../support/noGuildEvents.ts';
import { readyGuilds } from '../support/readyGuilds.ts';
import { addSource, entry, follow, now, openTestStore, readInto } from '../unit/store/testStore.ts';

const kinds = new Map<string, Place['kind']>([
  ['200', 'text'],
  ['201', 'forum'],
  ['202', 'announcement'],
  ['203', 'thread'],
]);
const titles = ['a', 'b'];
/** A guild follows a source once, so each channel is in a guild of its own. */
const inGuild = (channelId: string) => ({ guildId: channelId as GuildId, channelId: channelId as ChannelId });
/** A worker takes up what is due, works on it, or comes back to what it took up long before; somebody sets the clock meanwhile. */
const turn = fc.record({
  worker: fc.constantFrom(0, 1),
  afterMs: fc.constantFrom(0, 1_000, 4_000, 16_000, 31_000, 61_000, 200_000),
  does: fc.constantFrom('claim' as const, 'work' as const, 'work' as const),
  aheadMs: fc.option(fc.constantFrom(0, 400_000), { freq: 2, nil: undefined }),
});
const many = { minLength: 20, maxLength: 60, size: 'max' } as const;
const fate = fc.oneof(
  { arbitrary: fc.constantFrom(...fates), weight: 1 },
  { arbitrary: fc.constant('done' as const), weight: 1 },
);

it('brings each article to each channel once, in order, with one discussion and one question, whatever is lost, late or killed', async () => {
  let faults = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(turn, many), fc.array(fate, many), async (turns, script) => {
      const store = await openTestStore();
      const sourceId = await addSource(store);
      await readInto(store, sourceId, []);
      for (const channelId of kinds.keys()) await follow(store, sourceId, inGuild(channelId));
      await readInto(
        store,
        sourceId,
        titles.map((title, place) => entry(title, { publishedAt: now - 10 + place })),
      );

      let at = now;
      let aheadMs = 0;
      const nextFate = () => script.shift() ?? 'done';
      const discord = createModelDiscord(
        () => at,
        (channelId) => kinds.get(channelId) ?? 'text',
        nextFate,
        nextFate,
      );
      const parts: Omit<AdvanceParts, 'owner'> = {
        ...store,
        publisher: discord.publisher,
        model: noModel,
        guildEvents: noGuildEvents,
        memberRoles: { mayManage: () => false },
        guilds: readyGuilds,
        clock: { now: () => at + aheadMs },
        timing: defaultTiming,
        log: createLog('silent'),
        metrics: noMetrics,
        passCheckpoint: () => undefined,
        health: createRouteHealth(defaultTiming),
        attempts: createAttempts(() => at),
      };
      const taken: Delivery[][] = [[], []];
      const claim = async (worker: number) => {
        const found = { owner: `worker ${worker}`, now: at + aheadMs, leaseMs: defaultTiming.leaseMs, limit: 9 };
        taken[worker]?.push(...(await store.outbox.claimDue(found)));
      };
      const work = async (worker: number) => {
        for (const row of taken[worker]?.splice(0) ?? []) await advance(row, { ...parts, owner: `worker ${worker}` });
      };
      const isWaiting = async () => {
        const counts = await Promise.all([...kinds.keys()].map((id) => store.outbox.count(inGuild(id).guildId)));
        return counts.some(({ waiting }) => waiting > 0);
      };
      faults += script.filter((one) => one !== 'done').length;
      for (const { worker, afterMs, does, ...clock } of turns) {
        at += afterMs;
        const setBackMs = aheadMs - (clock.aheadMs ?? aheadMs);
        aheadMs = clock.aheadMs ?? aheadMs;
        if (setBackMs > 0) await store.clockRepair.pullBack(at, defaultTiming.leaseMs, setBackMs);
        await (does === 'claim' ? claim(worker) : work(worker));
      }
      for (let round = 0; round < 80 && (await isWaiting()); round += 1) {
        at += 61_000;
        for (const worker of [0, 1]) {
          await claim(worker);
          await work(worker);
        }
      }
      discord.settle();

      for (const [channelId, kind] of kinds) {
        const counts = await store.outbox.count(inGuild(channelId).guildId);
        expect(counts).toEqual({ waiting: 0, held: 0, sent: titles.length, dead: 0 });
        const cards = discord.posted.filter((one) => one.channelId === channelId && one.text.startsWith('### '));
        expect(cards.map(({ text }) => /Title of (\w)/.exec(text)?.[1])).toEqual(titles);
        for (const { id } of cards) {
          const threadId = kind === 'thread' ? channelId : id;
          if (kind !== 'thread') expect(discord.threads).toContain(threadId);
          expect(discord.crossposted.has(id)).toBe(kind === 'announcement');
          const questions = discord.posted.filter(
            (one) => one.channelId === threadId && /where you disagree/.test(one.text),
          );
          expect(questions).toHaveLength(kind === 'thread' ? titles.length : 1);
        }
      }
    }),
    { numRuns: 25 },
  );
  expect(faults).toBeGreaterThan(200);
}, 120_000);
