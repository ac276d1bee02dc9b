import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planQuestionEdit } from '../../../src/delivery/planEdits.ts';
import type { Outcome } from '../../../src/domain/delivery.ts';
import type { DeliveryId } from '../../../src/domain/ids.ts';
import { defaultTiming } from '../../../src/domain/timing.ts';
import { type AdvanceParts, advance } from '../../../src/jobs/advance.ts';
import { type Fate, fates } from '../../support/modelDiscord.ts';
import { startAdvancing } from '../../support/startAdvancing.ts';
import { entry, guildId, now, readInto } from '../store/testStore.ts';

const dayMs = 86_400_000;
const minuteMs = 61_000;

/** A society whose articles are to be posted, and a Discord whose requests meet these fates, then none. */
async function startWith(...upcoming: Fate[]) {
  const { store, sourceId, discord, parts, time } = await startAdvancing(now, upcoming);
  const publish = async (name: string, title: string) => {
    await readInto(store, sourceId, [entry(name, { title })], time.at);
    return store.inspect.prepare('SELECT id FROM outbox ORDER BY sequence DESC LIMIT 1').pluck().get() as DeliveryId;
  };
  /** Takes up what is due, a minute later each time. */
  const work = async (rounds: number, changes: Partial<AdvanceParts> = {}) => {
    for (let round = 0; round < rounds; round += 1) {
      const claim = { owner: 'worker', now: time.at, leaseMs: defaultTiming.leaseMs, limit: 9 };
      for (const row of await store.outbox.claimDue(claim)) await advance(row, { ...parts, ...changes });
      time.at += minuteMs;
    }
  };
  const asked = () => discord.posted.filter(({ customIds }) => customIds.some((id) => id.endsWith('.question')));
  const questions = () => asked().map(({ text }) => /^\*\*(.*)\*\*/.exec(text)?.[1]);
  const change = (id: DeliveryId, text: string) =>
    store.questions.change({ id, guildId }, text, planQuestionEdit, time.at);
  const edits = () =>
    store.inspect.prepare("SELECT state, reason FROM outbox WHERE purpose = 'edit' ORDER BY sequence").all();
  return { store, discord, parts, time, publish, work, asked, questions, change, edits };
}

describe('the question of a post', () => {
  it('is kept before it is sent, and is the same after a crash although the article reads otherwise by then', async () => {
    const { store, parts, publish, work, questions } = await startWith('done', 'done', 'crashBefore');
    const id = await publish('a', 'The Rise of Populism');
    await work(3);
    const kept = (await store.questions.find(id))?.text;
    expect(kept).toContain('the rise of populism');
    expect(questions()).toEqual([]);
    await store.outbox.recoverAbandoned(now);
    const get: AdvanceParts['articles']['get'] = async (articleId) => {
      const article = await store.articles.get(articleId);
      return article && { ...article, title: 'Why Sanctions Fail' };
    };
    await work(4, { articles: { ...parts.articles, get } });
    expect(questions()).toEqual([kept]);
  });

  it('is not asked again within thirty days: another wording is, until then', async () => {
    const { time, publish, work, questions } = await startWith();
    for (const [name, waitMs] of [
      ['a', 0],
      ['b', 10 * dayMs],
      ['c', 25 * dayMs],
    ] as const) {
      time.at = now + waitMs;
      await publish(name, 'The Rise of Populism');
      await work(5);
    }
    expect(new Set(questions()).size).toBe(3);
    time.at = now + 56 * dayMs;
    await publish('d', 'The Rise of Populism');
    await work(5);
    expect(questions()[3]).toBe(questions()[0]);
  });

  it('has a wording for each day of a month, for a column that always has the same title', async () => {
    const { time, publish, work, questions } = await startWith();
    for (let day = 0; day < 30; day += 1) {
      time.at = now + day * dayMs;
      await publish(`day ${day}`, 'Notes of the Day');
      await work(4);
    }
    expect(new Set(questions()).size).toBe(30);
  });
});

describe('a question that moderators change', () => {
  it('is asked so from the beginning where it was not sent yet', async () => {
    const { publish, work, questions, change, edits } = await startWith();
    const id = await publish('a', 'The Rise of Populism');
    await work(1);
    expect(await change(id, 'Whom does it help?')).toBe('kept');
    await work(4);
    expect(questions()).toEqual(['Whom does it help?']);
    expect(edits()).toEqual([]);
  });

  it('is asked so where its discussion is held', async () => {
    const { parts, publish, work, questions, change, edits, store } = await startWith();
    const id = await publish('a', 'The Rise of Populism');
    const refuse = async (): Promise<Outcome> => ({ kind: 'refused', reason: 'missingPermissions', detail: 'no' });
    await work(2);
    await work(2, { publisher: { ...parts.publisher, sendMessage: refuse } });
    expect(await store.outbox.find(id)).toMatchObject({ state: 'held', step: 'question' });
    expect(await change(id, 'Whom does it help?')).toBe('kept');
    await store.outbox.releaseHeld('200' as never, now);
    await work(4);
    expect(questions()).toEqual(['Whom does it help?']);
    expect(edits()).toEqual([]);
  });

  it('is changed in its message, once for all that was chosen before it leaves', async () => {
    const { publish, work, questions, asked, change, edits } = await startWith();
    const id = await publish('a', 'The Rise of Populism');
    await work(4);
    const [before] = asked();
    expect(await change(id, 'Whom does it help?')).toBe('changing');
    expect(await change(id, 'Whom does it hurt?')).toBe('changing');
    await work(2);
    expect(questions()).toEqual(['Whom does it hurt?']);
    expect(asked()[0]?.customIds).toEqual(before?.customIds);
    expect(edits()).toEqual([{ state: 'sent', reason: null }]);
    expect(await change(id, 'Whom does it help?')).toBe('changing');
    await work(2);
    expect(questions()).toEqual(['Whom does it help?']);
  });

  it('waits for a missing permission, and says the latest once it is there', async () => {
    const { parts, publish, work, questions, change, edits, store } = await startWith();
    const id = await publish('a', 'The Rise of Populism');
    await work(4);
    await change(id, 'Whom does it help?');
    const refuse = async (): Promise<Outcome> => ({ kind: 'refused', reason: 'missingPermissions', detail: 'no' });
    await work(2, { publisher: { ...parts.publisher, editMessage: refuse } });
    expect(edits()).toMatchObject([{ state: 'held' }]);
    await change(id, 'Whom does it hurt?');
    await store.outbox.releaseHeld('200' as never, now);
    await work(3);
    expect(questions()).toEqual(['Whom does it hurt?']);
    expect(edits()).toMatchObject([{ state: 'sent' }]);
  });

  it('is not lost when a worker has just read the earlier one', async () => {
    const { store, publish, work, questions, change } = await startWith();
    const id = await publish('a', 'The Rise of Populism');
    await work(2);
    let isLate = true;
    const keep: AdvanceParts['questions']['keep'] = async (...args) => {
      const kept = await store.questions.keep(...args);
      if (isLate) expect(await change(id, 'Whom does it help?')).toBe('changing');
      isLate = false;
      return kept;
    };
    await work(4, { questions: { ...store.questions, keep } });
    expect(questions()).toEqual(['Whom does it help?']);
  });

  it('waits until it is known whether the earlier one landed', async () => {
    const { time, publish, work, questions, change, edits } = await startWith('done', 'done', 'lostAfter');
    const id = await publish('a', 'The Rise of Populism');
    await work(3);
    // The moment after: it is not yet time to look for the lost question.
    time.at -= minuteMs - 500;
    expect(await change(id, 'Whom does it help?')).toBe('changing');
    await work(1);
    expect(edits()).toMatchObject([{ state: 'pending' }]);
    await work(5);
    expect(questions()).toEqual(['Whom does it help?']);
  });

  it('is not lost when a worker is just changing it to another', async () => {
    const { store, publish, work, questions, change } = await startWith();
    const id = await publish('a', 'The Rise of Populism');
    await work(4);
    await change(id, 'Whom does it help?');
    let isLate = true;
    const keep: AdvanceParts['questions']['keep'] = async (...args) => {
      const kept = await store.questions.keep(...args);
      if (isLate) await change(id, 'Whom does it hurt?');
      isLate = false;
      return kept;
    };
    await work(4, { questions: { ...store.questions, keep } });
    expect(questions()).toEqual(['Whom does it hurt?']);
  });

  it('stays removed where a person removed it', async () => {
    const { discord, publish, work, asked, change, edits } = await startWith();
    const id = await publish('a', 'The Rise of Populism');
    await work(4);
    discord.remove(asked()[0]?.id ?? '');
    await change(id, 'Whom does it help?');
    await work(3);
    expect(asked()).toEqual([]);
    expect(edits()).toEqual([{ state: 'dead', reason: 'removedByPerson' }]);
  });

  it('stands alone in the end and says the latest, whatever Discord and crashes do meanwhile', async () => {
    const step = fc.record({ fate: fc.constantFrom(...fates), isChanged: fc.boolean(), isRestarted: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const upcoming: Fate[] = ['done', 'done', ...steps.map(({ fate }) => fate)];
        const { store, discord, time, publish, work, questions, change } = await startWith(...upcoming);
        const id = await publish('a', 'The Rise of Populism');
        await work(2);
        let latest: string | undefined;
        for (const [index, { isChanged, isRestarted }] of steps.entries()) {
          if (isChanged) latest = `Which of ${index} do you prefer?`;
          if (latest !== undefined && isChanged) await change(id, latest);
          await work(1);
          if (isRestarted) await store.outbox.recoverAbandoned(time.at);
        }
        await work(25);
        discord.settle();
        expect(questions()).toEqual([latest ?? (await store.questions.find(id))?.text]);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
