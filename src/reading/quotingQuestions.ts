// Questions that quote a title: natural for each kind of article first, then wordings that fit any, so that a column that always has
// the same title is not asked about in the same words within a month. T is the title in its quotation marks.

import type { ArticleKind } from './articleKind.ts';

const byKind: Readonly<Record<ArticleKind | 'question', readonly string[]>> = {
  call: ['What would make a good answer to T, in your view?', 'Whom would you encourage to answer T, and why?'],
  essay: [
    'Where do you agree with T, and where not?',
    'What are your thoughts on T?',
    'Which point in T matters most to you, and why?',
    'What does T leave out, in your view?',
    'What do you find most convincing in T, and what least?',
  ],
  event: [
    'What would you most like to see discussed at the event T?',
    'Which subject should not be missing at the event T, in your view?',
    'What would make the event T worth your time?',
  ],
  guide: ['What would you add to T, or do differently, and why?'],
  interview: ['What else would you have liked to ask in T?', 'Which answer in T would you like to discuss, and why?'],
  issue: ['Which part of T interests you most, and why?', 'What in T would you recommend to others, and why?'],
  list: [
    'What would you put first in T, and what is missing?',
    'What would you add to T, and what would you leave out?',
  ],
  memory: ['What would you like to add to T?', 'What in T will stay with you, and why?'],
  minutes: [
    'Which point in T matters most to you, and why?',
    'What should follow from T, in your view?',
    'Which point in T would you like to discuss further, and why?',
  ],
  opinion: [
    'Where do you agree with T, and where not?',
    'Do you share the view in T, and why?',
    'What is the best reply to T, in your view?',
  ],
  outcome: ['What do you make of T?', 'What are your thoughts on T?'],
  people: ['What would you like to ask or add about T?'],
  release: ['How useful do you find what T describes, and why?', 'What would you like to see come after T?'],
  report: [
    'What do you make of the story T?',
    'What is your reaction to T, and why?',
    'What strikes you most in the story T, and why?',
    'How do you see the story T?',
  ],
  review: ['Would you come to the same verdict as T, and why?', 'What would you weigh differently from T, and why?'],
  text: [
    'What are your thoughts on T?',
    'What interests you most in T, and why?',
    'Which point in T matters most to you, and why?',
    'What do you make of T?',
    'What strikes you most in T, and why?',
  ],
  vacancy: [
    'Whom would you encourage to apply after reading the offer T, and why?',
    'What would you want to know before answering the offer T, and why?',
  ],
  question: [
    'What is your own answer to the question in T, and why?',
    'How would you answer the question in T, and what speaks against your answer?',
  ],
};

const fittingAll: readonly string[] = [
  'What are your thoughts on T?',
  'What do you make of T?',
  'Which point in T matters most to you, and why?',
  'What would you like to discuss about T?',
  'What in T surprised you most, and why?',
  'What do you take away from T?',
  'Which question does T leave open, in your view?',
  'What would you like to ask or add about T?',
  'What would you like to know more about after T, and why?',
  'Where would you begin a discussion of T?',
  'Which part of T would you like to talk about, and why?',
  'What did T make you think about?',
  'What would you tell somebody who has not read T yet?',
  'To whom would you recommend T, and why?',
  'How important is the subject of T to you, and why?',
  'What should follow from T, in your opinion?',
  'Which thought in T will you remember, and why?',
  'What in T speaks to your own experience?',
  'How does T fit with what you have seen or read elsewhere?',
  'What makes T worth discussing today, in your view?',
  'Which sentence of T would you underline, and why?',
  'How would you sum up T, and what would you add?',
  'Which view that is missing from T should be heard?',
  'What is the strongest point of T, and what the weakest?',
  'What do you see differently from T, and why?',
  'How does T change your view of its subject?',
  'Which detail of T would you not have expected, and why?',
  'What would you look into next after T?',
  'What in T would you like others to explain to you?',
  'Which part of T would you read again, and why?',
  'What would you ask whoever wrote T?',
];

/** The kind's own wordings, each with the title in it. @param quoted in its quotation marks */
export function quotingQuestions(kind: ArticleKind | 'question', quoted: string): readonly string[] {
  return fill(byKind[kind], quoted);
}

/** Wordings that fit any kind. @param quoted in its quotation marks */
export function anyQuestions(quoted: string): readonly string[] {
  return fill(fittingAll, quoted);
}

function fill(wordings: readonly string[], quoted: string): readonly string[] {
  return wordings.map((wording) => wording.replace(/\bT\b/u, () => quoted));
}
