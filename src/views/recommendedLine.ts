// That the society recommends an article somebody else wrote, whose it is, and why: the words that are the society's own.

import { noteLimit, type Recommendation } from '../domain/recommendation.ts';
import type { Say } from '../kit/translate.ts';
import { escapeLine, escapeText } from './text.ts';

const siteNameLimit = 80;
/** Characters of a note with its escapes. */
const escapedNoteLimit = 450;

export function recommendedLine(siteName: string, { note = '' }: Recommendation, say: Say): string {
  const line = say('article.recommended', { name: escapeLine(siteName, siteNameLimit) });
  const why = escapeText(note, noteLimit, escapedNoteLimit);
  return why === '' ? line : `${line}\n${say('article.note', { note: why })}`;
}
