import { beforeEach, describe, expect, it } from 'vitest';
import type { CalendarId } from '../../../src/domain/ids.ts';
import { sampleCalendar } from '../../support/fakeCalendars.ts';
import { fakePorts, moderator, now, refusalOf } from '../../support/fakePorts.ts';
import { customIdsOf, faultsOf, labelsOf, textOf, viewOf } from '../views/readView.ts';
import { press, run } from './runCommand.ts';

const asked = moderator();
const hourMs = 3_600_000;
const second = (at: number) => Math.floor(at / 1000);
const trouble = { count: 2, sightings: 2, since: now - hourMs, code: 'login', detail: '' };
const event = {
  uid: 'u',
  title: 'Annual meeting',
  time: { kind: 'days', startsOn: '2027-06-12', endsOn: '2027-06-12' },
  status: 'confirmed',
} as const;

let fake: ReturnType<typeof fakePorts>;
beforeEach(() => {
  fake = fakePorts();
});

const list = async () => viewOf(await run('programme import', {}, asked, fake.ports));
const use = async (action: string, values: readonly string[] = []) =>
  viewOf(await press(`v1:${action}`, asked, fake.ports, values));

describe('/programme import without an address', () => {
  it('says how to follow the first calendar', async () => {
    const text = textOf(await list());
    expect(text).toContain('This server follows no calendar yet.');
    expect(text).toContain('</programme import:1>');
  });

  it('lists each calendar with its state in words', async () => {
    fake.data.calendars = [
      sampleCalendar({ lastReadAt: now - hourMs }),
      sampleCalendar({ id: 5 as CalendarId, title: '', url: 'https://other.example/secret/c.ics', trouble }),
      sampleCalendar({ id: 6 as CalendarId, title: 'Put back', lastReadAt: 0 }),
    ];
    const text = textOf(await list());
    expect(text).toContain('This server follows 3 calendars');
    expect(text).toContain(`Fine, last read <t:${second(now - hourMs)}:R>.`);
    expect(text).toContain('**[other.example](https://other.example/secret/c.ics)**');
    expect(text).toMatch(
      /Trouble began <t:\d+:R>: .+login.+ last read <t:\d+:R>\. I try again <t:\d+:R>\. Make it public/,
    );
    expect(text).toContain('Not read yet. I will read it soon.');
    expect(text).toContain('Give an address with');
    expect(fake.data.audit).toEqual([]);
  });

  it('has pages, and stays within the limits', async () => {
    fake.data.calendars = Array.from({ length: 20 }, (_, place) =>
      sampleCalendar({
        id: place as CalendarId,
        title: '*'.repeat(3_000),
        url: `https://a.example/${'p'.repeat(480)}`,
        trouble,
      }),
    );
    expect(faultsOf(await list())).toEqual([]);
    const last = await use('programme:calendars:3');
    expect(textOf(last)).toContain('page 4 of 4');
    expect(customIdsOf(last)).toContain('v1:programme:askUnfollow:19');
  });
});

describe('a calendar that is followed', () => {
  beforeEach(() => {
    fake.data.calendars = [sampleCalendar()];
  });

  it('is let go only after a question, and may be kept', async () => {
    expect(labelsOf(await list())).toEqual(['Stop following “Events”']);
    const question = await use('programme:askUnfollow:4');
    expect(textOf(question)).toContain('What it brought stays on the programme');
    expect(labelsOf(question)).toEqual(['Stop following', 'Keep it']);
    expect(fake.data.calendars).toHaveLength(1);
    const [confirm = '', keep = ''] = customIdsOf(question);
    expect(textOf(await use(keep.slice(3)))).toContain('This server follows one calendar');
    const done = textOf(await use(confirm.slice(3)));
    expect(done).toContain('I no longer follow this calendar.');
    expect(done).toContain('</audit:1>');
    expect(fake.data.calendars).toEqual([]);
  });

  it('is noted when it is let go, and put back from the audit', async () => {
    await use('programme:unfollow:4');
    const audit = viewOf(await run('audit', {}, asked, fake.ports));
    expect(textOf(audit)).toContain('- No longer followed: the calendar [Events](https://society.example/c.ics)');
    expect(textOf(await use('audit:putBack:30.0', ['0']))).toContain('It is as it was before.');
    expect(fake.data.calendars).toMatchObject([{ url: 'https://society.example/c.ics', title: 'Events' }]);
    expect(fake.data.audit.at(-1)).toMatchObject({ command: 'audit' });
    expect(textOf(await use('audit:putBack:30.0', ['0']))).toContain('It was changed again since');
  });

  it('is not put back where there are as many as there may be', async () => {
    await use('programme:unfollow:4');
    fake.data.calendars = Array.from({ length: 20 }, (_, id) =>
      sampleCalendar({ id: id as CalendarId, url: `https://society.example/${id}.ics` }),
    );
    expect(await refusalOf(use('audit:putBack:30.0', ['0']))).toMatchObject({ code: 'calendarsFull' });
  });

  it('answers an old button politely', async () => {
    fake.data.calendars = [];
    expect(textOf(await use('programme:askUnfollow:4'))).toContain('I do not follow this calendar any more.');
    expect(textOf(await use('programme:unfollow:4'))).toContain('I do not follow this calendar any more.');
    expect(textOf(await use('programme:readCalendar:4'))).toContain('I do not follow this calendar any more.');
    expect(fake.data.audit).toEqual([]);
  });

  it('in trouble is read again on a press, and the answer says how it is now', async () => {
    fake.data.calendars = [sampleCalendar({ trouble })];
    expect(labelsOf(await list())).toEqual(['Read “Events” again now', 'Stop following “Events”']);
    expect(textOf(await use('programme:readCalendar:4'))).toContain('still');
    fake.data.calendar = { title: 'Events', events: [event], problems: [], unread: [] };
    expect(textOf(await use('programme:readCalendar:4'))).toContain('can be read again');
  });
});

it('an import is noted in the audit as before', async () => {
  fake.data.calendar = { title: 'Events', events: [event], problems: [], unread: [] };
  await run('programme import', { url: 'https://society.example/c.ics' }, asked, fake.ports);
  const options = { url: 'https://society.example/c.ics' };
  expect(fake.data.audit).toMatchObject([{ command: 'programme import', options, userId: asked.member.id, at: now }]);
});
