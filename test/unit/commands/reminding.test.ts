import { beforeEach, describe, expect, it } from 'vitest';
import type { Milestone } from '../../../src/domain/conference.ts';
import type { DeliveryId, ReminderId, UserId } from '../../../src/domain/ids.ts';
import { sayIn } from '../../../src/kit/translate.ts';
import { remindButton } from '../../../src/views/conferenceCard.ts';
import { askedBy, guildId, now, refusalOf } from '../../support/fakePorts.ts';
import { faultsOf, nodesOf, textOf, viewOf } from '../views/readView.ts';
import { complete, press, run } from './runCommand.ts';
import { duesIn, type Fake, fakeProgramme, me, ports, remindIn, tides } from './twoConferences.ts';

const other = askedBy({ id: '301' as UserId });
let fake: Fake;
beforeEach(() => {
  fake = fakeProgramme();
});

const remind = (options: Record<string, string>, asked = me) => remindIn(fake, options, asked);
const dues = () => duesIn(fake);

describe('/conferences remind', () => {
  it('reminds of the start, a day before, unless something else is asked', async () => {
    const text = textOf(viewOf(await remind({ conference: '#5' })));
    expect(dues()).toEqual(['start day 2027-03-11T09:00']);
    expect(text).toContain('I will remind you of **Meeting on tides** by direct message');
    expect(text).toContain('</reminders list:1>');
    await remind({ conference: 'https://m.example/tides', what: 'submission', before: '1 week' });
    await remind({ conference: 'meeting on TIDES', what: 'Submissions due (10 December 2026)', before: '1 hour' });
    expect(dues().slice(1)).toEqual(['submission week 2026-12-03T09:00', 'submission hour 2026-12-10T08:00']);
  });

  it('offers the conferences, and the dates that the chosen one has', async () => {
    expect(await complete('conferences remind', 'conference', 'tid', me, fake.ports)).toEqual([
      { name: 'Meeting on tides · Friday 12 to Sunday 14 March 2027', value: '#5' },
    ]);
    const dates = (conference: string, typed = '') =>
      complete('conferences remind', 'what', typed, me, fake.ports, { conference });
    expect(await dates('#5')).toEqual([
      { name: 'Start (12 March 2027)', value: 'start' },
      { name: 'Submissions due (10 December 2026)', value: 'submission' },
    ]);
    expect(await dates('Old ports')).toHaveLength(1);
    expect(await dates('#5', 'subm')).toHaveLength(1);
    expect(await dates('#99')).toEqual([]);
    expect(await dates('nothing like it')).toEqual([]);
  });

  it.each([
    [{ conference: 'Old prots' }, {}, 'conferenceUnknownNearest'],
    [{ conference: 'zzz' }, {}, 'conferenceUnknown'],
    [{ conference: '#7' }, {}, 'conferenceUnknown'],
    [{ conference: '#5', what: 'camera-ready' }, {}, 'dateUnknown'],
    [{ conference: '#5' }, { status: 'cancelled' as const }, 'conferenceCancelled'],
    [{ conference: '#5' }, { standing: 'asking' as const }, 'conferenceUnknown'],
    [
      { conference: '#5' },
      { time: { kind: 'days', startsOn: '2026-11-01', endsOn: '2026-11-02' } as const, milestones: [] },
      'conferenceOver',
    ],
    [
      { conference: '#5' },
      { time: { kind: 'days', startsOn: '2026-11-01', endsOn: '2026-11-02' } as const },
      'dateOver',
    ],
    [
      { conference: '#5', what: 'submission' },
      { milestones: [{ kind: 'submission', due: { kind: 'day', on: '2026-11-01' } }] as Milestone[] },
      'dateOver',
    ],
    [
      { conference: '#5', before: '1 week' },
      { time: { kind: 'days', startsOn: '2026-11-27', endsOn: '2026-11-27' } as const },
      'reminderLate',
    ],
  ])('refuses %j of %j kindly: %s', async (options, change, code) => {
    fake.data.conferences = [{ ...tides, ...change }, ports];
    expect(await refusalOf(remind(options))).toMatchObject({ code });
    expect(fake.data.reminders).toEqual([]);
  });

  it('says so where nothing is on the programme', async () => {
    fake.data.conferences = [];
    expect(await refusalOf(remind({ conference: 'tides' }))).toMatchObject({ code: 'programmeEmpty' });
  });

  it('keeps a bound for each person', async () => {
    fake.ports.reminders.ask = async () => undefined;
    expect(await refusalOf(remind({ conference: '#5' }))).toMatchObject({ code: 'remindersFull' });
  });
});

describe('the button of a card', () => {
  const card = () => {
    const button = remindButton(tides.id, 'abcdefghijklmnop' as DeliveryId, false, sayIn('en'));
    return 'custom_id' in button ? button.custom_id : '';
  };
  const menuOf = (view: Parameters<typeof nodesOf>[0]) => nodesOf(view).find(({ type }) => type === 3);

  it('shows what may be chosen and what is set, to each their own', async () => {
    await remind({ conference: '#5', before: '1 week' });
    const view = viewOf(await press(card(), me, fake.ports));
    expect(faultsOf(view)).toEqual([]);
    expect(menuOf(view)).toMatchObject({
      min_values: 0,
      max_values: 6,
      options: [
        { label: 'Start: one hour before', value: 'start.hour' },
        { label: 'Start: one day before', value: 'start.day' },
        { label: 'Start: one week before', value: 'start.week', default: true },
        { value: 'submission.hour' },
        { value: 'submission.day' },
        { value: 'submission.week' },
      ],
    });
    expect(textOf(view)).toContain('I will remind you:\n- Start: one week before, <t:');
    expect(textOf(viewOf(await press(card(), other, fake.ports)))).toContain('You have no reminder of it yet.');
  });

  it('sets what is chosen and takes back what is not', async () => {
    await remind({ conference: '#5', before: '1 week' });
    await remind({ conference: '#5' }, other);
    const result = await press('v1:conferences:setReminders:5', me, fake.ports, ['start.day', 'submission.week']);
    expect(result.kind).toBe('update');
    expect(dues()).toEqual([
      'start day 2027-03-11T09:00',
      'start day 2027-03-11T09:00',
      'submission week 2026-12-03T09:00',
    ]);
    await press('v1:conferences:setReminders:5', me, fake.ports, []);
    expect(fake.data.reminders.map(({ userId }) => userId)).toEqual(['301']);
  });

  it('takes nothing back that is no longer offered, and sets nothing that is not', async () => {
    const gone = { kind: 'submission', due: { kind: 'day', on: '2026-11-25' } } as const;
    fake.data.conferences = [{ ...tides, milestones: [gone] }];
    const base = {
      id: 'x' as ReminderId,
      guildId,
      userId: me.member.id,
      conferenceId: tides.id,
      askedAt: 0,
      locale: 'en',
    };
    fake.data.reminders = [{ ...base, what: 'submission', before: 'week', dueAt: now - 5 }];
    await press('v1:conferences:setReminders:5', me, fake.ports, ['submission.week', 'start.year', 'dinner.day']);
    expect(dues()).toHaveLength(1);
    await press('v1:conferences:setReminders:5', me, fake.ports, []);
    expect(dues()).toHaveLength(1);
  });

  it('refuses what is cancelled, over, or not sure', async () => {
    const refused = async (change: object) => {
      fake.data.conferences = [{ ...tides, ...change }];
      return (await refusalOf(press(card(), me, fake.ports))) as { code: string };
    };
    expect((await refused({ status: 'cancelled' })).code).toBe('conferenceCancelled');
    const past = { time: { kind: 'days', startsOn: '2026-11-01', endsOn: '2026-11-02' }, milestones: [] };
    expect((await refused(past)).code).toBe('conferenceOver');
    const soon = { time: { kind: 'instants', startsAt: now + 60_000, timeZone: 'UTC' }, milestones: [] };
    expect((await refused(soon)).code).toBe('reminderLate');
    expect((await refused({ standing: 'dismissed' })).code).toBe('buttonOutlived');
  });
});

describe('/reminders', () => {
  const list = async (asked = me) => viewOf(await run('reminders list', {}, asked, fake.ports));

  it('lists one’s own, the next first, and takes one back', async () => {
    await remind({ conference: '#5' });
    await remind({ conference: '#5', what: 'submission' });
    await remind({ conference: '#6' }, other);
    const view = await list();
    expect(faultsOf(view)).toEqual([]);
    expect(textOf(view)).toMatch(
      /^\*\*2 reminders to come\*\*\n.*\nSubmissions due: one day before\nI remind you <t:\d+:F>/,
    );
    const menu = nodesOf(view).find(({ type }) => type === 3);
    expect(menu?.options?.[0]?.label).toBe('Meeting on tides · Submissions due: one day before');
    const id = menu?.options?.[0]?.value ?? '';
    expect(textOf(viewOf(await press('v1:reminders:drop:0', other, fake.ports, [id])))).toContain('Old ports');
    expect(dues()).toHaveLength(3);
    expect(textOf(viewOf(await press('v1:reminders:drop:0', me, fake.ports, [id])))).toContain('One reminder to come');
    expect(dues()).toHaveLength(2);
  });

  it('cancels the one that is chosen, or the only one of a conference', async () => {
    await remind({ conference: '#5' });
    await remind({ conference: '#5', what: 'submission' });
    await remind({ conference: '#6' });
    const cancel = (reminder: string, asked = me) => run('reminders cancel', { reminder }, asked, fake.ports);
    const offered = await complete('reminders cancel', 'reminder', 'ports', me, fake.ports);
    expect(offered.map(({ name }) => name)).toEqual(['Old ports · Start: one day before']);
    expect(await complete('reminders cancel', 'reminder', '', other, fake.ports)).toEqual([]);
    expect(await refusalOf(cancel(offered[0]?.value ?? '', other))).toMatchObject({ code: 'remindersNone' });
    expect(await refusalOf(cancel('meeting on tides'))).toMatchObject({ code: 'reminderSeveral' });
    expect(textOf(viewOf(await cancel('old ports')))).toContain('**Old ports** that time');
    expect(dues()).toHaveLength(2);
  });

  it('says what to do where there are none', async () => {
    expect(await refusalOf(run('reminders list', {}, me, fake.ports))).toMatchObject({ code: 'remindersNone' });
  });

  it('stops all of a conference, or puts one off, for the person who asked alone', async () => {
    await remind({ conference: '#5' });
    await remind({ conference: '#5', what: 'submission' });
    const [first] = fake.data.reminders;
    const id = `${first?.id}.abcdefghijklmnop`;
    expect(await refusalOf(press(`v1:reminders:stop:${id}`, other, fake.ports))).toMatchObject({
      code: 'reminderUnknown',
    });
    fake.data.reminders = fake.data.reminders.map((one) => (one.id === first?.id ? { ...one, settledAt: now } : one));
    const snoozed = textOf(viewOf(await press(`v1:reminders:snooze:${id}`, me, fake.ports)));
    expect(snoozed).toContain(`once more, <t:${(now + 86_400_000) / 1000}:F>`);
    expect(textOf(viewOf(await press(`v1:reminders:stop:${id}`, me, fake.ports)))).toContain('taken back: 2.');
    expect(await refusalOf(press(`v1:reminders:stop:${id}`, me, fake.ports))).toMatchObject({
      code: 'reminderUnknown',
    });
  });

  it('puts nothing off until it is too late', async () => {
    await remind({ conference: '#5' });
    const [first] = fake.data.reminders;
    fake.data.reminders = fake.data.reminders.map((one) => ({ ...one, settledAt: now }));
    const late = { ...me, now: Date.UTC(2027, 2, 11, 18) };
    expect(await refusalOf(press(`v1:reminders:snooze:${first?.id}`, late, fake.ports))).toMatchObject({
      code: 'snoozeLate',
    });
  });
});
