// A question as a moderator typed it, as it may stand above a discussion.

import { Refusal } from '../../src/domain/errors.ts';
import { questionLength } from '../../src/reading/authorQuestion.ts';
import { oneLine } from '../../src/views/text.ts';

/** In one line and with its question mark. @throws Refusal when nothing is left, or too much */
export function readQuestion(typed: string): string {
  const line = oneLine(typed);
  if (!/[\p{L}\p{N}]/u.test(line)) throw new Refusal('questionEmpty');
  const text = /[?？؟⁇]$/u.test(line) ? line : `${line.replace(/[\s.,;:…!]+$/u, '')}?`;
  if (text.length > questionLength) throw new Refusal('questionLong', { limit: questionLength });
  return text;
}
