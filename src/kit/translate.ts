// Every sentence a person reads comes from locales/ through here. English is the source of truth: a key another language
// lacks is said in English. A language is read from its file when it is first spoken.

import { createRequire } from 'node:module';
import type { SentenceArgs } from '../domain/errors.ts';
import type english from '../locales/en.json';

type Tree = { readonly [key: string]: string | Tree };

/** Dotted path to a sentence; a sentence with `one` and `other` is chosen by its `count`. */
type KeyOf<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string
    ? Key
    : Node[Key] extends { readonly other: string }
      ? Key
      : `${Key}.${KeyOf<Node[Key]>}`;
}[keyof Node & string];

export type SentenceKey = KeyOf<typeof english>;

/** Says one sentence in the language it was made for. Lists of keys built at run time are checked by tests. */
export interface Say {
  (key: SentenceKey | `errors.${string}` | `commands.${string}`, args?: SentenceArgs): string;
  /** BCP 47. */
  readonly locale: string;
}

const load = createRequire(import.meta.url);
const catalogues = new Map<string, Tree>();

/** Languages the bot speaks, the source of truth first; each has a file in locales/. */
export const spokenLanguages: readonly string[] = ['en', 'de'];

/** The language of a BCP 47 locale. */
export function languageOf(locale: string): string {
  return locale.split('-')[0]?.toLowerCase() ?? '';
}

/** @param locale BCP 47; a language the bot does not speak falls back to English sentences, but numbers stay in its form */
export function sayIn(locale: string): Say {
  const say = (key: string, args: SentenceArgs = {}) => {
    const sentence = find(catalogueOf(locale), key, args, locale) ?? find(catalogueOf('en'), key, args, 'en');
    if (sentence === undefined) throw new RangeError(`no sentence ${key}`);
    return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => formatted(args[name], locale) ?? whole);
  };
  return Object.assign(say, { locale });
}

/** What the language of `locale` itself says, without falling back to English. */
export function findSentence(locale: string, key: string): string | undefined {
  return find(catalogueOf(locale), key, {}, locale);
}

function catalogueOf(locale: string): Tree | undefined {
  const language = languageOf(locale);
  if (!spokenLanguages.includes(language)) return undefined;
  const tree = catalogues.get(language) ?? (load(`../locales/${language}.json`) as Tree);
  catalogues.set(language, tree);
  return tree;
}

function find(tree: Tree | undefined, key: string, args: SentenceArgs, locale: string): string | undefined {
  let node: string | Tree | undefined = tree;
  for (const part of key.split('.')) {
    if (typeof node !== 'object' || !Object.hasOwn(node, part)) return undefined;
    node = node[part];
  }
  if (typeof node !== 'object') return node;
  const plural = typeof args.count === 'number' ? pluralsOf(locale).select(args.count) : 'other';
  const chosen = node[plural] ?? node.other;
  return typeof chosen === 'string' ? chosen : undefined;
}

const pluralsOf = onceForEach((locale) => new Intl.PluralRules(locale));
const numbersOf = onceForEach((locale) => new Intl.NumberFormat(locale));

/** Discord has some thirty locales; making a rule for one takes longer than saying the sentence. */
export function onceForEach<Made>(make: (locale: string) => Made): (locale: string) => Made {
  const made = new Map<string, Made>();
  return (locale) => {
    const known = made.get(locale) ?? make(locale);
    made.set(locale, known);
    return known;
  };
}

function formatted(value: string | number | undefined, locale: string): string | undefined {
  return typeof value === 'number' ? numbersOf(locale).format(value) : value;
}
