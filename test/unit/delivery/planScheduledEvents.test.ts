import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventWish } from '../../../src/delivery/decideEvent.ts';
import {
  assumeUnchanged,
  type EventScene,
  findAdoptable,
  planScheduledEvents,
} from '../../../src/delivery/planScheduledEvents.ts';
import type { ConferenceId, GuildId, Instant } from '../../../src/domain/ids.ts';
import { eventsKept, type GuildEvent, type KeptEvent } from '../../../src/domain/scheduledEvent.ts';

const now = Date.UTC(2027, 2, 1, 12);
const dayMs = 86_400_000;
const guildId = '100' as GuildId;

const factsOf = (number: number, startsAt = now + number * dayMs) => ({
  name: `Workshop ${number}`,
  description: '',
  location: `Hall ${number}`,
  startsAt,
  endsAt: startsAt + dayMs / 2,
});
const wishOf = (number: number): EventWish => ({
  conferenceId: number as ConferenceId,
  facts: factsOf(number),
  isCancelled: false,
  changedAt: now,
});
const keptOf = (number: number): KeptEvent => ({
  conferenceId: number as ConferenceId,
  guildId,
  eventId: `${1000 + number}`,
  shown: factsOf(number),
  state: 'kept',
  changedAt: now - dayMs,
});
const eventOf = (number: number): GuildEvent => ({
  ...factsOf(number),
  id: `${1000 + number}`,
  status: 'scheduled',
  isOwn: true,
});
const theirs = (number: number): GuildEvent => ({ ...eventOf(number), id: `${9000 + number}`, isOwn: false });
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const scene = (change: Partial<EventScene>): EventScene => ({
  guildId,
  wishes: [],
  kept: [],
  events: [],
  waiting: new Set(),
  now,
  ...change,
});
const plan = (change: Partial<EventScene>) =>
  planScheduledEvents(scene(change)).map(({ payload }) => `${payload?.action} ${payload?.conferenceId}`);

describe('the events of a guild', () => {
  it('are those of the nearest conferences, nearest first, with one place spare', () => {
    const planned = plan({ wishes: range(1, 150).reverse().map(wishOf) });
    expect(planned).toEqual(range(1, eventsKept).map((number) => `create ${number}`));
  });

  it('leave people their places', () => {
    const planned = plan({ wishes: range(1, 150).map(wishOf), events: range(1, 20).map(theirs) });
    expect(planned).toHaveLength(eventsKept - 20);
  });

  it('make room for a nearer one from the far end', () => {
    const far = range(11, 10 + eventsKept);
    const planned = plan({
      wishes: [...far, 2, 1].map(wishOf),
      kept: far.map(keptOf),
      events: far.map(eventOf),
    });
    expect(planned).toEqual(['makeRoom 108', 'makeRoom 109', 'create 1', 'create 2']);
  });

  it('stay when people take their places, as long as no nearer one needs one', () => {
    const ours = range(1, eventsKept);
    expect(
      plan({ wishes: ours.map(wishOf), kept: ours.map(keptOf), events: [...ours.map(eventOf), theirs(1)] }),
    ).toEqual([]);
  });

  it('are not planned again while a row waits, which keeps its place', () => {
    const wishes = range(1, 150).map(wishOf);
    const waiting = new Set([1, 2] as ConferenceId[]);
    expect(plan({ wishes, waiting })).toEqual(range(3, eventsKept).map((number) => `create ${number}`));
  });

  it('end before others are made in their place', () => {
    const ours = range(1, eventsKept);
    const wishes = [
      { ...wishOf(50), isCancelled: true },
      ...range(1, 100)
        .filter((one) => one !== 50)
        .map(wishOf),
    ];
    expect(plan({ wishes, kept: ours.map(keptOf), events: ours.map(eventOf) })).toEqual(['cancel 50', 'create 100']);
  });

  it('are believed to be all that fits when Discord said so lately', () => {
    const ours = range(11, 50);
    const { eventId: _, shown: __, ...full } = { ...keptOf(1), state: 'full' as const, changedAt: now - 1000 };
    const wishes = [...ours, 1, 60].map(wishOf);
    const kept = [full, ...ours.map(keptOf)];
    expect(plan({ wishes, kept, events: ours.map(eventOf) })).toEqual(['makeRoom 50', 'create 1']);
    const later = scene({
      wishes,
      kept: kept.map((one) => ({ ...one, changedAt: now - dayMs })),
      events: ours.map(eventOf),
    });
    expect(planScheduledEvents(later).map(({ payload }) => payload?.action)).toEqual(['create', 'create']);
  });

  it('are never more than fit, and the nearest are always among them', () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 250 }), { maxLength: 200 });
    fc.assert(
      fc.property(some, some, fc.integer({ min: 0, max: 100 }), (wanted, known, people) => {
        const ours = known.slice(0, Math.max(0, 100 - people));
        const wishes = [...new Set([...wanted, ...ours])].map(wishOf);
        const events = [...ours.map(eventOf), ...range(1, people).map(theirs)];
        const rows = planScheduledEvents(scene({ wishes, kept: ours.map(keptOf), events }));
        const made = rows.flatMap(({ payload }) =>
          payload?.action === 'create' ? [Number(payload.conferenceId)] : [],
        );
        const moved = rows.flatMap(({ payload }) =>
          payload?.action === 'makeRoom' ? [Number(payload.conferenceId)] : [],
        );
        const after = [...ours.filter((one) => !moved.includes(one)), ...made];
        expect(made.length === 0 || after.length + people <= eventsKept).toBe(true);
        const numbers = wishes.map(({ conferenceId }) => Number(conferenceId)).sort((one, other) => one - other);
        const nearest = numbers.slice(0, Math.max(0, eventsKept - people));
        expect(nearest.filter((one) => !after.includes(one))).toEqual([]);
      }),
    );
  });
});

it('asks Discord nothing where everything is as it was left', () => {
  const kept = range(1, 40).map(keptOf);
  expect(plan({ wishes: range(1, 40).map(wishOf), kept, events: assumeUnchanged(kept, now) })).toEqual([]);
});

describe('an event that is there already', () => {
  const sameDay = (one: Instant, other: Instant) => Math.floor(one / dayMs) === Math.floor(other / dayMs);
  const find = (events: GuildEvent[], taken: string[] = []) =>
    findAdoptable(events, [factsOf(3)], new Set(taken), sameDay)?.id;

  it('is ours when it is called the same and begins at the same instant', () => {
    expect(find([eventOf(4), eventOf(3)])).toBe('1003');
    expect(find([{ ...eventOf(3), startsAt: now + 3 * dayMs + 1000 }])).toBeUndefined();
  });

  it("is not ours when it is another conference's, or cancelled", () => {
    expect(find([eventOf(3)], ['1003'])).toBeUndefined();
    expect(find([{ ...eventOf(3), status: 'cancelled' }])).toBeUndefined();
  });

  it("is a person's when it has that title on that day", () => {
    expect(find([{ ...theirs(3), name: ' workshop  3', startsAt: now + 3 * dayMs + 3_600_000 }])).toBe('9003');
    expect(find([{ ...theirs(3), startsAt: now + 5 * dayMs }])).toBeUndefined();
  });
});
