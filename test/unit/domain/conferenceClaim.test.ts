import { expect, it } from 'vitest';
import { claimOfFinding } from '../../../src/domain/conferenceClaim.ts';
import type { ConferenceFinding } from '../../../src/domain/conferenceFinding.ts';
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
