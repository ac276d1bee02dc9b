import { beforeEach, describe, expect, it } from 'vitest';
import type { ConferenceId, ConferenceQuestionId, Instant, UserId } from '../../../src/domain/ids.ts';
import type { Result } from '../../../src/kit/result.ts';
import { sayIn } from '../../../src/kit/translate.ts';
import { customIdOf, textOf } from '../../support/askBot.ts';
import { fakePorts, moderator, now, refusalOf, sampleConference } from '../../support/fakePorts.ts';
import { complete, fill, press, run } from './runCommand.ts';

let { ports, data } = fakePorts();
beforeEach(() => {
  ({ ports, data } = fakePorts());
  data.settings = { ...data.settings, timeZone: 'Europe/Lisbon' };
});

const asked = moderator();
const programme = (subcommand: string, options: Record<string, unknown>) =>
  run(`programme ${subcommand}`, options, asked, ports);
const view = (result: Result) => {
  if (result.kind !== 'reply' && result.kind !== 'update') throw new Error(`unexpected ${result.kind}`);
  return result.view;
};
const text = (result: Result) => textOf(view(result));
const click = (result: Result, label: RegExp) => press(customIdOf(view(result), label), asked, ports);
const form = (result: Result) => {
  if (result.kind !== 'modal') throw new Error(`unexpected ${result.kind}`);
  const fields = JSON.parse(JSON.stringify(result.form.components)) as {
    component: { custom_id: string; value?: string };
  }[];
  const values = Object.fromEntries(fields.map(({ component }) => [component.custom_id, component.value ?? '']));
  return { customId: result.form.custom_id, values };
};
const submit = (result: Result, changes: Record<string, string>) => {
  const { customId, values } = form(result);
  return fill(customId, { ...values, ...changes }, asked, ports);
};
const days = (startsOn: string, endsOn = startsOn) => ({ kind: 'days', startsOn, endsOn });

describe('/programme add', () => {
  it('saves exact dates at once and reads them back in words', async () => {
    const options = { title: 'Rivers', start: '2027-06-12', end: '2027-06-14', place: 'Lisbon' };
    const answer = await programme('add', options);
    expect(text(answer)).toContain('Saturday 12 to Monday 14 June 2027');
    expect(text(answer)).not.toContain('<t:');
    expect(data.conferences).toMatchObject([
      { title: 'Rivers', time: days('2027-06-12', '2027-06-14'), place: 'Lisbon' },
    ]);
    expect(data.audit).toMatchObject([{ command: 'programme add', options: { title: 'Rivers', start: '2027-06-12' } }]);
  });

  it('says times with their zone, the one given or the server’s', async () => {
    const home = await programme('add', { title: 'A', start: '2027-06-12 18:00', end: '2027-06-12 20:00' });
    expect(text(home)).toContain('Saturday 12 June 2027, 18:00 to 20:00, Lisbon (WEST)');
    const away = await programme('add', { title: 'B', start: '2027-06-12 18:00', time_zone: 'tokyo' });
    expect(text(away)).toContain('Saturday 12 June 2027, 18:00, Tokyo (GMT+9)');
    expect(data.conferences.at(-1)?.time).toMatchObject({ startsAt: Date.parse('2027-06-12T09:00Z') });
  });

  it('reads words back and saves them only then', async () => {
    const shown = await programme('add', { title: 'Rivers', start: '12-14 June 2027' });
    expect(text(shown)).toMatch(/Saturday 12 to Monday 14 June 2027.*Is that right\?/s);
    expect(data.conferences).toEqual([]);
    await click(shown, /^Save$/);
    expect(data.conferences).toMatchObject([{ title: 'Rivers', time: days('2027-06-12', '2027-06-14') }]);
    expect(data.audit).toMatchObject([{ command: 'programme add', options: { start: '2027-06-12' } }]);
  });

  it('lets what was read be changed, and put into another zone', async () => {
    const shown = await programme('add', { title: 'Rivers', start: 'next Friday 6pm' });
    const opened = await click(shown, /^Edit$/);
    expect(form(opened).values).toMatchObject({ title: 'Rivers', start: '2026-12-04 18:00', end: '', place: '' });
    const changed = await submit(opened, { start: '2026-12-04 19:00', place: 'Porto' });
    expect(text(changed)).toContain('Friday 4 December 2026, 19:00, Lisbon (WET)');
    const rezoned = await submit(await click(changed, /time zone/), { timeZone: 'Asia/Tokyo' });
    expect(text(rezoned)).toContain('Friday 4 December 2026, 19:00, Tokyo (GMT+9)');
    await click(rezoned, /^Save$/);
    expect(data.conferences).toMatchObject([
      { place: 'Porto', time: { startsAt: Date.parse('2026-12-04T10:00Z'), timeZone: 'Asia/Tokyo' } },
    ]);
  });

  it('asks once about what is past, and says where a weekday does not fit', async () => {
    const past = await programme('add', { title: 'Rivers', start: '2026-06-12' });
    expect(text(past)).toContain('That is past. Save it anyway?');
    expect(data.conferences).toEqual([]);
    await click(past, /^Save$/);
    expect(data.conferences).toHaveLength(1);
    const wrong = await programme('add', { title: 'Seas', start: 'Friday 12 June 2027' });
    expect(text(wrong)).toContain('The weekday does not fit the date.');
  });

  it.each([
    [{ start: 'soon' }, 'startUnreadable'],
    [{ start: '2027-06-12', end: 'later' }, 'endUnreadable'],
    [{ start: '2027-06-12', end: '2027-06-10' }, 'endBeforeStart'],
    [{ start: '2027-06-12 18:00', end: '2027-06-12' }, 'clocksDiffer'],
    [{ start: '2027-06-12', url: 'not an address' }, 'pageUnreadable'],
    [{ start: '2027-06-12', url: 'ftp://example.org/a' }, 'pageUnreadable'],
    [{ start: '2027-06-12', title: '\u200B' }, 'titleEmpty'],
    [{ start: '2027-06-12', time_zone: 'Xqzwv' }, 'timeZoneUnknown'],
  ])('%j is refused: %s', async (options, code) => {
    const refused = await programme('add', { title: 'Rivers', place: 'Porto', ...options });
    expect(text(refused)).toContain(sayIn('en')(`errors.refusal.${code}`).split('{')[0]);
    expect(data.conferences).toEqual([]);
    const opened = await click(refused, /^Correct what I typed$/);
    const { time_zone: _, ...typed } = options as Record<string, string>;
    expect(form(opened).values).toMatchObject({ title: 'Rivers', place: 'Porto', ...typed });
    await submit(opened, { title: 'Rivers', start: '2027-06-12', end: '', url: '' });
    expect(data.conferences).toMatchObject([{ title: 'Rivers', place: 'Porto', time: days('2027-06-12') }]);
  });

  it.each([
    ['Kolkata', 'Asia/Kolkata'],
    ['europe/kyiv', 'Europe/Kyiv'],
    ['US/Eastern', 'US/Eastern'],
  ])('knows the zone %s by the name it has today, or had', async (typed, timeZone) => {
    await programme('add', { title: 'A', start: '2027-06-12 18:00', time_zone: typed });
    expect(data.conferences).toMatchObject([{ time: { timeZone } }]);
  });

  it('names the zones that an unknown one may mean', async () => {
    const refused = await programme('add', { title: 'A', start: '2027-06-12', time_zone: 'Lisbonn' });
    expect(text(refused)).toContain('Europe/Lisbon');
  });
});

describe('/programme edit', () => {
  const timed = {
    kind: 'instants',
    startsAt: Date.parse('2027-06-12T17:00Z'),
    endsAt: Date.parse('2027-06-12T19:00Z'),
    timeZone: 'Europe/Lisbon',
  } as const;

  it('without a change opens the form as it stands, and reads it back', async () => {
    data.conferences = [sampleConference({ place: 'Porto', url: 'https://example.org/c' })];
    const opened = await programme('edit', { conference: '#5' });
    expect(form(opened).values).toEqual({
      title: 'Annual meeting',
      start: '2027-03-12',
      end: '2027-03-14',
      place: 'Porto',
      url: 'https://example.org/c',
    });
    const shown = await submit(opened, { end: '2027-03-15', place: '' });
    expect(text(shown)).toContain('Friday 12 to Monday 15 March 2027');
    expect(text(shown)).not.toContain('Porto');
    await click(shown, /^Save$/);
    expect(data.conferences).toMatchObject([{ id: 5, time: days('2027-03-12', '2027-03-15') }]);
  });

  it('keeps what it is not told about', async () => {
    const milestones = [{ kind: 'submission', due: { kind: 'day', on: '2027-01-10' } }] as const;
    data.conferences = [sampleConference({ time: timed, place: 'Porto', milestones })];
    await programme('edit', { conference: 'annual MEETING', title: 'Rivers 2027' });
    expect(data.conferences).toMatchObject([{ title: 'Rivers 2027', time: timed, place: 'Porto', milestones }]);
  });

  it('moves the end with the start, and asks whether that is right', async () => {
    data.conferences = [sampleConference()];
    const shown = await programme('edit', { conference: '#5', start: '2027-04-01' });
    expect(text(shown)).toContain('Thursday 1 to Saturday 3 April 2027');
    expect(text(shown)).toContain('Is that right?');
    const alone = await programme('edit', { conference: '#5', start: '2027-04-01', end: '2027-04-01' });
    expect(text(alone)).toContain('Thursday 1 April 2027');
  });

  it('with a zone alone keeps what the clocks show', async () => {
    data.conferences = [sampleConference({ time: timed })];
    await programme('edit', { conference: '#5', time_zone: 'Asia/Tokyo' });
    expect(data.conferences).toMatchObject([{ time: { startsAt: Date.parse('2027-06-12T09:00Z') } }]);
  });

  it('lays what was changed over what somebody else has changed meanwhile, and asks again', async () => {
    data.conferences = [sampleConference({ place: 'Porto' })];
    const shown = await programme('edit', { conference: '#5', title: 'Rivers', start: '13 March 2027' });
    data.conferences = [sampleConference({ place: 'Lisbon' })];
    const again = await click(shown, /^Save$/);
    expect(text(again)).toMatch(/It was changed meanwhile.*Rivers.*Saturday 13 to Monday 15 March 2027.*Lisbon/s);
    expect(data.conferences).toMatchObject([{ title: 'Annual meeting', place: 'Lisbon' }]);
    expect(data.audit).toEqual([]);
    await click(again, /^Save$/);
    expect(data.conferences).toMatchObject([{ title: 'Rivers', place: 'Lisbon' }]);
    expect(data.audit).toHaveLength(1);
  });

  it('means the next one of several of one title', async () => {
    const inYear = (id: number, year: number) =>
      sampleConference({ id: id as ConferenceId, time: { ...days(`${year}-03-12`), kind: 'days' } });
    data.conferences = [inYear(5, 2026), inYear(6, 2027), inYear(7, 2028)];
    await programme('edit', { conference: 'annual meeting', place: 'Braga' });
    expect(data.conferences.filter(({ place }) => place === 'Braga')).toMatchObject([{ id: 6 }]);
  });

  it('says which conference may be meant', async () => {
    expect((await refusalOf(programme('edit', { conference: 'x' }))).code).toBe('conferencesNone');
    data.conferences = [sampleConference()];
    const refusal = await refusalOf(programme('edit', { conference: 'Anual meting' }));
    expect(refusal).toMatchObject({ code: 'conferenceUnknownNearest', args: { nearest: 'Annual meeting' } });
    const [choice] = await complete('programme edit', 'conference', 'annual', asked, ports);
    expect(choice).toEqual({ name: 'Annual meeting · Friday 12 to Sunday 14 March 2027', value: '#5' });
  });
});

describe('/programme cancel', () => {
  it('asks once, and then marks it', async () => {
    data.conferences = [sampleConference()];
    const ask = await programme('cancel', { conference: 'Annual meeting' });
    expect(data.conferences[0]?.status).toBe('confirmed');
    const done = await click(ask, /It is cancelled/);
    expect(text(done)).toContain('It is marked as cancelled. If it takes place after all, use </programme add');
    expect(data.conferences[0]?.status).toBe('cancelled');
    expect(text(await click(ask, /It is cancelled/))).toContain('already');
    expect(text(await programme('cancel', { conference: '#5' }))).toContain('already');
    expect(data.audit).toHaveLength(1);
  });
});

describe('a question about a conference', () => {
  const questionId = 'abcdefghijklmnop' as ConferenceQuestionId;
  const answered = (answeredBy: string, at: Instant) =>
    ({ answer: 'dismissed', answeredBy: answeredBy as UserId, answeredAt: at }) as const;
  const ask = (answer?: ReturnType<typeof answered>, isOff = false) => {
    const standing = isOff ? 'sure' : 'asking';
    const conference = sampleConference({ id: 9 as ConferenceId, title: 'Rivers', standing });
    const { title, time, milestones } = conference;
    const status = isOff ? 'cancelled' : conference.status;
    const facts = { title, status, milestones, ...(time ? { time } : {}) };
    const claim = {
      origin: 'prose',
      source: 'article:1',
      names: [],
      facts,
      quotes: { time: 'We meet on 12 March' },
      confidence: 0.5,
      doubts: [],
      needsConfirmation: true,
    } as const;
    const question = { id: questionId, guildId: asked.guildId, conferenceId: conference.id, claim, askedAt: now };
    data.conferenceQuestions = [{ question: { ...question, doubts: ['yearUnsure'], ...answer }, conference }];
  };
  const button = (action: string) => press(`v1:programme:${action}:${questionId}.qrstuvwxyz234567`, asked, ports);

  it('is confirmed by its button, and the first answer counts', async () => {
    ask();
    expect(text(await button('confirm'))).toContain('<@300> confirmed it');
    expect(text(await button('dismiss'))).toContain('<@300> confirmed it');
    expect(text(await button('correct'))).toContain('<@300> confirmed it');
    expect(data.audit).toMatchObject([{ command: 'programme confirm', options: { answer: 'confirmed' } }]);
  });

  it('is dismissed by its button', async () => {
    ask();
    expect(text(await button('dismiss'))).toContain('set it aside');
    expect(data.conferenceQuestions[0]?.question.answer).toBe('dismissed');
  });

  it('is corrected in a form, read back, and answered by what is saved', async () => {
    ask();
    const shown = await submit(await button('correct'), { start: '2028-03-12', end: '' });
    expect(shown.kind).toBe('reply');
    expect(text(shown)).toContain('Sunday 12 March 2028');
    expect(data.conferenceQuestions[0]?.question.answer).toBeUndefined();
    await click(shown, /^Save$/);
    expect(data.conferenceQuestions[0]).toMatchObject({
      question: { answer: 'edited', answeredBy: '300' },
      conference: { time: days('2028-03-12') },
    });
  });

  it('whether it is off is answered by another date: it takes place then', async () => {
    ask(undefined, true);
    await click(await submit(await button('correct'), { start: '2028-03-12', end: '' }), /^Save$/);
    const { conference } = data.conferenceQuestions[0] ?? {};
    expect(conference).toMatchObject({ status: 'confirmed', time: days('2028-03-12') });
  });

  it('corrected after somebody else has answered shows what was decided', async () => {
    ask();
    const shown = await submit(await button('correct'), { start: '2028-03-12', end: '' });
    ask(answered('301', now - 1_000));
    expect(text(await click(shown, /^Save$/))).toContain('<@301> set it aside');
    expect(data.audit).toEqual([]);
  });

  it('is answered by /programme confirm as well, which lists those that wait', async () => {
    expect((await refusalOf(programme('confirm', { conference: 'Rivers' }))).code).toBe('confirmationsNone');
    ask();
    const offered = await complete('programme confirm', 'conference', 'riv', asked, ports);
    expect(offered).toMatchObject([{ value: questionId }]);
    const shown = await programme('confirm', { conference: 'rivers' });
    expect(text(shown)).toContain('> We meet on 12 March');
    expect(data.conferenceQuestions[0]?.question.answer).toBeUndefined();
    expect(text(await click(shown, /^Confirm$/))).toContain('<@300> confirmed it');
  });

  it('that is forgotten names the command', async () => {
    for (const gone of [button('confirm'), button('correct'), press('v1:programme:save:gone', asked, ports)])
      expect((await refusalOf(gone)).code).toBe('buttonOutlived');
  });
});
