import { describe, expect, it } from 'vitest';
import type { ConferenceFacts, Milestone } from '../../../src/domain/conference.ts';
import type { ConferenceClaim } from '../../../src/domain/conferenceClaim.ts';
import { factsOfClaim, mergeClaim } from '../../../src/domain/mergeConference.ts';

const days = (startsOn: string, endsOn = startsOn) => ({ kind: 'days', startsOn, endsOn }) as const;
const due = (on: string, previousOn?: string): Milestone => ({
  kind: 'submission',
  due: { kind: 'day', on },
  ...(previousOn === undefined ? {} : { previousOn }),
});

function claim(facts: Partial<ConferenceFacts>, change: Partial<ConferenceClaim> = {}): ConferenceClaim {
  return {
    origin: 'prose',
    source: 'article:1',
    names: [],
    facts: { title: 'Trade in Small States', status: 'confirmed', milestones: [], ...facts },
    quotes: {},
    confidence: 0.9,
    doubts: [],
    needsConfirmation: false,
    ...change,
  };
}

const recordOf = (first: ConferenceClaim, standing: 'sure' | 'asking' | 'dismissed' = 'sure') => ({
  ...factsOfClaim(first),
  standing,
});
const june = claim({ time: days('2027-06-12', '2027-06-14'), milestones: [due('2027-03-01')] });

describe('a claim that meets a record', () => {
  it('changes nothing where it says what is known', () => {
    expect(mergeClaim(recordOf(june), june)).toMatchObject({ isChanged: false });
    expect(mergeClaim(recordOf(june), { ...june, source: 'article:2' })).toMatchObject({ isChanged: false });
  });

  it('adds what was not known', () => {
    const further = claim({ time: days('2027-06-12', '2027-06-14'), place: 'Lisbon' }, { source: 'article:2' });
    const { facts, isChanged, asks } = mergeClaim(recordOf(june), further);
    expect([isChanged, asks, facts.place, facts.milestones]).toEqual([true, undefined, 'Lisbon', [due('2027-03-01')]]);
    expect(facts.evidence.place?.source).toBe('article:2');
  });

  it('corrects what the same source said', () => {
    const corrected = claim({ time: days('2027-06-13', '2027-06-14') });
    const { facts, asks } = mergeClaim(recordOf(june), corrected);
    expect([facts.time, asks]).toEqual([days('2027-06-13', '2027-06-14'), undefined]);
  });

  it('is asked about where another source of its kind gives another date, and the known one stands', () => {
    const other = claim({ time: days('2027-06-19', '2027-06-21') }, { source: 'article:2' });
    const { facts, isChanged, asks } = mergeClaim(recordOf(june), other);
    expect([facts.time, isChanged, asks]).toEqual([june.facts.time, false, ['datesDiffer']]);
  });

  it('is asked about where it is unsure and would move a date', () => {
    const unsure = claim(
      { time: days('2027-06-19') },
      { needsConfirmation: true, doubts: ['yearUnsure'], origin: 'calendar', source: 'c' },
    );
    expect(mergeClaim(recordOf(june), unsure).asks).toEqual(['yearUnsure', 'datesDiffer']);
  });

  it('is believed where its source is a better one, and by no worse one', () => {
    const calendar = claim({ time: days('2027-06-19') }, { origin: 'calendar', source: 'c' });
    expect(mergeClaim(recordOf(june), calendar).facts.time).toEqual(days('2027-06-19'));
    expect(mergeClaim(recordOf(calendar), june).asks).toEqual(['datesDiffer']);
    const moderators = { ...recordOf({ ...june, origin: 'moderator', source: 'moderator' }) };
    expect(mergeClaim(moderators, calendar)).toMatchObject({ isChanged: false, asks: ['datesDiffer'] });
  });

  it('is believed where it names the date that was known', () => {
    const moved = claim({ time: days('2027-09-12') }, { source: 'article:2', movedFrom: '2027-06-12' });
    expect(mergeClaim(recordOf(june), moved).facts.time).toEqual(days('2027-09-12'));
    const extended = claim({ milestones: [due('2027-03-15', '2027-03-01')] }, { source: 'article:2' });
    const { facts, asks } = mergeClaim(recordOf(june), extended);
    expect([facts.milestones, asks]).toEqual([[due('2027-03-15', '2027-03-01')], undefined]);
    expect(facts.time).toEqual(june.facts.time);
  });

  it('keeps the day a deadline had before its own source moved it', () => {
    const later = claim({ time: days('2027-06-12', '2027-06-14'), milestones: [due('2027-03-15')] });
    const first = mergeClaim(recordOf(june), later).facts;
    expect(first.milestones).toEqual([due('2027-03-15', '2027-03-01')]);
    expect(mergeClaim({ ...first, standing: 'sure' }, later)).toMatchObject({ isChanged: false });
  });

  it('gives a day its clock time without being asked about', () => {
    const startsAt = Date.UTC(2027, 5, 12, 8);
    const timed = claim(
      { time: { kind: 'instants', startsAt, timeZone: 'Europe/Lisbon' } },
      { origin: 'calendar', source: 'c' },
    );
    expect(mergeClaim(recordOf(june), timed)).toMatchObject({ isChanged: true, facts: { time: { startsAt } } });
  });

  it('takes the place of an earlier one that nobody has confirmed', () => {
    const unsure = { ...june, needsConfirmation: true, doubts: ['yearUnsure'] as const };
    const surer = claim({ time: days('2027-06-15') }, { source: 'article:2' });
    expect(mergeClaim(recordOf(unsure, 'asking'), surer)).toMatchObject({ facts: { time: days('2027-06-15') } });
    expect(mergeClaim(recordOf(unsure, 'asking'), surer).asks).toBeUndefined();
  });

  it('changes nothing that moderators called no event, but for a moderator', () => {
    expect(mergeClaim(recordOf(june, 'dismissed'), claim({ place: 'Porto' }))).toMatchObject({ isChanged: false });
    const moderator = claim({ place: 'Porto' }, { origin: 'moderator', source: 'moderator' });
    expect(mergeClaim(recordOf(june, 'dismissed'), moderator)).toMatchObject({ isChanged: true });
  });

  it('asks before a worse source cancels', () => {
    const off = claim({ status: 'cancelled' }, { source: 'article:2' });
    expect(mergeClaim(recordOf(june), off)).toMatchObject({ isChanged: false, asks: ['maybeCancelled'] });
    expect(mergeClaim(recordOf(june), { ...off, source: 'article:1' }).facts.status).toBe('cancelled');
  });

  it('is asked about where it is unsure, whatever it would add or says of a move', () => {
    const unsure = { needsConfirmation: true, doubts: ['yearUnsure'] as const, source: 'article:2' };
    const call = recordOf(claim({ milestones: [due('2027-03-01')] }));
    expect(mergeClaim(call, claim({ time: days('2027-06-12') }, unsure))).toMatchObject({
      isChanged: false,
      asks: ['yearUnsure', 'roleUnsure'],
    });
    const moved = claim({ time: days('2027-09-12') }, { ...unsure, movedFrom: '2027-06-12' });
    expect(mergeClaim(recordOf(june), moved)).toMatchObject({ isChanged: false, asks: ['yearUnsure', 'datesDiffer'] });
    const extended = claim({ milestones: [due('2027-03-15', '2027-03-01')] }, unsure);
    expect(mergeClaim(recordOf(june), extended)).toMatchObject({ isChanged: false });
  });

  it('does not undo a move that its source has not heard of', () => {
    const calendar = claim({ time: days('2027-06-12', '2027-06-14') }, { origin: 'calendar', source: 'c' });
    const moved = claim({ time: days('2027-09-12') }, { source: 'article:2', movedFrom: '2027-06-12' });
    const first = mergeClaim(recordOf(calendar), moved).facts;
    expect(first.time).toEqual(days('2027-09-12'));
    expect(mergeClaim({ ...first, standing: 'sure' }, calendar)).toMatchObject({ asks: ['datesDiffer'] });
    const heard = claim({ time: days('2027-09-13') }, { origin: 'calendar', source: 'c' });
    expect(mergeClaim({ ...first, standing: 'sure' }, heard).facts.time).toEqual(days('2027-09-13'));
    const extended = mergeClaim(
      recordOf(june),
      claim({ milestones: [due('2027-03-15', '2027-03-01')] }, { source: 'article:2' }),
    ).facts;
    const stale = claim({ milestones: [due('2027-03-01')] }, { origin: 'calendar', source: 'c' });
    expect(mergeClaim({ ...extended, standing: 'sure' }, stale)).toMatchObject({ asks: ['datesDiffer'] });
  });

  it("leaves a moderator's date the moderator's, also where a post says the same or names it as the old one", () => {
    const moderators = recordOf(claim({ time: days('2027-09-12') }, { origin: 'moderator', source: 'moderator' }));
    const same = claim({ time: days('2027-09-12') }, { source: 'article:2', movedFrom: '2027-06-12' });
    expect(mergeClaim(moderators, same).facts.evidence.time?.origin).toBe('moderator');
    const away = claim({ time: days('2027-10-01') }, { source: 'article:2', movedFrom: '2027-09-12' });
    expect(mergeClaim(moderators, away)).toMatchObject({ isChanged: false, asks: ['datesDiffer'] });
  });

  it('that nobody has confirmed and says the same again is no change', () => {
    expect(mergeClaim(recordOf(june, 'asking'), june)).toMatchObject({ isChanged: false });
  });

  it('is asked about where it says that it may be off or postponed, though of the day that is known', () => {
    for (const doubt of ['maybeCancelled', 'maybePostponed'] as const) {
      const off = { ...june, source: 'article:2', needsConfirmation: true, doubts: [doubt] };
      expect(mergeClaim(recordOf(june), off)).toMatchObject({
        isChanged: false,
        facts: { status: 'confirmed' },
        asks: [doubt],
        about: { source: 'article:2', facts: { ...june.facts, status: 'cancelled' } },
      });
      const known = recordOf(claim({ ...june.facts, status: 'cancelled' }));
      expect(mergeClaim(known, { ...off, facts: { ...june.facts, status: 'cancelled' } }).asks).toBeUndefined();
    }
  });

  it('is believed where it extends a deadline at midnight, by the day that ends then', () => {
    const at = Date.parse('2027-03-02T00:00Z');
    const midnight: Milestone = { kind: 'submission', due: { kind: 'instant', at, timeZone: 'UTC' } };
    const extended = claim({ milestones: [due('2027-03-15', '2027-03-01')] }, { source: 'article:2' });
    expect(mergeClaim(recordOf(claim({ milestones: [midnight] })), extended)).toMatchObject({ isChanged: true });
  });
});
