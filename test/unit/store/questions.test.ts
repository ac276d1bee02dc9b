import { beforeEach, describe, expect, it } from 'vitest';
import { planQuestionEdit } from '../../../src/delivery/planEdits.ts';
import type { DeliveryId, GuildId } from '../../../src/domain/ids.ts';
import { repeatPauseMs } from '../../../src/ports/questions.ts';
import { delivery, guildId, now, openTestStore, type TestStore } from './testStore.ts';

const dayMs = 86_400_000;
const elsewhere = '101' as GuildId;
const wordings = ['First?', 'Second?', 'Third?'];

let store: TestStore;

beforeEach(async () => {
  store = await openTestStore();
});

async function addPost(changes: Parameters<typeof delivery>[0] = {}) {
  await store.outbox.add([delivery(changes)], now);
  const id = store.inspect.prepare('SELECT id FROM outbox ORDER BY sequence DESC LIMIT 1').pluck().get() as DeliveryId;
  return { id, guildId: changes.guildId ?? guildId };
}

const textOf = async (id: DeliveryId) => (await store.questions.find(id))?.text;
const kept = async (post: Awaited<ReturnType<typeof addPost>>, at = now) =>
  (await store.questions.keep(post, wordings, at)).text;

describe('a question that is kept', () => {
  it('stays, whatever wordings there are later', async () => {
    const post = await addPost();
    expect(await kept(post)).toBe('First?');
    expect((await store.questions.keep(post, ['Other?'], now + dayMs)).text).toBe('First?');
  });

  it('is another for each post of a guild, also for those that are sent at the same moment', async () => {
    const posts = [await addPost(), await addPost(), await addPost()];
    expect(new Set(await Promise.all(posts.map((post) => kept(post)))).size).toBe(3);
  });

  it('is the one asked longest ago where all were asked lately', async () => {
    for (const at of [now, now + dayMs, now + 2 * dayMs]) await kept(await addPost(), at);
    expect(await kept(await addPost(), now + 3 * dayMs)).toBe('First?');
    expect(await kept(await addPost(), now + 4 * dayMs)).toBe('Second?');
  });

  it('may be that of another guild, and that of a post from more than thirty days ago', async () => {
    await kept(await addPost());
    expect(await kept(await addPost({ guildId: elsewhere }))).toBe('First?');
    expect(await kept(await addPost(), now + repeatPauseMs - 1)).toBe('Second?');
    expect(await kept(await addPost(), now + repeatPauseMs)).toBe('First?');
  });
});

describe('a question that is chosen', () => {
  const change = (post: Awaited<ReturnType<typeof addPost>>, text: string) =>
    store.questions.change(post, text, planQuestionEdit, now);

  it('is none that another post of the guild asked lately', async () => {
    await kept(await addPost());
    const post = await addPost();
    await kept(post);
    expect(await change(post, 'First?')).toBe('repeated');
    expect(await textOf(post.id)).toBe('Second?');
    expect([...(await store.questions.listRepeated(post, wordings, now))]).toEqual(['First?']);
  });

  it('is kept before anything was, and tells that a moderator chose it, not who', async () => {
    const post = await addPost();
    expect(await change(post, 'Mine?')).toBe('kept');
    expect(await kept(post)).toBe('Mine?');
    expect(await store.questions.find(post.id)).toEqual({ text: 'Mine?', isByModerator: true });
    const columns = store.inspect.prepare('SELECT * FROM asked_questions').get();
    expect(JSON.stringify(columns)).not.toContain('user');
  });

  it.each([
    ['of another guild', {}, elsewhere],
    ['that has no question', { steps: ['message'] as const }, guildId],
  ])('goes nowhere for a post %s', async (_what, changes, asking) => {
    const { id } = await addPost(changes);
    expect(await change({ id, guildId: asking }, 'Mine?')).toBe('nowhere');
    expect(await textOf(id)).toBeUndefined();
  });

  it('goes nowhere once the post ended without one', async () => {
    const post = await addPost();
    store.inspect.prepare("UPDATE outbox SET state = 'dead', settled_at = 1").run();
    expect(await change(post, 'Mine?')).toBe('nowhere');
  });
});

describe('a question that is proposed', () => {
  it('is found by an id that fits a button, by its own guild alone', async () => {
    const post = await addPost();
    const { id } = await store.questions.propose(post, 'Mine?', now);
    expect(id.length).toBeLessThan(40);
    expect((await store.questions.propose(post, 'Mine?', now)).id).toBe(id);
    expect(await store.questions.findProposed(id, guildId)).toEqual({ id, deliveryId: post.id, text: 'Mine?' });
    expect(await store.questions.findProposed(id, elsewhere)).toBeUndefined();
  });
});

describe('what nobody needs any more', () => {
  it('is forgotten: old proposals, and questions of posts that have none', async () => {
    const [asked, waiting, ended] = [await addPost(), await addPost(), await addPost()];
    for (const post of [asked, waiting, ended]) await kept(post);
    const { id } = await store.questions.propose(asked, 'Mine?', now);
    const settle = store.inspect.prepare("UPDATE outbox SET state = 'sent', settled_at = 1, results = ? WHERE id = ?");
    settle.run('{"question":"9"}', asked.id);
    settle.run('{}', ended.id);
    await store.questions.forget(now);
    expect(await textOf(ended.id)).toBe('Third?');
    await store.questions.forget(now + 1);
    expect(await store.questions.findProposed(id, guildId)).toBeUndefined();
    expect([await textOf(asked.id), await textOf(waiting.id), await textOf(ended.id)]).toEqual([
      'First?',
      'Second?',
      undefined,
    ]);
  });
});
