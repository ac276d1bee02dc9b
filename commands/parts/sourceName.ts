// A source by its name within a sentence.

import type { Source } from '../../src/domain/source.ts';
import { escapeLine, oneLine } from '../../src/views/text.ts';

const nameLimit = 100;

/** Bold and escaped. */
export function sourceName({ title, url }: Pick<Source, 'title' | 'url'>): string {
  return `**${escapeLine(title, nameLimit) || escapeLine(url, nameLimit)}**`;
}

/** As the audit keeps it, for when the source is gone. */
export function plainName({ title, url }: Pick<Source, 'title' | 'url'>): string {
  return oneLine(title) || url;
}
