// Several things in one sentence.

import { onceForEach, type Say } from '../kit/translate.ts';
import { wordLocale } from './days.ts';

const listsOf = onceForEach((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));

/** "A, B and C". */
export function listInWords(names: readonly string[], say: Say): string {
  return listsOf(wordLocale(say)).format(names);
}
