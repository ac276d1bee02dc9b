// What was typed with a command that is refused is mended in a form, not typed again.

import { beforeEach, describe, expect, it } from 'vitest';
import type { ConferenceTime } from '../../../src/domain/conference.ts';
import { customIdOf, textOf } from '../../support/askBot.ts';
import { fakePorts, moderator, sampleConference } from '../../support/fakePorts.ts';
import { viewOf } from '../views/readView.ts';
import { fill, press, run } from './runCommand.ts';

const asked = moderator();
let fake = fakePorts();

beforeEach(() => {
  fake = fakePorts();
});

/** The form behind the button of a refusal. */
async function correct(refused: Awaited<ReturnType<typeof run>>) {
  const opened = await press(customIdOf(viewOf(refused), /^Correct what I typed$/), asked, fake.ports);
  if (opened.kind !== 'modal') throw new Error('no form opened');
  return opened.form;
}

describe('/programme edit', () => {
  it('keeps all that was typed beside a date that cannot be read', async () => {
    fake.data.conferences = [sampleConference()];
    const typed = { conference: '#5', title: 'Rivers', end: 'later' };
    const refused = await run('programme edit', typed, asked, fake.ports);
    expect(textOf(viewOf(refused))).toContain('“later”');
    const form = await correct(refused);
    for (const value of ['Rivers', '2027-03-12', 'later']) expect(JSON.stringify(form)).toContain(`"value":"${value}"`);
    const fields = { title: 'Rivers', start: '2027-03-12', end: '2027-03-13', place: '', url: '' };
    const shown = viewOf(await fill(form.custom_id, fields, asked, fake.ports));
    await press(customIdOf(shown, /^Save$/), asked, fake.ports);
    expect(fake.data.conferences).toMatchObject([{ id: 5, title: 'Rivers', time: { endsOn: '2027-03-13' } }]);
  });
});

describe('/programme add', () => {
  it('reads the clocks of its form in the zone that was typed', async () => {
    const typed = { title: 'Rivers', start: 'soon', time_zone: 'tokyo' };
    const form = await correct(await run('programme add', typed, asked, fake.ports));
    expect(JSON.stringify(form)).toContain('Asia/Tokyo');
    const fields = { title: 'Rivers', start: '2027-06-12 18:00', end: '', place: '', url: '' };
    await fill(form.custom_id, fields, asked, fake.ports);
    const time: Partial<ConferenceTime> = { startsAt: Date.parse('2027-06-12T09:00Z'), timeZone: 'Asia/Tokyo' };
    expect(fake.data.conferences).toMatchObject([{ time }]);
  });
});
