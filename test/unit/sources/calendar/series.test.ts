import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../../../../src/domain/conference.ts';
import { parseCalendar } from '../../../../src/sources/calendar.ts';

const now = Date.parse('2027-03-15T12:00Z');
const read = (...parts: string[]) => {
  const text = ['BEGIN:VCALENDAR', ...parts, 'END:VCALENDAR', ''].join('\r\n');
  return parseCalendar({ bytes: Buffer.from(text), homeTimeZone: 'Europe/Lisbon', now });
};
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:s', ...lines, 'END:VEVENT'].join('\r\n');
const lecture = (...lines: string[]) =>
  event(
    'SUMMARY:Lecture',
    'DTSTART;TZID=Europe/Lisbon:20270317T180000',
    'DTEND;TZID=Europe/Lisbon:20270317T193000',
    ...lines,
  );
const startOf = ({ time }: CalendarEvent) =>
  time.kind === 'days' ? time.startsOn : new Date(time.startsAt).toISOString().slice(0, 16);
const starts = (...parts: string[]) => read(...parts).events.map(startOf);
const weekly = 'RRULE:FREQ=WEEKLY;COUNT=4';
const march17 = '2027-03-17T18:00';
const march24 = '2027-03-24T18:00';
const march31 = '2027-03-31T17:00';
const april7 = '2027-04-07T17:00';

describe('a series', () => {
  it('is its instances, at the same time by the clock when the clocks change, each with a name of its own', () => {
    const { events, problems } = read(lecture(weekly));
    expect(events.map(startOf)).toEqual([march17, march24, march31, april7]);
    expect(events.map(({ uid }) => uid)).toEqual([
      's#2027-03-17T18:00:00Z',
      's#2027-03-24T18:00:00Z',
      's#2027-03-31T17:00:00Z',
      's#2027-04-07T17:00:00Z',
    ]);
    expect(events[2]?.time).toMatchObject({ endsAt: Date.parse('2027-03-31T18:30Z'), timeZone: 'Europe/Lisbon' });
    expect(problems).toEqual([]);
  });

  it('ends with its last date, however that is written', () => {
    const until = (text: string) => starts(lecture(`RRULE:FREQ=WEEKLY;UNTIL=${text}`)).length;
    expect([until('20270331'), until('20270331T170000Z'), until('20270331T165959Z'), until('20270331T180000')]).toEqual(
      [3, 3, 2, 3],
    );
  });

  it('of whole days has whole days', () => {
    const days = (...lines: string[]) => event('DTSTART;VALUE=DATE:20270320', 'DTEND;VALUE=DATE:20270322', ...lines);
    const found = read(days('RRULE:FREQ=WEEKLY;UNTIL=20270403T000000Z', 'EXDATE:20270327T000000Z'));
    expect(found.events.map(({ time }) => time)).toEqual([
      { kind: 'days', startsOn: '2027-03-20', endsOn: '2027-03-21' },
      { kind: 'days', startsOn: '2027-04-03', endsOn: '2027-04-04' },
    ]);
  });

  it('of whole days ends, lacks and moves the day that a moment means where it is spent', () => {
    const days = (...lines: string[]) => event('DTSTART;VALUE=DATE:20270615', ...lines);
    // Midnight in Lisbon, and a second before it.
    expect(starts(days('RRULE:FREQ=DAILY;UNTIL=20270616T230000Z'))).toEqual(['2027-06-15', '2027-06-16', '2027-06-17']);
    expect(starts(days('RRULE:FREQ=DAILY;UNTIL=20270616T225959Z'))).toEqual(['2027-06-15', '2027-06-16']);
    const daily = days('RRULE:FREQ=DAILY;COUNT=3', 'EXDATE:20270615T230000Z');
    expect(starts(daily)).toEqual(['2027-06-15', '2027-06-17']);
    const moved = event('RECURRENCE-ID:20270616T230000Z', 'DTSTART;VALUE=DATE:20270620');
    expect(starts(daily, moved)).toEqual(['2027-06-15', '2027-06-20']);
  });

  it('in another zone lacks and moves dates that name no zone by its own clock', () => {
    const abroad = (...lines: string[]) => event('DTSTART;TZID=America/New_York:20270317T180000', ...lines);
    const series = abroad('RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE:20270324T180000');
    const moved = event('RECURRENCE-ID:20270331T180000', 'DTSTART;TZID=America/New_York:20270401T190000');
    expect(starts(series)).toEqual(['2027-03-17T22:00', '2027-03-31T22:00']);
    expect(starts(series, moved)).toEqual(['2027-03-17T22:00', '2027-04-01T23:00']);
    expect(starts(abroad('RDATE:20270318T180000'))).toEqual(['2027-03-17T22:00', '2027-03-18T22:00']);
  });

  it('in the evening lacks the day of which the midnight is excepted', () => {
    const excepted = lecture(weekly, 'EXDATE;TZID=Europe/Lisbon:20270324T000000');
    expect(starts(excepted)).toEqual([march17, march31, april7]);
  });

  it('has its further dates and lacks the excepted ones, as days, in lists and in other zones', () => {
    expect(starts(lecture(weekly, 'EXDATE;VALUE=DATE:20270324,20270407'))).toEqual([march17, march31]);
    expect(starts(lecture(weekly, 'EXDATE;TZID=Europe/Berlin:20270324T190000'))).toEqual([march17, march31, april7]);
    expect(starts(lecture('RDATE;TZID=Europe/Lisbon:20270324T180000,20270331T180000'))).toEqual([
      march17,
      march24,
      march31,
    ]);
    expect(starts(lecture('RDATE;VALUE=PERIOD:20270324T180000Z/PT3H', 'EXDATE:20270317T180000Z'))).toEqual([march24]);
  });

  it('follows what replaces one instance, and keeps a cancelled one as cancelled', () => {
    const moved = event(
      'SUMMARY:Moved',
      'RECURRENCE-ID;TZID=Europe/Lisbon:20270324T180000',
      'DTSTART:20270325T100000Z',
    );
    const gone = event(
      'SUMMARY:Lecture',
      'RECURRENCE-ID:20270331T170000Z',
      'DTSTART:20270331T170000Z',
      'STATUS:CANCELLED',
    );
    const { events } = read(moved, lecture(weekly), gone);
    expect(events).toHaveLength(4);
    expect(events).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          uid: 's#2027-03-24T18:00:00Z',
          title: 'Moved',
          time: expect.objectContaining({ startsAt: Date.parse('2027-03-25T10:00Z') }),
        }),
        expect.objectContaining({ uid: 's#2027-03-31T17:00:00Z', status: 'cancelled' }),
      ]),
    );
  });

  it('follows what replaces all instances from one on', () => {
    const later = event(
      'SUMMARY:Late lecture',
      'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Lisbon:20270324T180000',
      'DTSTART;TZID=Europe/Lisbon:20270325T200000',
      'DURATION:PT1H',
    );
    const { events } = read(lecture(weekly), later);
    expect(events.map(startOf)).toEqual([march17, '2027-03-25T20:00', '2027-04-01T19:00', '2027-04-08T19:00']);
    expect(events.map(({ title }) => title)).toEqual(['Lecture', ...Array(3).fill('Late lecture')]);
  });

  it('is cancelled as a whole', () => {
    const statuses = (...parts: string[]) => new Set(read(...parts).events.map(({ status }) => status));
    expect(statuses(lecture(weekly, 'STATUS:CANCELLED'))).toEqual(new Set(['cancelled']));
    expect(statuses('METHOD:CANCEL', lecture(weekly))).toEqual(new Set(['cancelled']));
  });

  it('counts in its latest version, also when an older one stands behind it', () => {
    const { events, problems } = read(
      lecture('SEQUENCE:3'),
      event('SUMMARY:Old', 'DTSTART:20270401T100000Z', 'SEQUENCE:2'),
    );
    expect(events.map(({ title }) => title)).toEqual(['Lecture']);
    expect(problems).toEqual(['Old: it is there more than once, its latest version counts']);
  });

  it('is shown from a month ago to two years ahead, at most 60 dates of it', () => {
    const yearly = event('SUMMARY:Y', 'DTSTART;VALUE=DATE:20100401', 'RRULE:FREQ=YEARLY');
    expect(starts(yearly)).toEqual(['2027-04-01', '2028-04-01']);
    const daily = starts(event('SUMMARY:D', 'DTSTART;VALUE=DATE:20100401', 'RRULE:FREQ=DAILY'));
    expect(daily).toHaveLength(60);
    expect(daily[0]).toBe('2027-02-13');
  });

  it('takes place on its first date also where its own rule leaves it out', () => {
    expect(starts(lecture('RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=1'))).toEqual([march17, '2027-03-18T18:00']);
  });

  it('shares 500 dates with the other series of its calendar, the nearest ones', () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      [
        'BEGIN:VEVENT',
        `UID:${index}`,
        'SUMMARY:D',
        'DTSTART;VALUE=DATE:20270301',
        'RRULE:FREQ=DAILY',
        'END:VEVENT',
      ].join('\r\n'),
    );
    const { events, problems } = read(...many);
    expect(events).toHaveLength(500);
    expect(problems[0]).toContain('only the nearest 500');
  });
});

describe('a hostile rule', () => {
  it.each([
    ['FREQ=SECONDLY', 'FREQ=SECONDLY'],
    ['FREQ=MINUTELY;INTERVAL=7', 'FREQ=MINUTELY'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'no date within reach'],
    ['FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4', 'no date within reach'],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=-30', 'no date within reach'],
    ['FREQ=HOURLY;BYYEARDAY=366;BYMONTH=1', 'no date within reach'],
    ['FREQ=DAILY;INTERVAL=0', 'INTERVAL=0'],
    ['FREQ=SOMETIMES', 'FREQ=SOMETIMES'],
    ['FREQ=WEEKLY;BYEASTER=1', 'BYEASTER=1'],
    ['COUNT=3', 'FREQ='],
  ])('%s costs little, is reported, and its first date is read', (rule, said) => {
    const startedAt = performance.now();
    const { events, problems } = read(lecture(`RRULE:${rule}`));
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect(events.map(startOf)).toEqual([march17]);
    expect(problems).toEqual([expect.stringContaining(said)]);
    expect(problems[0]).toContain('only its first date was read');
  });

  it('of very many times a day is cut, not followed', () => {
    const list = (most: number) => Array.from({ length: most }, (_, index) => index).join(',');
    const rule = `FREQ=MONTHLY;BYHOUR=${list(24)};BYMINUTE=${list(60)};BYSECOND=${list(60)}`;
    const startedAt = performance.now();
    expect(read(lecture(`RRULE:${rule}`)).events.length).toBeLessThanOrEqual(60);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('does not cost the other events of its calendar', () => {
    const hostile = Array.from({ length: 200 }, (_, index) =>
      [
        'BEGIN:VEVENT',
        `UID:${index}`,
        'SUMMARY:H',
        'DTSTART:20200101T100000Z',
        'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
        'END:VEVENT',
      ].join('\r\n'),
    );
    const startedAt = performance.now();
    const { events, problems } = read(...hostile, lecture());
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    expect(events.map(({ title }) => title)).toContain('Lecture');
    expect(problems).toHaveLength(100);
  });
});

describe('what a reading says of a series', () => {
  it('ends where its limit ends, so that nothing behind it is taken for gone', () => {
    const [part, ...others] = read(lecture('RRULE:FREQ=DAILY', 'RDATE;TZID=Europe/Lisbon:20280101T180000')).unread;
    expect(others).toEqual([]);
    expect(part?.uid).toBe('s');
    expect(part?.from).toBe(Date.parse('2027-05-15T17:00Z'));
    expect(read(lecture(weekly)).unread).toEqual([]);
  });

  it('is nothing of an event whose date cannot be read', () => {
    expect(read(event('SUMMARY:Lecture', 'DTSTART:soon')).unread).toEqual([{ uid: 's', from: 0 }]);
  });

  it('lasts a day by the calendar where its duration says a day, also when the clocks change', () => {
    const rule = ['DTSTART;TZID=Europe/Lisbon:20270320T120000', 'DURATION:P1D', 'RRULE:FREQ=WEEKLY;COUNT=2'];
    const { events } = read(event('SUMMARY:Vigil', ...rule));
    expect(events.map(({ time }) => time.kind === 'instants' && new Date(time.endsAt ?? 0).toISOString())).toEqual([
      '2027-03-21T12:00:00.000Z',
      '2027-03-28T11:00:00.000Z',
    ]);
  });
});

describe('an event with a slip', () => {
  const start = 'DTSTART;TZID=Europe/Lisbon:20270614T140000';
  it.each([
    ['an end in a zone nobody knows', 'DTEND;TZID=Nowhere/X:20270614T150000'],
    ['an exception in a zone nobody knows', 'RRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE;TZID=Nowhere/X:20270621T150000'],
  ])('is not sure of its hours: %s', (_, line) => {
    const { events, problems } = read(event('SUMMARY:Talk', start, line));
    expect(events[0]).toMatchObject({ isZoneUnsure: true });
    expect(problems).toHaveLength(1);
  });

  it.each(['DTEND:99991231T000000Z', 'DTEND;TZID=Europe/Lisbon:20390614T150000'])('has no end at %s', (line) => {
    const { events, problems } = read(event('SUMMARY:Talk', start, line));
    expect(events[0]?.time).not.toHaveProperty('endsAt');
    expect(problems).toHaveLength(1);
  });

  it('of another millennium is none', () => {
    expect(read(event('SUMMARY:Talk', 'DTSTART;VALUE=DATE:00000101')).events).toEqual([]);
    expect(read(event('SUMMARY:Talk', 'DTSTART;VALUE=DATE:99990101')).problems).toHaveLength(1);
  });

  it('is whole days where the maker says so in its own way', () => {
    const lines = ['DTSTART;TZID=Europe/Lisbon:20270614T000000', 'DTEND;TZID=Europe/Lisbon:20270616T000000'];
    const { events } = read(event('SUMMARY:Talk', ...lines, 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE'));
    expect(events[0]?.time).toEqual({ kind: 'days', startsOn: '2027-06-14', endsOn: '2027-06-15' });
  });

  it.each(['PRIVATE', 'CONFIDENTIAL', 'X-STAFF'])('is not for everybody where it is %s', (access) => {
    expect(read(event('SUMMARY:Talk', start, `CLASS:${access}`)).events).toMatchObject([{ isPrivate: true }]);
    expect(read(event('SUMMARY:Talk', start, 'CLASS:PUBLIC')).events[0]).not.toHaveProperty('isPrivate');
  });
});
