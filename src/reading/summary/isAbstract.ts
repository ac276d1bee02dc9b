// Tells the abstract of a paper from an article: it is short, of one piece, and speaks of the paper itself.

import { countWords } from '../plainText.ts';

/** Words. */
const lengths = { shortest: 91, longest: 400 };

const speaksOfItself =
  /\b(?:(?:this|our|the present|in this) (?:paper|article|study|work|thesis)\b|we (?:propose|present|introduce|develop|study|investigate|show|argue|examine|analy[sz]e|estimate|find|use|provide|document|exploit)\b)/giu;

export function isAbstract(text: string): boolean {
  const words = countWords(text.slice(0, 6000));
  if (text.length > 6000 || words < lengths.shortest || words > lengths.longest) return false;
  return text.trim().split('\n').length <= 2 && (text.match(speaksOfItself)?.length ?? 0) >= 2;
}
