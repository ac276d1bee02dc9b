import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../../../src/domain/conference.ts';
import { claimOfEvent, claimOfFinding } from '../../../src/domain/conferenceClaim.ts';
import type { ConferenceFinding, FoundMoment } from '../../../src/domain/conferenceFinding.ts';
import type { ArticleId } from '../../../src/domain/ids.ts';

it('keeps all days of a conference of which only the first hour is told', () => {
  const moment = { quote: '14-16 June 2027, from 9:00', confidence: 1, timeZone: 'Europe/Lisbon' };
  const finding: ConferenceFinding = {
    isAnnouncement: true,
    start: { ...moment, on: '2027-06-14', at: Date.parse('2027-06-14T08:00Z') },
    end: { on: '2027-06-16', quote: '14-16 June 2027', confidence: 1 },
    milestones: [],
    doubts: [],
    needsConfirmation: false,
  };
  const claim = claimOfFinding(finding, { id: 1 as ArticleId, title: 'Conference on Trade' });
  expect(claim?.facts.time).toEqual({ kind: 'days', startsOn: '2027-06-14', endsOn: '2027-06-16' });
});

it('is a day, or has no end, where its end would come before its start', () => {
  const timeOf = (start: Partial<FoundMoment>, end: Partial<FoundMoment>) => {
    const moment = { on: '2027-06-14', quote: '14 June to 12 June 2027', confidence: 0.5 };
    const finding: ConferenceFinding = {
      ...{ isAnnouncement: true, milestones: [], doubts: ['endBeforeStart'], needsConfirmation: true },
      start: { ...moment, ...start },
      end: { ...moment, ...end },
    };
    return claimOfFinding(finding, { id: 1 as ArticleId, title: 'Conference on Trade' })?.facts.time;
  };
  expect(timeOf({}, { on: '2027-06-12' })).toEqual({ kind: 'days', startsOn: '2027-06-14', endsOn: '2027-06-14' });
  const at = Date.parse('2027-06-14T08:00Z');
  const hour = { at, timeZone: 'UTC' };
  expect(timeOf(hour, { ...hour, at: at - 1 })).toEqual({ kind: 'instants', startsAt: at, timeZone: 'UTC' });
});

it('has a day for a deadline at midnight, which ends that day', () => {
  const moment = { on: '2027-03-15', quote: '15 March, midnight CET', confidence: 1, timeZone: 'Europe/Paris' };
  const dueAt = (iso: string) => {
    const milestones = [{ kind: 'submission' as const, moment: { ...moment, at: Date.parse(iso) } }];
    const finding = { isAnnouncement: true, milestones, doubts: [], needsConfirmation: false };
    return claimOfFinding(finding, { id: 1 as ArticleId, title: 'Conference on Trade' })?.facts.milestones[0]?.due;
  };
  expect(dueAt('2027-03-15T23:00Z')).toEqual({ kind: 'day', on: '2027-03-15', timeZone: 'Europe/Paris' });
  expect(dueAt('2027-03-15T22:59Z')).toMatchObject({ kind: 'instant', at: Date.parse('2027-03-15T22:59Z') });
});

describe('an event of a calendar', () => {
  const claimOf = (change: Partial<CalendarEvent>) =>
    claimOfEvent(
      {
        ...{ uid: '1', title: 'Lecture on tides', status: 'confirmed' },
        time: { kind: 'days', startsOn: '2027-06-14', endsOn: '2027-06-14' },
        ...change,
      },
      'calendar',
      'https://society.example/c.ics',
    );

  it.each([
    ['CANCELLED: Lecture on tides', 'maybeCancelled'],
    ['[Canceled] Lecture on tides', 'maybeCancelled'],
    ['Lecture on tides – cancelled!', 'maybeCancelled'],
    ['ABGESAGT – Vortrag', 'maybeCancelled'],
    ['Vortrag (entfällt)', 'maybeCancelled'],
    ['Postponed - Lecture on tides', 'maybePostponed'],
    ['Vortrag: verschoben', 'maybePostponed'],
  ])('that its title strikes out, as “%s”, is asked about', (title, doubt) => {
    expect(claimOf({ title })).toMatchObject({ needsConfirmation: true, doubts: [doubt] });
    expect(claimOf({ title, status: 'cancelled' })).toMatchObject({ needsConfirmation: false, doubts: [] });
  });

  it('that its page calls postponed is asked about', () => {
    expect(claimOf({ status: 'tentative', isPostponed: true })).toMatchObject({ doubts: ['maybePostponed'] });
  });

  it.each(['Lecture on tides', 'Cancelled flights and their owners', 'Why Reform was Postponed: a lecture'])(
    'called “%s” takes place',
    (title) => {
      expect(claimOf({ title })).toMatchObject({ needsConfirmation: false, doubts: [] });
    },
  );
});
