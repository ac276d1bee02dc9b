import { describe, expect, it } from 'vitest';
import { planQuestionEdit } from '../../../src/delivery/planEdits.ts';
import type { Outcome } from '../../../src/domain/delivery.ts';
import type { AdvanceParts } from '../../../src/jobs/advance.ts';
import type { Fate } from '../../support/modelDiscord.ts';
import { startWithArticle, takeTurn, takeTurns } from '../../support/startAdvancing.ts';
import { guildId } from '../store/testStore.ts';

const refused: Outcome = { kind: 'refused', reason: 'missingPermissions', detail: '50013' };
const minutes = Array<number>(6).fill(61_000);

/** @param nthRefused which message Discord refuses, for a permission that is missing */
async function start(nthRefused: number, ...fates: Fate[]) {
  const { parts, ...started } = await startWithArticle(...fates);
  const { store, time } = started;
  const deleted: string[] = [];
  const hooks = { beforeRefusal: async () => undefined as unknown, isHidden: false };
  let sends = 0;
  const publisher: AdvanceParts['publisher'] = {
    ...parts.publisher,
    sendMessage: async (...of) => {
      sends += 1;
      if (sends !== nthRefused) return parts.publisher.sendMessage(...of);
      await hooks.beforeRefusal();
      return refused;
    },
    findMessage: async (of) => (hooks.isHidden ? { kind: 'unreadable' } : parts.publisher.findMessage(of)),
    deleteMessage: async (_, id) => {
      deleted.push(id);
      return { kind: 'done', id };
    },
  };
  const postId = store.inspect.prepare('SELECT id FROM outbox').pluck().get() as never;
  return {
    ...started,
    deleted,
    hooks,
    postId,
    takeBack: () => store.outbox.takeBack(postId, guildId, time.at),
    mend: () => store.outbox.releaseHeld('200' as never, time.at),
    turn: (afterMs: number) => takeTurn(store, { ...parts, publisher }, time, afterMs),
    turns: (pausesMs: readonly number[]) => takeTurns(store, { ...parts, publisher }, time, pausesMs),
  };
}

describe('what moderators took back', () => {
  it('while it was being refused is not posted once the permission is there', async () => {
    const { store, discord, hooks, takeBack, mend, turns } = await start(1);
    hooks.beforeRefusal = takeBack;
    await turns([0]);
    expect(await store.outbox.listHeld()).toEqual([]);
    await mend();
    await turns(minutes);
    expect(discord.posted).toEqual([]);
    expect(await store.outbox.count(guildId)).toMatchObject({ waiting: 0, held: 0 });
  });

  it('while nobody could see whether it was there gets no discussion later', async () => {
    const { discord, hooks, takeBack, mend, turns } = await start(0, 'lostAfter');
    hooks.isHidden = true;
    await turns([0]);
    await takeBack();
    await turns([61_000]);
    hooks.isHidden = false;
    await mend();
    await turns(minutes);
    expect([...discord.threads]).toEqual([]);
  });

  it('while a lost request of it may still land is removed when it has', async () => {
    const { discord, deleted, takeBack, turns } = await start(2, 'late', 'done');
    await turns([0, 10_000, 4_000]);
    await takeBack();
    await turns([1_000, ...minutes]);
    discord.settle();
    expect(discord.posted).toHaveLength(1);
    expect(deleted).toEqual(discord.posted.map(({ id }) => id));
  });
});

it('a question that moderators changed while an earlier one may still land is the one that stands there', async () => {
  const { store, discord, postId, time, mend, turns } = await start(3, 'done', 'done', 'late', 'done');
  await turns([0, 0, 0, 16_000]);
  time.at += 60_000;
  discord.settle();
  const post = await store.outbox.find(postId);
  if (!post) throw new Error('the post is not there');
  await store.questions.change(post, 'What would you ask?', planQuestionEdit, time.at);
  await mend();
  await turns(minutes);
  expect(discord.posted.at(-1)?.text).toContain('What would you ask?');
});
