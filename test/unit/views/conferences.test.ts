import { describe, expect, it } from 'vitest';
import { milestoneKinds } from '../../../src/domain/conference.ts';
import type { ConferenceClaim } from '../../../src/domain/conferenceClaim.ts';
import { doubts } from '../../../src/domain/conferenceFinding.ts';
import type { ConferenceQuestion } from '../../../src/domain/conferenceQuestion.ts';
import type { ConferenceId, ConferenceQuestionId, DeliveryId, UserId } from '../../../src/domain/ids.ts';
import { sayIn } from '../../../src/kit/translate.ts';
import { conferenceCard } from '../../../src/views/conferenceCard.ts';
import { conferenceChanged } from '../../../src/views/conferenceChanged.ts';
import { conferenceQuestion } from '../../../src/views/conferenceQuestion.ts';
import { guildId, now, sampleConference } from '../../support/samples.ts';
import { customIdsOf, faultsOf, labelsOf, textOf } from './readView.ts';

const say = sayIn('en');
const deliveryId = 'abcdefghij234567' as DeliveryId;
const stars = '*'.repeat(10_000);
const anywhere = { kind: 'day', on: '2027-03-15', timeZone: 'Etc/GMT+12' } as const;
const lecture = { kind: 'instants', startsAt: Date.UTC(2027, 5, 1, 17), timeZone: 'Europe/Lisbon' } as const;
const fullest = sampleConference({
  title: stars,
  place: stars,
  url: `https://society.example/${'p'.repeat(488)}`,
  description: stars,
  status: 'tentative',
  time: lecture,
  milestones: milestoneKinds.map((kind) => ({ kind, due: anywhere, label: stars, previousOn: '2027-03-01' })),
});
const claim: ConferenceClaim = {
  origin: 'prose',
  source: 'article:1',
  names: [],
  facts: sampleConference({ place: 'Lisbon' }),
  quotes: { time: 'from 12 to 14 March' },
  confidence: 0.4,
  doubts: ['yearUnsure'],
  needsConfirmation: true,
};
const question: ConferenceQuestion = {
  id: 'klmnopqrst234567' as ConferenceQuestionId,
  guildId,
  conferenceId: 5 as ConferenceId,
  claim,
  doubts: ['yearUnsure'],
  askedAt: now,
};

describe('the card of a conference', () => {
  it('says when in words for whole days, and until when in the true instant of a day anywhere on Earth', () => {
    const milestones = [{ kind: 'submission', due: anywhere, previousOn: '2027-03-01' } as const];
    const text = textOf(conferenceCard({ conference: sampleConference({ milestones }), deliveryId, say }));
    expect(text).toContain('12–14 March 2027');
    const over = Date.UTC(2027, 2, 16, 12) / 1000;
    expect(text).toContain(
      `- Submissions due: 15 March 2027, anywhere on Earth (<t:${over}:R>) · extended, was 1 March 2027`,
    );
    expect(text.match(/<t:\d+:[^R]>/)).toBeNull();
  });

  it('says when in the clock of the reader and of the place', () => {
    const text = textOf(conferenceCard({ conference: sampleConference({ time: lecture }), deliveryId, say }));
    expect(text).toContain(`<t:${lecture.startsAt / 1000}:F> (18:00 there, Lisbon)`);
  });

  it('says that a call has no date yet, and offers no reminder of what is cancelled', () => {
    const { time: _, ...undated } = sampleConference({ status: 'cancelled' });
    const view = conferenceCard({ conference: undated, deliveryId, say });
    expect(textOf(view)).toContain('**Cancelled** · No date yet');
    expect(JSON.stringify(view)).toContain('"disabled":true');
  });

  it('carries its marker in every form and stays within the limits', () => {
    for (const isPlain of [true, false]) {
      const view = conferenceCard({ conference: fullest, deliveryId, isPlain, say });
      expect(faultsOf(view)).toEqual([]);
      expect(customIdsOf(view)).toEqual([`v1:conferences:remindMe:5.${deliveryId}`]);
    }
  });
});

describe('word of a change', () => {
  const changed = (after: object, before: object = {}) =>
    textOf(
      conferenceChanged({
        conferenceId: 5 as ConferenceId,
        before: sampleConference(before),
        after: sampleConference(after),
        deliveryId,
        say,
      }),
    );

  it('says how it is and how it was', () => {
    const time = { kind: 'days', startsOn: '2027-09-01', endsOn: '2027-09-02' };
    expect(changed({ time, place: 'Porto' })).toContain(
      '- When: 1–2 September 2027 (was: 12–14 March 2027)\n- Where: Porto (was: not known)',
    );
  });

  it('says that it is cancelled, and nothing else', () => {
    expect(changed({ status: 'cancelled', place: 'Porto' })).toMatch(/^\*\*Annual meeting\*\* is cancelled\.[^\n]*$/);
  });

  it('stays within the limits', () => {
    const before = { ...fullest, milestones: [], place: stars.slice(1) };
    const view = conferenceChanged({ conferenceId: fullest.id, before, after: fullest, deliveryId, say });
    expect(faultsOf(view)).toEqual([]);
  });
});

describe('a question about a conference', () => {
  it('quotes, reads back with weekdays, says why, and offers to confirm', () => {
    const conference = sampleConference({ standing: 'asking' });
    const view = conferenceQuestion({ question, conference, deliveryId, say });
    expect(textOf(view)).toContain('> from 12 to 14 March');
    expect(textOf(view)).toContain('- When: Friday 12 to Sunday 14 March 2027\n- Where: Lisbon');
    expect(textOf(view)).toContain('The year is not given.');
    expect(labelsOf(view)).toEqual(['Confirm', 'Edit', 'Not an event']);
  });

  it('offers to keep what the programme has', () => {
    const view = conferenceQuestion({ question, conference: sampleConference(), deliveryId, say });
    expect(textOf(view)).toContain('The programme has: 12–14 March 2027');
    expect(labelsOf(view)).toContain('Keep as it is');
  });

  it('says what was decided, without buttons', () => {
    const answered = { ...question, answer: 'confirmed', answeredBy: '300' as UserId, answeredAt: now } as const;
    const view = conferenceQuestion({ question: answered, conference: sampleConference(), deliveryId, say });
    expect(textOf(view)).toContain(`<@300> confirmed it, <t:${now / 1000}:F>.`);
    expect(labelsOf(view)).toEqual([]);
  });

  it('stays within the limits, also where it goes to one person', () => {
    const quotes = Object.fromEntries(milestoneKinds.map((kind, index) => [kind, stars.slice(index)]));
    const full = { ...question, doubts, claim: { ...claim, facts: fullest, quotes } };
    for (const isDirect of [true, false]) {
      expect(faultsOf(conferenceQuestion({ question: full, conference: fullest, deliveryId, isDirect, say }))).toEqual(
        [],
      );
    }
  });
});
