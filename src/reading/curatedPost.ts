// Curated posts: the society recommends an article somebody else wrote, and quotes from it. Found by an opening sentence
// that names the source, followed by long text in quotation marks; without both nothing is claimed.

import { findNamedSource, type QuotedSource } from '../domain/quotedSource.ts';
import { countWords, squeeze } from './plainText.ts';
import { splitSentences } from './splitSentences.ts';

/** Sentences at the beginning that may name the source. */
const openingSentences = 5;

/** Characters of a sentence in which its source is named. */
const maxFramingLength = 400;

/** Words in quotation marks from which a post counts as quoting an article rather than a person. */
const fewestQuotedWords = 60;

/** The source that a curated post quotes; undefined for an article of the society's own. */
export function findQuotedSource(text: string): QuotedSource | undefined {
  const sentence = findFramingSentence(text);
  if (sentence === undefined) return undefined;
  const name = findNamedSource(sentence.slice(0, maxFramingLength));
  if (name === undefined) return undefined;
  const title = /“([^“”]{4,150})”/u.exec(sentence)?.[1] ?? findTitle(text);
  const url = /https?:\/\/[^\s<>"'“”)\]]{4,500}/iu.exec(text.slice(0, 2000))?.[0];
  return { name, ...(title === undefined ? {} : { title }), ...(url === undefined ? {} : { url }) };
}

/** The society's own sentence that says whose article this is. */
export function findFramingSentence(text: string): string | undefined {
  if (countQuotedWords(text) < fewestQuotedWords) return undefined;
  return splitSentences(text.slice(0, 4000))
    .slice(0, openingSentences)
    .find(
      (sentence) => !/^["“«„]/u.test(sentence) && findNamedSource(sentence.slice(0, maxFramingLength)) !== undefined,
    );
}

/** Words between quotation marks, a mark that opens again before each paragraph included. */
function countQuotedWords(text: string): number {
  if (!/["“”«»„]/u.test(text)) return 0;
  let quoted = 0;
  let from: number | undefined;
  const plain = squeeze(text);
  for (const match of plain.matchAll(/["“”«»„]/gu)) {
    const mark = match[0];
    const isOpening = mark === '"' ? from === undefined : mark !== '”' && mark !== '»';
    if (isOpening) from ??= match.index;
    else if (from !== undefined) {
      quoted += countWords(plain.slice(from, match.index));
      from = undefined;
    }
  }
  return quoted;
}

/** What follows "The full article is here:" on its line, as when a link's text is the title. */
function findTitle(text: string): string | undefined {
  const found =
    /\b(?:full|complete|whole|entire|original) (?:article|text|essay|report|piece|paper|study)\b[^\n]{0,60}\b(?:here|below): ?\[?([^\n[\]]{4,150})/iu.exec(
      text.slice(0, 4000),
    )?.[1];
  const title = found?.trim() ?? '';
  return title === '' || /^https?:|[.:]$/iu.test(title) ? undefined : title;
}
