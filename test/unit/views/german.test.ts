import { describe, expect, it } from 'vitest';
import { anywhereOnEarth } from '../../../src/domain/moment.ts';
import { sayIn } from '../../../src/kit/translate.ts';
import { articleSummary } from '../../../src/views/articleSummary.ts';
import { articleByline } from '../../../src/views/articleTitle.ts';
import { milestoneInWords, whenInWords, whenSpelledOut } from '../../../src/views/conferenceWhen.ts';
import { daysInWords, monthInWords } from '../../../src/views/days.ts';
import { permissionNames } from '../../../src/views/permissionNames.ts';
import { datesToChoose, reminderInWords } from '../../../src/views/reminderWords.ts';
import { languageName } from '../../../src/views/setupSaved.ts';
import { sampleArticle, sampleConference } from '../../support/samples.ts';
import { textOf } from './readView.ts';

const say = sayIn('de');
const startsAt = Date.UTC(2027, 5, 12, 17);
const timeZone = 'Europe/Lisbon';

describe('in German', () => {
  it.each([
    ['2027-03-12', '2027-03-12', '12. März 2027'],
    ['2027-03-12', '2027-03-14', '12.–14. März 2027'],
    ['2027-03-30', '2027-04-02', '30. März – 2. April 2027'],
    ['2026-12-30', '2027-01-02', '30. Dezember 2026 – 2. Januar 2027'],
  ])('days are written as Germans write them: %s to %s', (start, end, words) => {
    expect(daysInWords(start, end, say)).toBe(words);
  });

  it('a time is read back with its weekdays and the clock of the place', () => {
    expect(whenSpelledOut({ kind: 'days', startsOn: '2027-06-12', endsOn: '2027-06-14' }, say)).toBe(
      'Samstag, 12. bis Montag, 14. Juni 2027',
    );
    expect(whenSpelledOut({ kind: 'instants', startsAt, endsAt: startsAt + 7_200_000, timeZone }, say)).toBe(
      'Samstag, 12. Juni 2027, 18:00 bis 20:00, Lissabon (WESZ)',
    );
    expect(whenInWords({ kind: 'instants', startsAt, timeZone }, say)).toBe(
      `<t:${startsAt / 1000}:F> (dort 18:00 Uhr, Lissabon)`,
    );
    expect(monthInWords('2027-03-01', say)).toBe('März 2027');
  });

  it('a deadline says how far its day reaches', () => {
    const due = { kind: 'day', on: '2027-03-15', timeZone: anywhereOnEarth } as const;
    expect(milestoneInWords({ kind: 'submission', due, previousOn: '2027-03-01' }, say)).toMatch(
      /^Einreichungsfrist: 15\. März 2027, überall auf der Erde \(<t:\d+:R>\) · verlängert, war 1\. März 2027$/,
    );
    const conference = sampleConference({ milestones: [{ kind: 'submission', due }] });
    expect(datesToChoose(conference, say).map(({ name }) => name)).toEqual([
      'Beginn (12. März 2027)',
      'Einreichungsfrist (15. März 2027)',
    ]);
    expect(reminderInWords({ what: 'submission', before: 'week' }, say)).toBe('Einreichungsfrist: eine Woche vorher');
  });

  it('lists end in “und”, numbers and quotes are German', () => {
    expect(permissionNames(['ViewChannel', 'SendMessages', 'EmbedLinks'], say)).toBe(
      '**Kanäle ansehen**, **Nachrichten senden** und **Links einbetten**',
    );
    const article = sampleArticle({ authors: ['A. Member', 'B. Member'] });
    expect(articleByline(article, 1_200, say)).toContain('von A. Member und B. Member');
    expect(articleByline(article, 1_200, say)).toContain('1.200 Min. Lesezeit');
    const figures = ['40 treaties'];
    const summary = { article, text: 'One.', length: 'standard', figures, language: 'en', say } as const;
    expect(textOf(articleSummary(summary))).toContain('In Zahlen: „40 treaties“');
    expect(textOf(articleSummary(summary))).toContain('**Auszug auf Englisch**');
    expect(textOf(articleSummary({ ...summary, language: 'de' }))).toContain('**Auszug**');
    expect(languageName('en', say)).toBe('Englisch');
  });
});
