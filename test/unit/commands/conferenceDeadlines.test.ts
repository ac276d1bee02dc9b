import { beforeEach, describe, expect, it } from 'vitest';
import type { Milestone } from '../../../src/domain/conference.ts';
import type { Result } from '../../../src/kit/result.ts';
import { sayIn } from '../../../src/kit/translate.ts';
import { customIdOf, textOf } from '../../support/askBot.ts';
import { fakePorts, moderator, refusalOf, sampleConference } from '../../support/fakePorts.ts';
import { fill, press, run } from './runCommand.ts';

let { ports, data } = fakePorts();
const asked = moderator();
const papers: Milestone = {
  kind: 'submission',
  due: { kind: 'day', on: '2027-01-15', timeZone: 'Etc/GMT+12' },
  previousOn: '2027-01-08',
};
const posters: Milestone = {
  kind: 'other',
  label: 'Posters due',
  due: { kind: 'instant', at: Date.parse('2027-02-01T17:00Z'), timeZone: 'Europe/Lisbon' },
};

beforeEach(() => {
  ({ ports, data } = fakePorts());
  data.settings = { ...data.settings, timeZone: 'Europe/Lisbon' };
  data.conferences = [sampleConference({ milestones: [papers, posters] })];
});

const view = (result: Result) => {
  if (result.kind !== 'reply' && result.kind !== 'update') throw new Error(`unexpected ${result.kind}`);
  return result.view;
};
const click = (result: Result, label: RegExp) => press(customIdOf(view(result), label), asked, ports);
const form = (result: Result) => {
  if (result.kind !== 'modal') throw new Error(`unexpected ${result.kind}`);
  const [field] = JSON.parse(JSON.stringify(result.form.components)) as { component: { value?: string } }[];
  return { customId: result.form.custom_id, typed: field?.component.value ?? '' };
};

/** The form of the deadlines, from the command on. */
async function openForm() {
  const edit = await run('programme edit', { conference: '#5' }, asked, ports);
  if (edit.kind !== 'modal') throw new Error(`unexpected ${edit.kind}`);
  const unchanged = { title: 'Annual meeting', start: '2027-03-12', end: '2027-03-14', place: '', url: '' };
  return form(await click(await fill(edit.form.custom_id, unchanged, asked, ports), /^Deadlines$/));
}

const write = async (deadlines: string) => fill((await openForm()).customId, { deadlines }, asked, ports);
const saved = async (deadlines: string) => {
  await click(await write(deadlines), /^Save$/);
  return data.conferences[0]?.milestones;
};

describe('the deadlines of a conference', () => {
  it('stand in a form, a line each', async () => {
    expect((await openForm()).typed).toBe('Submissions due: 2027-01-15\nPosters due: 2027-02-01 17:00');
  });

  it('stay as they are where their line does, whatever is known of them', async () => {
    expect(await saved('Posters due: 2027-02-01 17:00\n\n  Submissions due:  2027-01-15 ')).toEqual([posters, papers]);
  });

  it('move with their line, in the zone they had, and are no extension', async () => {
    const read = await write('Submissions due: 2027-01-22\nPosters due: 2027-02-01 18:30');
    expect(textOf(view(read))).toMatch(
      /Submissions due: 22 January 2027, anywhere on Earth.*\n.*Posters due.*Is that right/s,
    );
    expect(data.conferences[0]?.milestones).toEqual([papers, posters]);
    await click(read, /^Save$/);
    expect(data.conferences[0]?.milestones).toEqual([
      { kind: 'submission', due: { kind: 'day', on: '2027-01-22', timeZone: 'Etc/GMT+12' } },
      { ...posters, due: { ...posters.due, at: Date.parse('2027-02-01T18:30Z') } },
    ]);
    expect(data.audit).toMatchObject([
      {
        command: 'programme edit',
        options: { deadlines: 'Submissions due: 2027-01-22; Posters due: 2027-02-01 18:30' },
      },
    ]);
  });

  it('are taken away with their line, and added with another', async () => {
    expect(await saved('')).toEqual([]);
    data.conferences = [sampleConference({ milestones: [papers] })];
    expect(
      await saved('abstracts DUE: 1 December 2026\nEarly bird: 2027-02-20\nTravel grants: 2027-02-28 12:00'),
    ).toEqual([
      { kind: 'abstract', due: { kind: 'day', on: '2026-12-01' } },
      { kind: 'early-bird', due: { kind: 'day', on: '2027-02-20' } },
      {
        kind: 'other',
        label: 'Travel grants',
        due: { kind: 'instant', at: Date.parse('2027-02-28T12:00Z'), timeZone: 'Europe/Lisbon' },
      },
    ]);
  });

  it('stay as they are where their name has a colon of its own', async () => {
    const grants: Milestone = { kind: 'other', label: 'Grants: travel', due: { kind: 'day', on: '2027-02-01' } };
    data.conferences = [sampleConference({ milestones: [grants] })];
    expect((await openForm()).typed).toBe('Grants travel: 2027-02-01');
    expect(await saved('Grants travel: 2027-02-01\nAbstracts due: 2027-01-02')).toEqual([
      grants,
      { kind: 'abstract', due: { kind: 'day', on: '2027-01-02' } },
    ]);
  });

  it('of the same name are told apart by their days', async () => {
    const second: Milestone = { kind: 'submission', due: { kind: 'day', on: '2027-01-29' } };
    data.conferences = [sampleConference({ milestones: [papers, second] })];
    expect(await saved('Submissions due: 2027-01-15\nSubmissions due: 2027-02-05')).toEqual([
      papers,
      { kind: 'submission', due: { kind: 'day', on: '2027-02-05' } },
    ]);
  });

  it.each([
    'Submissions due',
    'Submissions due: soon',
    ': 2027-01-15',
    'Posters due: 2027-02-30',
    'Posters due: 1-3 May 2027',
  ])('are refused where a line cannot be read: %s', async (line) => {
    const refusal = await refusalOf(write(`Submissions due: 2027-01-15\n${line}`));
    expect(sayIn('en')(refusal.sentence, refusal.args)).toContain("I can't read the line “");
    expect(data.conferences[0]?.milestones).toEqual([papers, posters]);
  });

  it('for which the form has no room stay', async () => {
    const many = Array.from(
      { length: 60 },
      (_, at): Milestone => ({
        kind: 'other',
        label: `Grant ${String(at).padStart(2, '0')} of the society for those who come from very far away`,
        due: { kind: 'day', on: '2027-02-01' },
      }),
    );
    data.conferences = [sampleConference({ milestones: many })];
    const { typed } = await openForm();
    const lines = typed.split('\n');
    expect(typed.length).toBeLessThanOrEqual(4_000);
    expect(lines.every((line) => line.endsWith(': 2027-02-01'))).toBe(true);
    expect(await saved(lines.slice(1).join('\n'))).toEqual(many.slice(1));
  });

  it('are all that a call without a day has', async () => {
    const { time: _, ...call } = sampleConference({ milestones: [papers] });
    data.conferences = [call];
    const edit = await run('programme edit', { conference: '#5' }, asked, ports);
    if (edit.kind !== 'modal') throw new Error(`unexpected ${edit.kind}`);
    const typed = { title: 'Annual meeting', start: '', end: '', place: '', url: '' };
    const { customId } = form(await click(await fill(edit.form.custom_id, typed, asked, ports), /^Deadlines$/));
    expect((await refusalOf(fill(customId, { deadlines: ' ' }, asked, ports))).code).toBe('deadlinesMissing');
  });
});
