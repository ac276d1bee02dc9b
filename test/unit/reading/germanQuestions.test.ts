import { describe, expect, it } from 'vitest';
import { englishWordings } from '../../../src/reading/englishWordings.ts';
import { germanWordings } from '../../../src/reading/germanWordings.ts';
import { questionFaults } from '../../../src/reading/questionFaults.ts';
import type { QuestionWordings } from '../../../src/reading/questionWordings.ts';
import { starterQuestion, starterQuestions } from '../../../src/reading/starterQuestion.ts';

const harbours =
  'Die kleinen Häfen am Fluss verlieren seit Jahren ihre Kräne. Der Rat will nun einen gemeinsamen Kran bezahlen, und die Lotsen sind dagegen.';
const article = { title: 'Der Hafen stirbt leise', teaser: '', text: harbours };
const ask = (title: string, text = harbours, language = 'de') =>
  starterQuestion({ ...article, title, text }, { language });

/** Each wording with what it is to be filled with. */
function listWordings(wordings: QuestionWordings): [wording: string, sign: string][] {
  const {
    byKind,
    byTitle,
    byName,
    bySentence,
    anySentence,
    wholeClaim,
    claimWithin,
    subject,
    agenda,
    finding,
    topics,
  } = wordings;
  const having = (sign: string, ...lists: readonly (readonly string[])[]) =>
    lists.flat().map((wording): [string, string] => [wording, sign]);
  return [
    ...having('T', ...Object.values(byKind), byTitle, ...Object.values(subject), ...Object.values(agenda), topics),
    ...having('N', byName),
    ...having('S', ...Object.values(bySentence), anySentence, wholeClaim, claimWithin, finding),
  ];
}

describe('the wordings of a language', () => {
  it.each([...listWordings(germanWordings), ...listWordings(englishWordings)])(
    'have one place to fill: %s',
    (wording, sign) => {
      expect(wording.match(/(?<!\p{L})[TNSE](?!\p{L})/gu)).toEqual([sign]);
      expect(wording).toMatch(/^[\p{Lu}][^?!]{10,110}\?$/u);
    },
  );

  it('are for the same kinds, and each once', () => {
    expect(Object.keys(germanWordings.byKind).sort()).toEqual(Object.keys(englishWordings.byKind).sort());
    expect(Object.keys(germanWordings.bySentence).sort()).toEqual(Object.keys(englishWordings.bySentence).sort());
    const { byTitle, untitled } = germanWordings;
    expect(new Set([...byTitle, ...untitled]).size).toBe(byTitle.length + untitled.length);
    expect(byTitle).toHaveLength(englishWordings.byTitle.length);
  });
});

describe('a starter question in German', () => {
  it.each([
    ['Protokoll der Versammlung am See', 'minutes'],
    ['Das Kioto-Protokoll', 'foreign'],
    ['Bericht über die Lage der Häfen', 'foreign'],
    ['Die Tagung der Narren', 'foreign'],
    ['Gesucht: ein neuer Gesellschaftsvertrag', 'foreign'],
    ['Einladung zum Denken', 'foreign'],
    ['Workshop: Kräne und Preise', 'event'],
    ['Nachruf auf Edda Marwick', 'memory'],
    ['Wir suchen eine Hilfskraft am Kai', 'vacancy'],
    ['Im Gespräch mit Edda Marwick', 'interview'],
    ['Rundbrief im Mai', 'issue'],
    ['Workshop am See abgesagt', 'cancelled'],
    ['Der Hafen stirbt leise', 'foreign'],
  ] as const)('asks about “%s” what suits its kind', (title, kind) => {
    const text = 'Kran, Kai und Lotse, ist nicht von hier und auch nicht im Hafen.';
    const fitting = germanWordings.byKind[kind].map((wording) =>
      wording.replace(/(?<!\p{L})T(?!\p{L})/u, () => `„${title}“`),
    );
    expect(fitting).toContain(ask(title, text));
  });

  it('leaves out that it is an invitation, and sets marks within marks', () => {
    expect(ask('Einladung zum Workshop „Kräne und Preise“')).toContain('„Workshop ‘Kräne und Preise’“');
  });

  it('is the author’s own, else the title’s, where one asks for an opinion', () => {
    expect(ask('Der Hafen stirbt leise', `${harbours} Sollte der Rat den Kran bezahlen?`)).toBe(
      'Sollte der Rat den Kran bezahlen?',
    );
    expect(ask('Wem soll der Hafen gehören?')).toBe('Wem soll der Hafen gehören?');
    expect(ask('Warum stirbt das Dorf am Fluss?')).toBe('Warum stirbt das Dorf am Fluss?');
    expect(ask('Wann wurde der Hafen gebaut?')).toContain('„Wann wurde der Hafen gebaut“');
    expect(ask('Der Hafen stirbt leise', `${harbours} Und was folgt daraus?`)).not.toContain('daraus');
  });

  it('is also asked of an article in English, whose words stay as they are', () => {
    const english = 'The quay is old. The harbour should charge ships by weight, because the quay needs repair.';
    for (const question of starterQuestions(
      { ...article, title: 'How to Price a Harbour', text: english },
      { language: 'de-AT' },
    )) {
      expect(question).toMatch(
        /^(?:Was|Welche[rsn]?|Wie|Wo|Wor\p{L}+|Wom\p{L}+|Wem|Wessen|Stimmt|Über|Warum|Zu welcher) /u,
      );
      expect(question).toMatch(/„(?:How to Price a Harbour|The harbour should charge ships by weight[^“]*)“/u);
    }
  });

  it('is of sound form, whatever it quotes', () => {
    for (const title of [
      article.title,
      'Minutes of the Call on Ropes',
      '',
      '"Kräne"? Ja! Und «Preise»',
      'Häfen '.repeat(60),
    ]) {
      const questions = starterQuestions({ ...article, title }, { language: 'de' });
      expect(new Set(questions).size).toBe(questions.length);
      expect(questions.length).toBeGreaterThan(9);
      expect(questions.flatMap((question) => questionFaults(question, { ...article, title }))).toEqual([]);
    }
  });
});

describe('an article in German', () => {
  it('is asked about in English where that is spoken, as fits its kind', () => {
    expect(ask('Protokoll der Versammlung am See', harbours, 'en')).toMatch(/^Which point in “Protokoll/u);
    expect(ask(article.title, `${harbours} Sollte der Rat den Kran bezahlen?`, 'en')).toMatch(/^What .*“/u);
  });
});
