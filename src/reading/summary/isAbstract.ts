// Tells the abstract of a paper from an article: it is short, of one piece, and speaks of the paper itself.

import { countWords } from '../plainText.ts';

/** Words of an abstract, and how many lines it may have. */
const lengths = { fewest: 40, most: 450, lines: 2 };

const speaksOfItself =
  /(?<!\p{L})(?:this|our|the present) (?:paper|study|thesis|work(?! of))(?!\p{L})|(?<!\p{L})(?:we|I) (?:\p{L}+ly |also |then |further |first )?(?:propose|present|introduce|develop|study|investigate|show|argue|examine|analy[sz]e|estimate|find|document|exploit|demonstrate|describe|explore|evaluate|compare|formulate|derive|observe|prove|characteri[sz]e|conduct)(?!\p{L})/giu;
const ofResearch =
  /(?<!\p{L})(?:results?|experiment\w*|methods?|models?|data ?sets?|data|evidence|empirical\w*|theor\w+|hypothes\w+|algorithms?|estimat\w+|findings?|networks?|tasks?)(?!\p{L})/giu;
/** What is no paper says so. */
const saysOtherwise =
  /(?<!\p{L})this (?:post|essay|column|blog|newsletter|talk|workshop|library|package|position)(?!\p{L})/iu;

/** Tells the abstract of a paper from other short texts: it speaks of itself, and the more of research the less it does. */
export function isAbstract(text: string): boolean {
  if (text.length > 10 * lengths.most || text.trim().split('\n').length > lengths.lines) return false;
  const words = countWords(text);
  if (words < lengths.fewest || words > lengths.most || saysOtherwise.test(text)) return false;
  const own = differentOf(text, speaksOfItself);
  return own > 0 && differentOf(text, ofResearch) >= (own > 1 ? 2 : 4);
}

function differentOf(text: string, words: RegExp): number {
  return new Set(text.toLowerCase().match(words) ?? []).size;
}
