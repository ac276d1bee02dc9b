// What a page says of its article in JSON-LD (schema.org), as most publishing programmes write it. Tolerant of broken scripts;
// bounded in size and in the number of things looked at.

import { decodeEntities } from '../entities.ts';
import { isRecord, type Json, listOf, textIn } from '../json.ts';

/** Characters; a longer script is no description of an article. */
const maxScriptLength = 500_000;
/** Things looked at in all scripts. */
const maxNodes = 2_000;
/** Nesting. */
const maxDepth = 12;
const maxAuthors = 10;

/** Everything as written: dates, addresses and names are checked by who uses them. */
export interface LinkedArticle {
  readonly headline?: string;
  readonly authors: readonly string[];
  readonly publisher?: string;
  readonly publishedAt?: string;
  readonly imageUrl?: string;
  readonly language?: string;
}

type Thing = Readonly<Record<string, Json>>;

const articleType = /(?:Article|BlogPosting|Report|Review)$/;

/**
 * @param scripts contents of the page's `application/ld+json`
 * @param isOfPage whether an address is the page's own; of several articles the one with such an address is meant
 */
export function findLinkedArticle(
  scripts: readonly string[],
  isOfPage: (url: string) => boolean,
): LinkedArticle | undefined {
  const things = scripts.flatMap((script) => listThings(parseScript(script))).slice(0, maxNodes);
  const articles = things.filter((thing) => typesOf(thing).some((type) => articleType.test(type)));
  const own = articles.find((article) => isOfPage(addressOf(article) ?? ''));
  // Several articles without an address of this page are a list of other pages.
  const article = own ?? (articles.length === 1 ? articles[0] : articles.find((found) => found.datePublished));
  return article === undefined ? undefined : describe(article, byId(things));
}

function parseScript(script: string): Json {
  if (script.length > maxScriptLength) return null;
  const json = script.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\]\]>)\s*$/g, '');
  try {
    // Line ends within strings are the commonest fault; outside of strings they mean as little as blanks.
    return JSON.parse(json.replace(/\p{Cc}/gu, ' ')) as Json;
  } catch {
    return null;
  }
}

/** Every object in a script, outermost first. */
function listThings(value: Json, depth = 0): Thing[] {
  if (depth > maxDepth) return [];
  const inner = isRecord(value) ? Object.values(value) : Array.isArray(value) ? value : [];
  const within = inner.slice(0, maxNodes).flatMap((item) => listThings(item, depth + 1));
  return isRecord(value) ? [value, ...within] : within;
}

function byId(things: readonly Thing[]): ReadonlyMap<Json | undefined, Thing> {
  const named = things.filter((thing) => typeof thing['@id'] === 'string' && Object.keys(thing).length > 1);
  return new Map(named.map((thing) => [thing['@id'], thing]));
}

function describe(article: Thing, named: ReadonlyMap<Json | undefined, Thing>): LinkedArticle {
  /** A thing itself, or the one elsewhere on the page that its `@id` means. */
  const thingOf = (value: Json | undefined): Thing | undefined =>
    isRecord(value) ? (named.get(value['@id']) ?? value) : undefined;
  const nameOf = (value: Json | undefined) => textOf(value) ?? textOf(thingOf(value)?.name);
  const addressIn = (value: Json | undefined) =>
    textOf(value) ?? textOf(thingOf(value)?.url) ?? textOf(thingOf(value)?.contentUrl);
  const authors = listOf(article.author ?? article.creator).map(nameOf);
  return {
    authors: authors.filter((name) => name !== undefined).slice(0, maxAuthors),
    ...present({
      headline: textOf(article.headline) ?? textOf(article.name),
      publisher: nameOf(listOf(article.publisher)[0]),
      publishedAt: textOf(article.datePublished) ?? textOf(article.dateCreated),
      imageUrl: addressIn(listOf(article.image)[0]) ?? addressIn(article.thumbnailUrl),
      language: nameOf(listOf(article.inLanguage)[0]),
    }),
  };
}

function addressOf(article: Thing): string | undefined {
  const entity = article.mainEntityOfPage;
  return textOf(article.url) ?? textOf(isRecord(entity) ? entity['@id'] : entity);
}

function typesOf(thing: Thing): string[] {
  return listOf(thing['@type']).map(textIn);
}

function textOf(value: Json | undefined): string | undefined {
  const text = decodeEntities(textIn(value));
  return text === '' ? undefined : text;
}

type Present<Facts> = { [Name in keyof Facts]?: Exclude<Facts[Name], undefined> };

function present<Facts extends object>(facts: Facts): Present<Facts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Present<Facts>;
}
