// What is known of the events that Discord has: what was written into ours, and which are there though nobody remembers them.

import { describe, expect, it } from 'vitest';
import { assumeUnchanged, findAdoptable } from '../../../src/delivery/planScheduledEvents.ts';
import type { Instant } from '../../../src/domain/ids.ts';
import type { GuildEvent, KeptEvent } from '../../../src/domain/scheduledEvent.ts';
import { dayMs, eventOf, factsOf, keptOf, now, theirs } from '../../support/sampleEvents.ts';

describe('what Discord is taken to show as long as nobody asks it', () => {
  const begun = factsOf(1, now);

  it('is what was written, as scheduled until it begins and as active from then on', () => {
    const soon = factsOf(2, now + 1);
    expect(
      assumeUnchanged(
        [
          { ...keptOf(1), shown: begun },
          { ...keptOf(2), shown: soon },
        ],
        now,
      ),
    ).toEqual([
      { ...begun, id: '1001', isOwn: true, status: 'active' },
      { ...soon, id: '1002', isOwn: true, status: 'scheduled' },
    ]);
  });

  const { eventId: _, ...unmade } = keptOf(1);
  const { shown: __, ...unwritten } = keptOf(1);
  it.each<[string, KeptEvent]>([
    ['was perhaps never made', unmade],
    ['was never written', unwritten],
    ['is of a person', { ...keptOf(1), state: 'adopted' }],
    ['a person removed', { ...keptOf(1), state: 'removed' }],
    ['ends now', { ...keptOf(1), shown: { ...factsOf(1, now - dayMs), endsAt: now } }],
  ])('is nothing of what %s', (_name, kept) => {
    expect(assumeUnchanged([kept], now)).toEqual([]);
  });

  it('is what is in its last moment', () => {
    expect(assumeUnchanged([{ ...keptOf(1), shown: { ...begun, endsAt: now + 1 } }], now)).toHaveLength(1);
  });
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

  it('is not one that is called otherwise, though it is at that time', () => {
    expect(find([{ ...eventOf(3), name: 'Dinner' }])).toBeUndefined();
    expect(find([{ ...theirs(3), name: 'Dinner' }])).toBeUndefined();
    expect(find([{ ...theirs(3), name: 'Work shop 3' }])).toBeUndefined();
  });

  it('may be called as the conference is now, or as it was when it was sent', () => {
    const wanted = [factsOf(3), factsOf(4)];
    const findBoth = (event: GuildEvent) => findAdoptable([event], wanted, new Set(), sameDay)?.id;
    expect([3, 4].map((number) => findBoth(eventOf(number)))).toEqual(['1003', '1004']);
    expect([3, 4].map((number) => findBoth(theirs(number)))).toEqual(['9003', '9004']);
  });

  it("is ours before it is a person's", () => {
    expect(find([theirs(3), eventOf(3)])).toBe('1003');
  });
});
