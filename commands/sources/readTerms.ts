// The words of a filter as a person types them.

import { Refusal } from '../../src/domain/errors.ts';
import { filterTermLength, filterTermLimit, readFilterTerms } from '../../src/domain/filter.ts';
import { sayIn, spokenLanguages } from '../../src/kit/translate.ts';
import { escapeLine } from '../../src/views/text.ts';

/** What takes a filter away, in whichever language. */
const isNothing = (typed: string) =>
  spokenLanguages.some((language) => sayIn(language)('sourceChoices.nothing') === typed.trim().toLowerCase());
/** Characters of a person's own words that an answer repeats. */
const repeatedLimit = 100;

/**
 * Undefined where nothing was typed.
 * @throws Refusal
 */
export function readTerms(typed: string | undefined): readonly string[] | undefined {
  if (typed === undefined) return undefined;
  if (isNothing(typed)) return [];
  const read = readFilterTerms(typed);
  switch (read.kind) {
    case 'terms':
      return read.terms;
    case 'tooMany':
      throw new Refusal('filterTooMany', { limit: filterTermLimit });
    case 'tooLong':
      throw new Refusal('filterTooLong', { term: escapeLine(read.term, repeatedLimit), limit: filterTermLength });
    case 'wordless':
      throw new Refusal('filterWordless', { term: escapeLine(read.term, repeatedLimit) });
  }
}
