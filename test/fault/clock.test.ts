import { describe, expect, it } from 'vitest';
import { createFollowClock } from '../../src/jobs/followClock.ts';
import { createLog } from '../../src/kit/log.ts';
import {
  addSource,
  delivery,
  entry,
  follow,
  now,
  openTestStore,
  readInto,
  type TestStore,
} from '../unit/store/testStore.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const leaseMs = 60_000;
const worker = 'worker';

/** A clock that a test sets, and the job that follows it. */
function startFollowing(store: TestStore, at: number) {
  const clock = { at, now: () => clock.at };
  const follow = createFollowClock({ ...store, clock, timing: { leaseMs }, log: createLog('silent') });
  return { clock, follow };
}

describe('a clock that was a day ahead and is set right', () => {
  it('leaves no source silent for longer than its interval', async () => {
    const store = await openTestStore();
    const read = await addSource(store, 'https://society.example/read.xml');
    const broken = await addSource(store, 'https://society.example/broken.xml');
    await follow(store, read);
    await follow(store, broken);
    const { clock, follow: followClock } = startFollowing(store, now);
    await followClock();

    clock.at = now + dayMs;
    await followClock();
    await readInto(store, read, [entry('a')], clock.at);
    await store.sources.saveTrouble(
      broken,
      { code: 'timeout', detail: '', at: clock.at, nextPollAt: clock.at + 2 * hourMs, isFinal: false },
      { troubleAlerts: () => [] } as never,
    );
    clock.at = now + 60_000;
    await followClock();

    expect((await store.sources.get(read)).nextPollAt).toBeLessThanOrEqual(clock.at + hourMs);
    expect((await store.sources.get(read)).lastReadAt).toBe(clock.at);
    expect((await store.sources.get(broken)).nextPollAt).toBeLessThanOrEqual(clock.at + 2 * hourMs);
    expect((await store.sources.get(broken)).nextPollAt).toBeGreaterThan(clock.at + hourMs);
  });

  it('and was wrong while the bot was off is set right at the next start', async () => {
    const store = await openTestStore();
    const id = await addSource(store);
    await follow(store, id);
    await readInto(store, id, [entry('a')], now + dayMs);
    await startFollowing(store, now).follow();
    expect(await store.sources.listDue(now + hourMs, 10)).toHaveLength(1);
  });

  it('holds up no delivery, keeps the pace of those that wait for their turn, and looks for what may be posted', async () => {
    const store = await openTestStore();
    const { clock, follow: followClock } = startFollowing(store, now + dayMs);
    await followClock();
    const waiting = [0, 1, 2].map((turn) =>
      delivery({ orderedAt: clock.at + turn * 600_000, dueAt: clock.at + turn * 600_000 }),
    );
    await store.outbox.add(waiting, clock.at);
    const [first] = await store.outbox.claimDue({ owner: worker, now: clock.at, leaseMs, limit: 5 });
    if (!first) throw new Error('nothing was claimed');
    await store.outbox.markSending(first, worker, clock.at);

    clock.at = now;
    await followClock();
    const rows = store.inspect.prepare('SELECT due_at - ? AS wait FROM outbox ORDER BY sequence').all(now);
    expect(rows).toEqual([{ wait: 0 }, { wait: 600_000 }, { wait: 1_200_000 }]);
    expect(await store.outbox.claimDue({ owner: 'other', now, leaseMs, limit: 5 })).toEqual([]);
    const [taken] = await store.outbox.claimDue({ owner: 'other', now: now + leaseMs, leaseMs, limit: 5 });
    expect(taken).toMatchObject({ id: first.id, state: 'unknown', attemptedAt: now });
    expect(taken?.stepBegunAt).toBeLessThanOrEqual(now - dayMs);

    await followClock();
    clock.at = now - hourMs;
    await followClock();
    const again = store.inspect.prepare('SELECT min(due_at) - ? AS wait FROM outbox').get(clock.at);
    expect(again).toEqual({ wait: 0 });
  });

  it('holds up nothing that was put off meanwhile, and lets a channel publish again within the hour', async () => {
    const store = await openTestStore();
    await store.outbox.add([delivery(), delivery({ targetKind: 'announcement', channelId: '201' as never })], now);
    const { clock, follow: followClock } = startFollowing(store, now + dayMs);
    await followClock();
    const rows = await store.outbox.claimDue({ owner: worker, now: clock.at, leaseMs, limit: 5 });
    for (const row of rows)
      await store.outbox.record(row, worker, { to: 'pending', dueAt: clock.at + 20_000 }, clock.at);
    store.inspect
      .prepare(
        `UPDATE outbox SET state = 'sent', settled_at = ?, results = '{"crosspost":"1"}' WHERE channel_id = '201'`,
      )
      .run(clock.at);
    clock.at = now;
    await followClock();
    expect(await store.outbox.claimDue({ owner: worker, now: now + 20_000, leaseMs, limit: 5 })).toHaveLength(1);
    expect(await store.outbox.listCrossposts('201' as never, now - hourMs)).toEqual([now]);
  });

  it('keeps nothing that is held from being tried again after an hour', async () => {
    const store = await openTestStore();
    await store.outbox.add([delivery()], now);
    const { clock, follow: followClock } = startFollowing(store, now + dayMs);
    await followClock();
    const [row] = await store.outbox.claimDue({ owner: worker, now: clock.at, leaseMs, limit: 5 });
    if (row) await store.outbox.record(row, worker, { to: 'held', reason: 'refused', missing: [] }, clock.at);
    clock.at = now;
    await followClock();
    expect((await store.outbox.listHeld()).map(({ delivery: held }) => held.heldAt)).toEqual([now]);
  });

  it('lets an event follow its conference that Discord refused meanwhile', async () => {
    const store = await openTestStore();
    const { clock, follow: followClock } = startFollowing(store, now + dayMs);
    await followClock();
    store.inspect
      .prepare(
        "INSERT INTO scheduled_events (conference_id, guild_id, state, changed_at) VALUES (1, '100', 'refused', ?)",
      )
      .run(clock.at);
    clock.at = now;
    await followClock();
    expect((await store.keptEvents.list('100' as never)).map(({ changedAt }) => changedAt)).toEqual([now]);
  });

  it('brings the digest of each week, though one of a later week was sent meanwhile', async () => {
    const store = await openTestStore();
    const { clock, follow: followClock } = startFollowing(store, now + 365 * dayMs);
    await followClock();
    store.inspect
      .prepare("INSERT INTO programme_digests (guild_id, week) VALUES ('100', '2027-W47'), ('101', '2026-W40')")
      .run();
    clock.at = now;
    await followClock();
    const weeks = store.inspect.prepare('SELECT week FROM programme_digests ORDER BY guild_id').pluck().all();
    expect(weeks).toEqual(['2026-W47', '2026-W40']);
  });

  it('lets a host rest no longer than it asked', async () => {
    const store = await openTestStore();
    const id = await addSource(store);
    const { clock, follow: followClock } = startFollowing(store, now + dayMs);
    await followClock();
    await readInto(store, id, [], clock.at);
    await store.hostPauses.save('society.example', clock.at + hourMs);
    clock.at = now;
    await followClock();
    expect(await store.hostPauses.find('society.example', now)).toBe(now + hourMs);
    expect(await store.hostPauses.find('society.example', now + hourMs)).toBeUndefined();
  });
});

describe('a clock that is right', () => {
  it('has nothing pulled back that is meant to wait', async () => {
    const store = await openTestStore();
    const id = await addSource(store);
    await follow(store, id);
    await readInto(store, id, [], now);
    await store.sources.postpone(id, now + dayMs);
    await store.hostPauses.save('society.example', now + dayMs);
    await store.outbox.add([delivery({ dueAt: now + 30 * dayMs })], now);
    const before = dump(store);
    const { clock, follow: followClock } = startFollowing(store, now);
    await followClock();
    clock.at = now - 5_000;
    await followClock();
    clock.at = now + dayMs;
    await followClock();
    expect(dump(store)).toEqual(before);
  });
});

function dump({ inspect }: TestStore) {
  return ['sources', 'outbox', 'host_pauses'].map((table) => inspect.prepare(`SELECT * FROM ${table}`).all());
}
