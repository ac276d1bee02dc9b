import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventWish } from '../../../src/delivery/decideEvent.ts';
import { assumeUnchanged, type EventScene, planScheduledEvents } from '../../../src/delivery/planScheduledEvents.ts';
import type { ConferenceId } from '../../../src/domain/ids.ts';
import { eventsKept } from '../../../src/domain/scheduledEvent.ts';
import { dayMs, eventOf, factsOf, guildId, keptOf, now, range, theirs, wishOf } from '../../support/sampleEvents.ts';

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

  it('are believed to fit again an hour after Discord said so', () => {
    const { eventId: _, shown: __, ...full } = { ...keptOf(1), state: 'full' as const };
    const planAfter = (ms: number) => plan({ wishes: [wishOf(1)], kept: [{ ...full, changedAt: now - ms }] });
    expect([planAfter(3_600_000 - 1), planAfter(3_600_000)]).toEqual([[], ['create 1']]);
  });

  it('leave room for more when they were written lately: Discord has not said that it is full', () => {
    const kept = [{ ...keptOf(1), changedAt: now - 1 }];
    expect(plan({ wishes: [1, 2].map(wishOf), kept, events: [eventOf(1)] })).toEqual(['create 2']);
  });

  it('are the nearest by when they begin, and of those that begin together the one known for longer', () => {
    const begins = (number: number, day: number): EventWish => ({
      ...wishOf(number),
      facts: factsOf(number, now + day * dayMs),
    });
    expect(plan({ wishes: [begins(1, 9), begins(7, 4), begins(6, 4), begins(8, 2)] })).toEqual([
      'create 8',
      'create 6',
      'create 7',
      'create 1',
    ]);
  });

  it('take no place where a person took one away, or when they are cancelled', () => {
    const wishes = range(1, 150).map(wishOf);
    const kept = [{ ...keptOf(1), state: 'removed' as const }];
    const events = range(1, 20).map((number) => ({ ...theirs(number), status: 'cancelled' as const }));
    expect(plan({ wishes, kept, events })).toEqual(range(2, eventsKept + 1).map((number) => `create ${number}`));
  });

  it('make room for a nearer one only where they are ours and have not begun', () => {
    const far = range(11, 10 + eventsKept);
    const planned = (change: Partial<EventScene>) =>
      plan({ wishes: [...far, 2, 1].map(wishOf), kept: far.map(keptOf), events: far.map(eventOf), ...change });
    const last = 10 + eventsKept;
    const begun = far.map(
      (number) => ({ ...eventOf(number), status: number === last ? 'active' : 'scheduled' }) as const,
    );
    expect(planned({ events: begun })).toEqual(['makeRoom 108', 'create 1']);
    const adopted = far.map((number) => ({ ...keptOf(number), state: number === last ? 'adopted' : 'kept' }) as const);
    expect(planned({ kept: adopted })).toEqual(['makeRoom 107', 'makeRoom 108', 'create 1', 'create 2']);
  });

  it('are not changed when they make room', () => {
    const far = range(11, 10 + eventsKept);
    const shown = (number: number) => ({ ...factsOf(number), location: 'Hall of old' });
    const planned = plan({
      wishes: [...far.filter((one) => one === 11 || one > 107), 1].map(wishOf),
      kept: far.map((number) => ({ ...keptOf(number), shown: shown(number) })),
      events: far.map((number) => ({ ...eventOf(number), ...shown(number) })),
    });
    expect(planned).toEqual(['makeRoom 109', 'update 11', 'update 108', 'create 1']);
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

describe('the row of an event', () => {
  const known = { kept: [keptOf(1)], events: [eventOf(1)] };
  const gone: EventWish = { conferenceId: 1 as ConferenceId, isCancelled: false, changedAt: now };
  const row = {
    guildId,
    // Events have a route of their own, which no channel holds up.
    channelId: guildId,
    targetKind: 'text',
    purpose: 'event',
    steps: ['event'],
    conferenceId: 1,
    payload: { conferenceId: 1, action: 'create' },
    dedupeKey: 'event:1',
    orderedAt: now,
  };

  it('says which conference to look at, once', () => {
    expect(planScheduledEvents(scene({ wishes: [wishOf(1)] }))).toEqual([row]);
  });

  it('belongs to no conference where there is none any more', () => {
    const { conferenceId: _, ...bare } = row;
    expect(planScheduledEvents(scene({ wishes: [gone], ...known }))).toStrictEqual([
      { ...bare, payload: { conferenceId: 1, action: 'remove' } },
    ]);
  });

  it('gives the place of what is removed to another', () => {
    const ours = range(1, eventsKept);
    const wishes = [...range(2, 100).map(wishOf), gone];
    expect(plan({ wishes, kept: ours.map(keptOf), events: ours.map(eventOf) })).toEqual(['remove 1', 'create 100']);
  });

  it.each<[string, string, Partial<EventScene>]>([
    ['an update', 'of what reads otherwise', { wishes: [{ ...wishOf(1), facts: { ...factsOf(1), name: 'New' } }] }],
    ['an update', 'of what is not there any more', { events: [] }],
    ['a cancel', 'of what is off', { wishes: [{ ...wishOf(1), isCancelled: true }] }],
    ['a cancel', 'of what goes on and is off', { wishes: [gone], events: [{ ...eventOf(1), status: 'active' }] }],
  ])('is %s %s', (action, _, change) => {
    expect(plan({ wishes: [wishOf(1)], ...known, ...change })).toEqual([`${action.split(' ')[1]} 1`]);
  });
});

it('asks Discord nothing where everything is as it was left', () => {
  const kept = range(1, 40).map(keptOf);
  expect(plan({ wishes: range(1, 40).map(wishOf), kept, events: assumeUnchanged(kept, now) })).toEqual([]);
});
