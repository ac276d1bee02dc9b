import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { evaluateConferences } from '../../../evaluation/conferences.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conferences-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('reads a file or a folder of posts, and names the lines that are none', async () => {
  const post = { id: 'a', text: 'The call is on 14 June 2027, 2-3pm CET. Join us.', referenceDate: '2027-01-10' };
  await writeFile(join(folder, 'one.jsonl'), `${JSON.stringify(post)}\n\nno post\n{"id":7}\n`);
  await writeFile(join(folder, 'two.jsonl'), '{"id":"b","title":null,"text":"Nothing."}');
  await writeFile(join(folder, 'README.md'), 'no posts');

  const lines: unknown[] = [];
  for await (const line of evaluateConferences(folder)) lines.push(line);
  expect(lines).toEqual([
    {
      id: 'a',
      isAnnouncement: true,
      start: '2027-06-14',
      end: '2027-06-14',
      startsAt: '2027-06-14T12:00:00Z',
      endsAt: '2027-06-14T13:00:00Z',
      deadlines: [],
      needsConfirmation: false,
      evidence: { start: '14 June 2027, 2-3pm CET', end: '14 June 2027' },
    },
    { id: 'one.jsonl:3', error: expect.any(String) },
    { id: '7', error: expect.any(String) },
    { id: 'b', isAnnouncement: false, deadlines: [], needsConfirmation: false, evidence: {} },
  ]);
});
