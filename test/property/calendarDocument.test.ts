import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConferenceTime } from '../../src/domain/conference.ts';
import { parseCalendar } from '../../src/sources/calendar.ts';
import { type CalendarEntry, calendarDocument } from '../../src/views/calendarDocument.ts';

const zones = [
  'UTC',
  'Europe/Lisbon',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Etc/GMT+12',
  'Asia/Kolkata',
];
const dayMs = 86_400_000;
const day = fc.integer({ min: Date.parse('1990-01-01') / dayMs, max: Date.parse('2060-12-31') / dayMs });
const nameOf = (number: number) => new Date(number * dayMs).toISOString().slice(0, 10);
/** Around the changes of clocks, where times are hardest, and anywhere else. */
const instant = fc
  .oneof(
    fc.integer({ min: Date.parse('1990-01-01') / 1000, max: Date.parse('2060-01-01') / 1000 }),
    fc.integer({ min: Date.parse('2027-03-27T22:00Z') / 1000, max: Date.parse('2027-03-28T04:00Z') / 1000 }),
    fc.integer({ min: Date.parse('2027-10-30T22:00Z') / 1000, max: Date.parse('2027-10-31T04:00Z') / 1000 }),
    fc.integer({ min: Date.parse('2027-11-07T04:00Z') / 1000, max: Date.parse('2027-11-07T08:00Z') / 1000 }),
  )
  .map((seconds) => seconds * 1000);
const time: fc.Arbitrary<ConferenceTime> = fc.oneof(
  fc
    .tuple(day, fc.nat(400))
    .map(([first, days]) => ({ kind: 'days', startsOn: nameOf(first), endsOn: nameOf(first + days) }) as const),
  fc
    .tuple(instant, fc.option(fc.integer({ min: 1, max: 400_000 })), fc.constantFrom(...zones))
    .map(([startsAt, seconds, timeZone]) => ({
      kind: 'instants' as const,
      startsAt,
      ...(seconds === null ? {} : { endsAt: startsAt + seconds * 1000 }),
      timeZone,
    })),
);
const line = fc
  .array(fc.constantFrom('Lecture', 'é', '試', '🎓', ',', ';', '\\', '\\n', ':', '"', ' a'), {
    minLength: 1,
    maxLength: 60,
  })
  .map((parts) => `x${parts.join('')}x`);
const entry: fc.Arbitrary<CalendarEntry> = fc.record({
  uid: fc.uuid().map((id) => `${id}@society.example.org`),
  title: line,
  time,
  status: fc.constantFrom('confirmed', 'tentative', 'cancelled'),
  place: line,
  url: fc
    .integer({ min: 1, max: 999_999_999 })
    .map((id) => `https://society.example.org/${'event/'.repeat(id % 30)}${id}`),
  description: fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n')),
  sequence: fc.nat(50),
  changedAt: fc.integer({ min: 1_500_000_000, max: 2_000_000_000 }).map((seconds) => seconds * 1000),
});
const entries = fc.uniqueArray(entry, { selector: ({ uid }) => uid, maxLength: 6 });

describe('a calendar file', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(entries, (written) => {
        const bytes = Buffer.from(calendarDocument({ name: 'Programme', entries: written }));
        const { events, problems } = parseCalendar({ bytes, homeTimeZone: 'Asia/Tokyo', now: 0 });
        expect(problems).toEqual([]);
        expect(events.map(withoutZone)).toEqual(
          written.map(({ sequence: _, changedAt: __, ...facts }) => withoutZone(facts)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('has no line over 75 octets, no torn character, and nothing but whole lines', () => {
    fc.assert(
      fc.property(entries, fc.string({ unit: 'grapheme' }), (written, name) => {
        const text = calendarDocument({ name, entries: written });
        const lines = text.split('\r\n');
        expect(lines.at(-1)).toBe('');
        for (const one of lines) {
          expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75);
          expect(one).not.toMatch(/[\r\n]|\p{Surrogate}/u);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** In an hour that the clocks repeat a time is given in UTC: the instant stays, the name of the zone does not. */
function withoutZone<Event extends { readonly time: ConferenceTime }>(event: Event) {
  return event.time.kind === 'days' ? event : { ...event, time: { ...event.time, timeZone: '' } };
}
