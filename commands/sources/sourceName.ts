// A source by its name within a sentence.

import type { Source } from '../../src/domain/source.ts';
import { escapeLine } from '../../src/views/text.ts';

const nameLimit = 100;

/** Bold and escaped. */
export function sourceName({ title, url }: Pick<Source, 'title' | 'url'>): string {
  return `**${escapeLine(title, nameLimit) || escapeLine(url, nameLimit)}**`;
}
