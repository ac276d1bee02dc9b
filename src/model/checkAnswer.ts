// Whether an answer may be shown as being about its article. Pure. It refuses what the article does not say in so many words:
// numbers, dates, currencies, names, quotations; and what has the wrong form or language. It cannot see a wrong verb or a wrong
// connection of right names (docs/ai-summaries.md).

import { detectLanguage } from '../reading/detectLanguage.ts';
import { smallWords } from '../reading/knownWords.ts';
import { findAlterations } from './alterations.ts';
import { findUnsupportedDates } from './dates.ts';
import { findFormFaults } from './formFaults.ts';
import { findUnknownNames, readNames } from './nameFaults.ts';
import { findUnsupportedNumbers } from './numberFaults.ts';
import { fold, listWords, plainSigns } from './plainSigns.ts';
import { findForeignQuotes } from './quoteFaults.ts';

/** What an answer is held against. */
export interface CheckedArticle {
  readonly title: string;
  readonly text: string;
}

/** @returns what is wrong, each in words that the model can mend it by; empty for an answer that may be shown */
export function checkAnswer(answer: string, article: CheckedArticle): string[] {
  const said = plainSigns(answer).trim();
  const source = plainSigns(`${article.title}.\n${article.text}`);
  const about = (what: string, found: readonly string[]) =>
    found.map((one) => `${what} is not in the article: ${one.slice(0, 80)}`);
  return [
    ...findFormFaults(answer.trim(), article.text),
    ...about('the number', findUnsupportedNumbers(said, source)),
    ...about('the date', findUnsupportedDates(said, source)),
    ...about('the name', findUnknownNames(said, readNames(source))),
    ...about('the quotation', findForeignQuotes(said, source)),
    ...findAlterations(said, `${article.title}.\n\n${article.text}`).map(
      (found) => `the article says otherwise: ${found.slice(0, 80)}`,
    ),
    ...languageFaults(said, article.text),
    ...(isUnrelated(said, source) ? ['it has little to do with the article'] : []),
  ];
}

/** Fewer words say nothing about what a text is about. */
const fewestTold = 8;
/** Share of the words that carry meaning which the article has, too, by their beginnings. Honest answers have far more. */
const leastShared = 0.2;
const stemLetters = 5;

function isUnrelated(answer: string, article: string): boolean {
  const stems = (text: string) =>
    listWords(text)
      .filter(({ text: word }) => word.length > 3 && !smallWords.has(word.toLowerCase()))
      .map(({ text: word }) => fold(word).slice(0, stemLetters));
  const told = stems(answer);
  const known = new Set(stems(article));
  return told.length >= fewestTold && told.filter((stem) => known.has(stem)).length < told.length * leastShared;
}

function languageFaults(answer: string, text: string): string[] {
  const [own, articles] = [detectLanguage(answer), detectLanguage(text)];
  return own !== undefined && articles !== undefined && own !== articles
    ? [`it is in another language than the article: ${own}`]
    : [];
}
