// Capitalised names of an answer that its article does not have. Names are compared without accents, possessives and points; a
// people stands for its country, initials for the full name and the other way round.

import { smallWords } from '../reading/knownWords.ts';
import { isOrdinary } from './ordinaryWords.ts';
import { fold, listWords, type Word } from './plainSigns.ts';
import { listLongForms, listShortForms, sameNames } from './sameNames.ts';

/** What an article calls things, by several spellings. */
export interface KnownNames {
  /** Folded words, however they are written. */
  readonly words: ReadonlySet<string>;
  /** Of those, the ones that stand with a capital somewhere but at the beginning of a sentence. */
  readonly names: ReadonlySet<string>;
  /** Folded, without points: those that stand there, and the initials of full names. */
  readonly acronyms: ReadonlySet<string>;
}

/** Small words within a name: Bank for International Settlements, van der Leyen. */
const particle =
  /^(?:of|for|the|and|on|in|de|la|le|du|des|der|den|von|van|di|da|do|dos|del|al|el|bin|ibn|y|e|und|für|pour|to|&)$/iu;
/** What may be put behind a name to make a word of it, and the other way round: Keynesian, Londoners. */
const endings = 's n ns an ans ian ians ist ists ism ite ites er ers es ese ic'.split(' ');
/** Derived names must have this much in common. Letters. */
const commonLetters = 4;
/** An acronym of fewer letters is anybody's initials. */
const acronymLetters = 3;

/** @param article with plain signs */
export function readNames(article: string): KnownNames {
  const found = listWords(article);
  const words = new Set<string>();
  const names = new Set<string>();
  const written = new Set<string>();
  for (const [at, word] of found.entries()) {
    const forms = formsOf(word.text);
    for (const form of forms) words.add(form);
    if (isCapitalised(word.text) && !beginsSentence(found, at, article)) for (const form of forms) names.add(form);
    if (isAcronym(word.text)) written.add(plainAcronym(word.text));
  }
  for (const form of listLongForms(written)) words.add(form);
  return { words, names, acronyms: new Set([...written, ...listInitials(found, article), ...listShortForms(article)]) };
}

/** @param answer with plain signs @returns each name as the answer writes it */
export function findUnknownNames(answer: string, known: KnownNames): string[] {
  const words = listWords(answer);
  const spelledOut = listSpelledOut(words, answer, known.acronyms);
  return [
    ...new Set(
      words
        .filter((word, at) => isName(word.text) && !spelledOut.has(at) && !isKnown(words, at, answer, known))
        .map(({ text }) => text),
    ),
  ];
}

/** The word without its possessive, and its parts. Folded. */
export function formsOf(text: string): string[] {
  const bare = text.replace(/'s?$/u, '').replace(/'s(?=-)/gu, '');
  const joined = fold(bare.replace(/[.'-]/gu, ''));
  const parts = bare.includes('-') ? bare.split('-').map(fold) : [];
  return [...new Set([joined, ...parts, ...parts.map((part) => part.replace(/'/gu, ''))])].filter(
    (form) => form !== '',
  );
}

/** True for `McDonald`, `iPhone`, `al-Sisi`, `G20`; not for the pronoun. */
function isName(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/^I(?:'(?:m|d|ve|ll))?$/u.test(text);
}

export function isCapitalised(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

function isAcronym(text: string): boolean {
  return /^(?:\p{Lu}\.?){2,7}(?:s|'s)?$/u.test(text);
}

/** `U.S.'s`, `CEOs` → `us`, `ceo`. */
function plainAcronym(text: string): string {
  return text.replace(/'?s$/u, '').replaceAll('.', '').toLowerCase();
}

function isKnown(words: readonly Word[], at: number, answer: string, known: KnownNames): boolean {
  const { text } = words[at] ?? { text: '' };
  const small = text.toLowerCase().replace(/'s?$/u, '');
  if (isAcronym(text)) {
    const plain = plainAcronym(text);
    return (
      known.acronyms.has(plain) ||
      sameNames(plain).some((form) => form.length > 2 && known.words.has(form)) ||
      (plain.length > 2 && known.words.has(fold(plain)))
    );
  }
  if (
    formsOf(text)
      .slice(0, 1)
      .some((form) => isKnownForm(form, known))
  )
    return true;
  if (text.includes('-') && text.split('-').every((part) => !isCapitalised(part) || isKnownForm(fold(part), known)))
    return true;
  return beginsSentence(words, at, answer) && isOrdinary(small.replace(/'.*$/u, ''));
}

function isKnownForm(form: string, { words, acronyms }: KnownNames): boolean {
  const forms = sameNames(form);
  if (forms.some((one) => words.has(one) || acronyms.has(one))) return true;
  if (form.length < commonLetters) return false;
  for (let length = commonLetters; length < form.length; length += 1)
    if (endings.includes(form.slice(length)) && words.has(form.slice(0, length))) return true;
  return endings.some((ending) => words.has(form + ending));
}

/** True after a full stop, a colon, an opening bracket or quotation mark, and for the very first word. */
export function beginsSentence(words: readonly Word[], at: number, text: string): boolean {
  const before = words[at - 1];
  const word = words[at];
  if (!before || !word) return true;
  const between = text.slice(before.end, word.start);
  if (/^\. $/u.test(between))
    return !/^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Gov|Rep|Lt|Col|Sgt|Jr|Sr|No|vs)$/u.test(before.text);
  if (before.text.endsWith('.') && between === ' ') return isOrdinary(word.text.toLowerCase());
  return /[.!?:;…"([]|(?:^| )'|- $/u.test(between);
}

/** Initials of each run of capitalised words, particles in it counted and left out: `European Central Bank` → ecb. */
function listInitials(words: readonly Word[], text: string): Set<string> {
  const initials = new Set<string>();
  for (let at = 0; at < words.length; at += 1) {
    for (const letters of initialsFrom(words, at, text)) initials.add(letters);
  }
  return initials;
}

function initialsFrom(words: readonly Word[], first: number, text: string): string[] {
  if (!isCapitalised(words[first]?.text ?? '')) return initialsOfTerm(words, first, text);
  const found: string[] = [];
  let [without, withAll, names] = ['', '', 0];
  for (let at = first; at < Math.min(words.length, first + 9); at += 1) {
    const word = words[at];
    if (!word || (at > first && !/^(?: |, | & )$/u.test(text.slice(words[at - 1]?.end, word.start)))) break;
    const isNamed = isCapitalised(word.text);
    if (!isNamed && !particle.test(word.text)) break;
    const letter = fold(word.text.slice(0, 1));
    withAll += letter;
    if (isNamed) {
      without += letter;
      names += 1;
    }
    if (isNamed && names > 1) found.push(without, withAll);
  }
  return found;
}

/** `gross domestic product` → gdp: three or four words in a row that all carry meaning. */
function initialsOfTerm(words: readonly Word[], first: number, text: string): string[] {
  const found: string[] = [];
  let letters = '';
  for (let at = first; at < Math.min(words.length, first + 4); at += 1) {
    const word = words[at];
    if (!word || word.text.length < 3 || smallWords.has(word.text.toLowerCase())) break;
    if (at > first && !/^[ -]$/u.test(text.slice(words[at - 1]?.end, word.start))) break;
    letters += fold(word.text.slice(0, 1));
    if (letters.length >= acronymLetters) found.push(letters);
  }
  return found;
}

/** Places of words that spell out an acronym of the article. */
function listSpelledOut(words: readonly Word[], text: string, acronyms: ReadonlySet<string>): Set<number> {
  const places = new Set<number>();
  for (let first = 0; first < words.length; first += 1) {
    if (!isCapitalised(words[first]?.text ?? '')) continue;
    let letters = '';
    for (let at = first; at < Math.min(words.length, first + 9); at += 1) {
      const word = words[at];
      if (!word || (at > first && text.slice(words[at - 1]?.end, word.start) !== ' ')) break;
      if (isCapitalised(word.text)) letters += fold(word.text.slice(0, 1));
      else if (!particle.test(word.text)) break;
      if (letters.length >= acronymLetters && isCapitalised(word.text) && acronyms.has(letters))
        for (let place = first; place <= at; place += 1) places.add(place);
    }
  }
  return places;
}
