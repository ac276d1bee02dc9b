// What is wrong with the form of a starter question. Checks the question that is about to be asked, whoever wrote it.

import { questionLength } from './authorQuestion.ts';
import type { ReadArticle } from './summarise.ts';

const empty = new Set(
  'the and for with from that this what which where your you are how why would could should does about into view have most often think article'.split(
    ' ',
  ),
);

/** Faults in words for those who maintain the patterns; none for a question that may be asked. */
export function questionFaults(question: string, article: ReadArticle): string[] {
  const faults: string[] = [];
  const own = question.replace(/“[^”]*”|„[^“]*“/gu, '“”');
  const marks = question.match(/[?？؟]/gu)?.length ?? 0;
  if (!question.endsWith('?')) faults.push('does not end with a question mark');
  if (marks !== 1) faults.push(`has ${marks} question marks`);
  if (question.length > questionLength) faults.push(`is ${question.length} characters long`);
  if (/\s{2}|^\s|\s$|[\n\t]/u.test(question)) faults.push('has stray spaces');
  if (/\s[,.;:?!]|,,|\.\.\?|[,;:]\?$/u.test(own)) faults.push('has stray punctuation');
  if (!/^[\p{Lu}\p{N}“‘]|^[^\p{Ll}]/u.test(question)) faults.push('begins small');
  if (/(?<!\p{L})(\p{L}{2,30}) \1(?!\p{L})/iu.test(own)) faults.push('says a word twice');
  if (/[*_`#~|]|<[^>]{0,20}>/u.test(own)) faults.push('has markup');
  if (count(own, /[“„]/gu) !== count(own, /”/gu)) faults.push('has a quotation mark alone');
  if (/\b(?:the|a|an|of|on|in|and|or|to|for|with|this|these)\?$/iu.test(question)) faults.push('breaks off');
  if (/\b(?:the|a|an) (?:the|a|an|this|these|our)\b/iu.test(own)) faults.push('has two articles');
  if (/^(?:how (?:many|much)|when (?:did|was|were)|who (?:was|were)|where (?:is|was))\b/iu.test(question))
    faults.push('asks for a fact');
  if (/\b(?:here|below|forum|click|subscribe)\b/iu.test(own)) faults.push('sends the reader away');
  if (article.title.trim() !== '' && !namesSomething(question, article)) faults.push('names nothing in the article');
  return faults;
}

/** A word of four letters or more, or a whole name, that the article uses too. */
function namesSomething(question: string, article: ReadArticle): boolean {
  const known = `${article.title} ${article.teaser} ${article.text}`.toLowerCase();
  const words = question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    words.some(
      (word) => (word.length > 3 || /[^\p{Script=Latin}]/u.test(word)) && !empty.has(word) && known.includes(word),
    ) || question.includes('“')
  );
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
