// Questions that quote a title: natural for each kind of article first, then wordings that fit any, so that a column that always has
// the same title is not asked about in the same words within a month. T is the title in its quotation marks.

import type { ArticleKind } from './articleKind.ts';
import type { Claim } from './mainClaim.ts';

const byKind: Readonly<Record<ArticleKind | 'question' | 'explanation', readonly string[]>> = {
  account: ['What would you add to T from your own experience?'],
  advice: ['What advice would you give in the case that T describes, and why?'],
  appointment: [
    'What should come first after the appointment in T, in your view?',
    'What would you like to ask after the appointment in T, and why?',
  ],
  award: ['What makes the work honoured in T important, in your view?'],
  call: ['Who should answer T, and what would you advise them?', 'What would you advise those who answer T?'],
  cancelled: ['What would you like to see in place of the event T, and why?'],
  candidates: [
    'After reading T, which qualities matter most to you in a candidate, and why?',
    'After reading T, what would you like to ask a candidate, and why?',
  ],
  crime: [
    'What would be a just response to what is reported in T, in your view?',
    'What might prevent crimes like the one behind T, in your view?',
  ],
  discovery: [
    'What could follow from the findings in T, in your view?',
    'How far would you trust the findings in T, and why?',
    'What would you ask the researchers in T next, and why?',
  ],
  dispute: [
    'Whose view in T do you find more convincing, and why?',
    'Where do you stand on the dispute in T, and why?',
  ],
  elected: [
    'What should those elected in T take on first, and why?',
    'What do you expect of those elected in T, and why?',
  ],
  essay: [
    'Where do you agree with the article T, and where not?',
    'Which point in the article T matters most to you, and why?',
    'What does the article T leave out, in your view?',
    'What do you find most convincing in the article T, and what least?',
  ],
  event: [
    'What would you most like to see discussed at the event T?',
    'Which subject should not be missing at the event T, in your view?',
    'What would you like to ask or tell the others at the event T?',
  ],
  explanation: ['How convincing do you find the answer that T gives, and why?'],
  fact: ['How do claims like the one checked in T come to be believed, in your view?'],
  foreign: [
    'What do you make of the article T?',
    'What are your thoughts on the article T?',
    'What in the article T strikes you most, and why?',
  ],
  gathering: ['What would you like to ask or tell the others at the event T?'],
  guide: ['What would you add to T, or do differently, and why?'],
  harm: [
    'What, if anything, should be done differently after the events reported in T?',
    'What lesson should be drawn from the events reported in T, in your view?',
    'What might prevent events like those reported in T, in your view?',
  ],
  interview: ['What else would you have liked to ask in T?', 'Which answer in T would you like to discuss, and why?'],
  issue: ['Which part of T interests you most, and why?', 'Which item in T would you like to discuss, and why?'],
  list: [
    'What would you put first in T, and what is missing?',
    'What would you add to T, and what would you leave out?',
  ],
  farewell: ['What would you like to remember of the life described in T?'],
  ruling: ['Do you find what is decided in T right, and why, or why not?'],
  market: [
    'For whom is the news in T good, and for whom is it bad, in your view?',
    'What do you think explains the news in T, and what will follow?',
  ],
  meeting: ['What should be taken up at the event T, in your view?'],
  memory: ['What would you like to add to T?', 'What in T will stay with you, and why?'],
  minutes: [
    'Which point in T matters most to you, and why?',
    'Which point in T would you take further, and how?',
    'Which point in T would you like to discuss further, and why?',
  ],
  offers: ['Which of the offers in T would be worth the money, in your view?'],
  opinion: [
    'Where do you agree with T, and where not?',
    'Do you share the view in T, and why?',
    'What is the best reply to T, in your view?',
  ],
  outcome: ['What stands out to you in T, and why?', 'What in T would you not have expected, and why?'],
  people: ['What would you like to ask the people in T, and why?'],
  plan: ['Do you welcome the news in T, and why, or why not?', 'What do you expect to come of the news in T, and why?'],
  portrait: [
    'What can we learn today from the life and work described in T?',
    'What in the life and work described in T speaks to you most, and why?',
  ],
  news: [
    'What lies behind the news in T, and what will come of it, in your view?',
    'What do you expect to come of the news in T, and why?',
  ],
  product: [
    'Would you choose what is presented in T, and why, or why not?',
    'What do you like about what is presented in T, and what do you not?',
  ],
  report: ['What do you make of T, and why?'],
  review: ['Would you come to the same verdict as T, and why?'],
  software: [
    'Where could the approach in T help you or others?',
    'Where could the approach in T be useful, and what is still missing?',
  ],
  sport: [
    'What stands out to you in T, and what do you expect next?',
    'After reading T, what do you expect next, and why?',
  ],
  text: ['Which point in the article T matters most to you, and why?'],
  vacancy: [
    'Which skills matter most for the work offered in T, in your view?',
    'What makes the position in T attractive, and what would make one hesitate?',
  ],
  venture: [
    'What difference could the step announced in T make, and for whom?',
    'What should come next after the step announced in T, in your view?',
  ],
  question: [
    'What is your own answer to the question in T, and why?',
    'How would you answer the question in T, and what speaks against your answer?',
  ],
};

/** The same for a text without a title, of which a sentence is quoted. */
const sentenceByKind: Partial<Readonly<Record<ArticleKind, readonly string[]>>> = {
  discovery: ['How far would you trust this, and why: S?', 'What could follow from this, in your view: S?'],
  dispute: ['Where do you stand on this, and why: S?'],
  farewell: ['What makes this life worth remembering: S?'],
  harm: ['What might prevent things like this: S?'],
  plan: ['Do you welcome this, and why, or why not: S?'],
  ruling: ['Do you find this right, and why, or why not: S?'],
  sport: ['What do you make of this, and what comes next: S?'],
};
const anySentence = ['What do you make of this: S?'];

/** For what an article says should be, or how good or bad something is; the second where a quotation begins in mid-sentence. */
const wholeClaim = [
  'How far do you agree with this, and why: S?',
  'Do you agree with this from the article, and why: S?',
  'What speaks for this view, and what against it: S?',
];
const claimWithin = ['How far do you agree that S, and why?', 'Do you agree that S, and why?'];

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
export function quotingQuestions(kind: keyof typeof byKind, quoted: string): readonly string[] {
  return fill(byKind[kind], quoted);
}

/** A subject that is a question has lost its mark to the one that is asked about it. */
const asks = /^“(?:how|what|why|who|which|when|where|should|can|could|is|are|do|does|will)\b/iu;

/** On what a meeting is or was on. @param quoted in its quotation marks */
export function subjectQuestions(kind: 'event' | 'meeting' | 'minutes', quoted: string): readonly string[] {
  const what = asks.test(quoted) ? 'the question T' : 'T';
  const wording =
    kind === 'minutes'
      ? `What would you add to what was said about ${what}?`
      : `What would you like to hear, ask or say about ${what}?`;
  return fill([wording], quoted);
}

/** On the points of a meeting. @param quoted each in its quotation marks: “A”, “B” or “C” */
export function agendaQuestions(kind: 'event' | 'meeting' | 'minutes', quoted: string): readonly string[] {
  const wording =
    kind === 'minutes'
      ? 'Which of these points would you take further, and how: T?'
      : 'On which of these do you have a question or a view: T?';
  return fill([wording], quoted);
}

/** On a sentence that says what somebody holds. @param quoted in its quotation marks */
export function clauseQuestions(quoted: string): readonly string[] {
  return claimWithin.map((wording) => wording.replace(/\bS\b/u, () => quoted));
}

/** On what an article says. */
export function claimQuestions({ words, isArguable }: Claim): readonly string[] {
  if (isArguable && /^\p{Ll}/u.test(words)) return clauseQuestions(`“${words}”`);
  return (isArguable ? wholeClaim : anySentence).map((wording) => wording.replace(/\bS\b/u, () => `“${words}”`));
}

/** For a text without a title. @param quoted a sentence of it in its quotation marks */
export function quotingSentence(kind: ArticleKind, quoted: string): readonly string[] {
  return (sentenceByKind[kind] ?? anySentence).map((wording) => wording.replace(/\bS\b/u, () => quoted));
}

/** Wordings that fit any kind. @param quoted in its quotation marks */
export function anyQuestions(quoted: string): readonly string[] {
  return fill(fittingAll, quoted);
}

function fill(wordings: readonly string[], quoted: string): readonly string[] {
  return wordings.map((wording) => wording.replace(/\bT\b/u, () => quoted));
}
