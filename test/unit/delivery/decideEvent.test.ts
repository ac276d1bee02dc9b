import { describe, expect, it } from 'vitest';
import { decideEvent, type EventWish, farthestMs } from '../../../src/delivery/decideEvent.ts';
import type { ConferenceId, GuildId } from '../../../src/domain/ids.ts';
import type { EventFacts, GuildEvent, KeptEvent } from '../../../src/domain/scheduledEvent.ts';

const now = Date.UTC(2027, 2, 1, 12);
const minuteMs = 60_000;
const dayMs = 86_400_000;
const conferenceId = 5 as ConferenceId;

const facts = (change: Partial<EventFacts> = {}): EventFacts => ({
  name: 'Debt and growth',
  description: 'Twelve papers.',
  location: 'Porto',
  startsAt: now + 10 * dayMs,
  endsAt: now + 11 * dayMs,
  ...change,
});
const wish = (change: Partial<EventWish> = {}): EventWish => ({
  conferenceId,
  facts: facts(),
  isCancelled: false,
  changedAt: now,
  ...change,
});
const kept = (change: Partial<KeptEvent> = {}): KeptEvent => ({
  conferenceId,
  guildId: '100' as GuildId,
  eventId: '7',
  shown: facts(),
  state: 'kept',
  changedAt: now - dayMs,
  ...change,
});
const event = (change: Partial<GuildEvent> = {}): GuildEvent => ({
  ...facts(),
  id: '7',
  status: 'scheduled',
  isOwn: true,
  ...change,
});
const going = { startsAt: now - dayMs, endsAt: now + dayMs };
const nothing = { does: 'nothing' };

describe('a conference without an event', () => {
  const decide = (change: Partial<EventWish>) => decideEvent(wish(change), undefined, [], now);

  it('gets one', () => {
    expect(decide({})).toEqual({ does: 'create', facts: facts() });
  });

  it('gets one that begins in a minute while it is going on', () => {
    expect(decide({ facts: facts(going) })).toEqual({
      does: 'create',
      facts: facts({ ...going, startsAt: now + minuteMs }),
    });
  });

  it('gets one that begins in a minute at the earliest: the request takes its time', () => {
    expect(decide({ facts: facts({ startsAt: now + minuteMs / 2 }) })).toMatchObject({
      facts: { startsAt: now + minuteMs },
    });
  });

  it('gets one while it will still go on for a minute after its beginning', () => {
    const until = (endsAt: number) => decide({ facts: facts({ startsAt: now - dayMs, endsAt }) }).does;
    expect([until(now + 2 * minuteMs), until(now + 2 * minuteMs + 1)]).toEqual(['nothing', 'create']);
  });

  it('gets one as far ahead as Discord takes it', () => {
    const until = (endsAt: number) => decide({ facts: facts({ endsAt }) }).does;
    expect([until(now + farthestMs), until(now + farthestMs + 1)]).toEqual(['create', 'nothing']);
  });

  it.each([
    ['it is over', { facts: facts({ startsAt: now - dayMs, endsAt: now - 1 }) }],
    ['it is nearly over', { facts: facts({ startsAt: now - dayMs, endsAt: now + minuteMs }) }],
    ['it is more than five years away', { facts: facts({ startsAt: now + 6 * 366 * dayMs }) }],
    ['it is cancelled', { isCancelled: true }],
  ])('gets none when %s', (_, change) => {
    expect(decide(change)).toEqual(nothing);
  });
});

describe('an event of ours', () => {
  const decide = (of: Partial<EventWish>, present: Partial<GuildEvent> = {}, known: Partial<KeptEvent> = {}) =>
    decideEvent(wish(of), kept(known), [event(present)], now);

  it('is left as it is when it says what the record says', () => {
    expect(decide({})).toEqual(nothing);
  });

  it('changes in what is different, and in nothing else', () => {
    const wanted = facts({ location: 'Braga' });
    expect(decide({ facts: wanted })).toEqual({
      does: 'change',
      eventId: '7',
      changes: { location: 'Braga' },
      shown: wanted,
    });
  });

  it('keeps what a person changed, and changes beside it', () => {
    const wanted = facts({ name: 'Growth and debt', location: 'Braga' });
    const deed = decide({ facts: wanted }, { name: 'The spring workshop' });
    expect(deed).toMatchObject({ does: 'change', changes: { location: 'Braga' }, shown: { name: 'Debt and growth' } });
    expect(deed).not.toMatchObject({ changes: { name: expect.anything() } });
  });

  it('is no different for spaces and accents that Discord set in its own way', () => {
    const wanted = facts({ name: 'Café  debt', location: 'Braga' });
    const shown = facts({ name: 'Café  debt' });
    expect(decide({ facts: wanted }, { name: 'Cafe\u0301 debt' }, { shown })).toMatchObject({
      changes: { location: 'Braga' },
    });
    expect(decide({ facts: { ...wanted, name: 'Café debts' } }, { name: 'Cafe\u0301 debt' }, { shown })).toMatchObject({
      changes: { name: 'Café debts', location: 'Braga' },
    });
    expect(decide({ facts: facts({ name: 'Growth' }) }, { name: ' Debt and growth' })).toMatchObject({
      changes: { name: 'Growth' },
    });
  });

  it('is another one for a space more or less within a word', () => {
    expect(decide({ facts: facts({ name: 'Debt and grow th' }) })).toMatchObject({
      changes: { name: 'Debt and grow th' },
    });
  });

  it('changes where the record did not: its days are others in the zone to which the server moved', () => {
    const unchanged = { changedAt: now - 2 * dayMs, facts: facts({ endsAt: now + 12 * dayMs }) };
    expect(decide(unchanged)).toMatchObject({ does: 'change', changes: { endsAt: now + 12 * dayMs } });
  });

  const moved = { startsAt: now + 20 * dayMs, endsAt: now + 21 * dayMs };

  it('moves with both of its hours', () => {
    expect(decide({ facts: facts(moved) })).toMatchObject({ changes: moved });
  });

  it('takes the hours that a person set along to another day', () => {
    const later = { startsAt: now + 10 * dayMs + 60 * minuteMs, endsAt: now + 12 * dayMs };
    const deed = decide({ facts: facts(moved) }, later);
    expect(deed).toMatchObject({
      changes: { startsAt: moved.startsAt + 60 * minuteMs, endsAt: moved.endsAt + dayMs },
      shown: moved,
    });
    const hourLater = { startsAt: now + 10 * dayMs + 120 * minuteMs, endsAt: now + 11 * dayMs + 120 * minuteMs };
    expect(decide({ facts: facts(hourLater) }, later)).toEqual(nothing);
  });

  it('stays on the day that a person chose, be it the new one or another', () => {
    expect(decide({ facts: facts(moved) }, moved)).toEqual(nothing);
    expect(decide({ facts: facts(moved) }, { startsAt: now + 15 * dayMs, endsAt: now + 16 * dayMs })).toEqual(nothing);
  });

  it('is cancelled before it begins and completed while it goes on', () => {
    expect(decide({ isCancelled: true })).toEqual({ does: 'cancel', eventId: '7' });
    expect(decide({ isCancelled: true }, { status: 'active' })).toEqual({ does: 'complete', eventId: '7' });
  });

  it('is removed when its conference is none, or has no date any more', () => {
    const unwanted: EventWish = { conferenceId, isCancelled: false, changedAt: 0 };
    expect(decideEvent(unwanted, kept(), [event()], now)).toEqual({ does: 'remove', eventId: '7' });
    expect(decideEvent(unwanted, kept(), [event({ status: 'active' })], now)).toEqual({
      does: 'complete',
      eventId: '7',
    });
  });

  it('ends with its conference, unless Discord ends it by itself', () => {
    const over = { facts: facts({ startsAt: now - 2 * dayMs, endsAt: now }) };
    expect(decide(over)).toEqual({ does: 'remove', eventId: '7' });
    expect(decide(over, { ...going, status: 'active' })).toEqual({ does: 'complete', eventId: '7' });
    expect(decide(over, { ...going, endsAt: now, status: 'active' })).toEqual(nothing);
  });

  it('keeps its beginning once it has begun', () => {
    const shown = facts(going);
    const present = { ...going, status: 'active' } as const;
    expect(decide({ facts: shown }, present, { shown })).toEqual(nothing);
    expect(decide({ facts: facts({ ...going, endsAt: now + 2 * dayMs }) }, present, { shown })).toMatchObject({
      does: 'change',
      changes: { endsAt: now + 2 * dayMs },
    });
  });

  it('is completed when it goes on and the conference has moved to a later day', () => {
    const shown = facts(going);
    expect(decide({}, { ...going, status: 'active' }, { shown })).toEqual({ does: 'complete', eventId: '7' });
  });

  it('goes on through a small delay of ten minutes, and is another one after more', () => {
    const delayed = (ms: number) =>
      decide(
        { facts: facts({ ...going, startsAt: now + ms }) },
        { ...going, status: 'active' },
        { shown: facts(going) },
      );
    expect([delayed(10 * minuteMs).does, delayed(10 * minuteMs + 1).does]).toEqual(['nothing', 'complete']);
  });

  it('is left to go on when a person began it early, also when the conference is put off a little', () => {
    const began = { status: 'active' } as const;
    expect(decide({}, began)).toEqual(nothing);
    expect(decide({ facts: facts({ startsAt: facts().startsAt + 5 * minuteMs }) }, began)).toEqual(nothing);
  });

  it('begins soon when it was to come and is found to be going on, and is then left alone', () => {
    const soon = facts({ ...going, startsAt: now + minuteMs });
    expect(decide({ facts: facts(going) })).toMatchObject({ does: 'change', shown: soon });
    expect(decide({ facts: facts(going) }, soon, { shown: soon })).toEqual(nothing);
    expect(decide({ facts: facts({ ...going, startsAt: now + minuteMs / 2 }) })).toMatchObject({ shown: soon });
  });
});

describe('an event that is there no more', () => {
  const decide = (known: Partial<KeptEvent>, of: Partial<EventWish> = {}, events: GuildEvent[] = []) =>
    decideEvent(wish(of), kept(known), events, now);

  it('is asked about, since a person may have deleted or cancelled it', () => {
    expect(decide({})).toEqual({ does: 'look', eventId: '7' });
    expect(decide({}, {}, [event({ status: 'cancelled' })])).toEqual({ does: 'look', eventId: '7' });
  });

  it('stays away when a person removed it, also when the conference changes', () => {
    expect(decide({ state: 'removed' }, { facts: facts({ location: 'Braga' }) })).toEqual(nothing);
  });

  it('is followed by another one when it was over and the conference takes place again', () => {
    expect(decide({ shown: facts({ startsAt: now - dayMs, endsAt: now }) })).toMatchObject({ does: 'create' });
  });

  it('is followed by another one when we had cancelled it and the conference takes place after all', () => {
    expect(decide({ state: 'cancelled' }, {}, [event({ status: 'cancelled' })])).toMatchObject({ does: 'create' });
  });

  it('is made when it was begun to be made and nobody knows of it', () => {
    const { eventId: _, ...unmade } = kept();
    expect(decideEvent(wish(), unmade, [], now)).toMatchObject({ does: 'create' });
  });
});

it("leaves a person's event alone, whatever becomes of the conference", () => {
  expect(decideEvent(wish({ isCancelled: true }), kept({ state: 'adopted' }), [event({ isOwn: false })], now)).toEqual(
    nothing,
  );
});

it('tries what Discord refused once more when the conference has changed since', () => {
  const { eventId: _, ...refused } = kept({ state: 'refused' });
  expect(decideEvent(wish({ changedAt: refused.changedAt }), refused, [], now)).toEqual(nothing);
  expect(decideEvent(wish({ changedAt: now }), refused, [], now)).toMatchObject({ does: 'create' });
});

describe('an event of ours that refused a change', () => {
  const refused = kept({ state: 'refused', changedAt: now });
  it('is let be while it is wanted as it was, and goes once it is not', () => {
    expect(decideEvent(wish(), refused, [event()], now)).toEqual(nothing);
    expect(decideEvent({ conferenceId, isCancelled: false, changedAt: 0 }, refused, [event()], now)).toMatchObject({
      does: 'remove',
    });
  });
});

describe('the hours that are sent', () => {
  it('are whole seconds, also of what goes on already', () => {
    const deed = decideEvent(wish({ facts: facts(going) }), undefined, [], now + 123);
    expect(deed).toMatchObject({ does: 'create', facts: { startsAt: now + minuteMs + 1_000 } });
  });

  it('are none where the end is decades away', () => {
    const far = facts({ endsAt: Date.UTC(9999, 11, 31) });
    expect(decideEvent(wish({ facts: far }), undefined, [], now)).toEqual(nothing);
  });
});
