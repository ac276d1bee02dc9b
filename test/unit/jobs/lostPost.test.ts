import { expect, it } from 'vitest';
import type { Finding } from '../../../src/domain/delivery.ts';
import type { AdvanceParts } from '../../../src/jobs/advance.ts';
import { startWithArticle, takeTurns } from '../../support/startAdvancing.ts';
import { entry, readInto } from '../store/testStore.ts';

/** An article whose forum post was asked for, without an answer, and whose title changed since. @param finding of the look for it */
async function startLost(finding: Finding) {
  const { parts, ...started } = await startWithArticle();
  const { store, sourceId, time } = started;
  const place = { kind: 'forum', tags: [], requiresTag: false, mayManageThreads: false } as const;
  const lookedFor: string[] = [];
  const publisher: AdvanceParts['publisher'] = {
    ...parts.publisher,
    describePlace: async () => ({ kind: 'place', place }),
    createPost: async () => ({ kind: 'unknown', cause: '502' }),
    findPost: async ({ name }) => {
      lookedFor.push(name);
      return finding;
    },
  };
  const turns = (pausesMs: readonly number[]) => takeTurns(store, { ...parts, publisher }, time, pausesMs);
  await turns([0]);
  await readInto(store, sourceId, [entry('a', { title: 'A title that was mended' })], time.at + 1);
  await turns([61_000]);
  const row = () => store.inspect.prepare("SELECT state, thread_name FROM outbox WHERE purpose = 'article'").get();
  return { lookedFor, row };
}

it('a post is looked for by the name under which it was sent, so that one whose card a person removed is known', async () => {
  const { lookedFor } = await startLost({ kind: 'removed' });
  expect(lookedFor).toEqual(['Title of a']);
});

it('a post that a person renamed before it was found is not taken to bear our name', async () => {
  const { row } = await startLost({ kind: 'found', id: '77', threadName: 'What a person called it' });
  expect(row()).toMatchObject({ thread_name: 'Title of a' });
});
