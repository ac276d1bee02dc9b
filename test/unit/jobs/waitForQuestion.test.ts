import { expect, it } from 'vitest';
import { defaultTiming } from '../../../src/domain/timing.ts';
import { advance } from '../../../src/jobs/advance.ts';
import { type Model, noModel } from '../../../src/ports/model.ts';
import { startAdvancing } from '../../support/startAdvancing.ts';
import { entry, now, readInto } from '../store/testStore.ts';

/** Two new articles, and a model that is still thinking about the first. */
async function startThinking() {
  const { store, sourceId, discord, time, ...started } = await startAdvancing(now);
  await readInto(store, sourceId, [entry('b', { publishedAt: now - 1 }), entry('a', { publishedAt: now - 2 })], now);
  const thinking = { isOn: true, hasQuestion: false };
  const model: Model = {
    ...noModel,
    awaitsQuestion: async () => thinking.isOn,
    findQuestion: async ({ title }) => (thinking.hasQuestion ? `Does “${title}” promise too much?` : undefined),
  };
  const parts = { ...started.parts, model };
  const work = async (rounds: number) => {
    for (let round = 0; round < rounds; round += 1) {
      const claim = { owner: 'worker', now: time.at, leaseMs: defaultTiming.leaseMs, limit: 9 };
      // As the deliverer does: until nothing is due.
      for (let rows = await store.outbox.claimDue(claim); rows.length > 0; rows = await store.outbox.claimDue(claim))
        for (const row of rows) await advance(row, parts);
      time.at += 1_000;
    }
  };
  const state = () => store.inspect.prepare('SELECT state, step, attempt FROM outbox ORDER BY sequence').all();
  return { work, thinking, state, discord };
}

it('holds up no card while a question is being written, and sends each question once', async () => {
  const { work, thinking, state, discord } = await startThinking();
  await work(1);
  expect(state()).toEqual([
    // Both cards stand within the same second.

    { state: 'pending', step: 'question', attempt: 0 },
    { state: 'pending', step: 'question', attempt: 0 },
  ]);
  await work(6);
  const before = discord.posted.length;
  thinking.isOn = false;
  thinking.hasQuestion = true;
  await work(6);
  expect(state()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
  const questions = discord.posted.slice(before).map(({ text }) => text);
  expect(questions).toHaveLength(2);
  for (const text of questions) expect(text).toMatch(/^\*\*Does “.+” promise too much\?/);
});

it('asks the usual question when none was written in time', async () => {
  const { work, thinking, state } = await startThinking();
  await work(3);
  thinking.isOn = false;
  await work(12);
  expect(state()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
});
