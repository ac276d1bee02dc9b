// What a page says of its article in JSON-LD (schema.org), as most publishing programmes write it.

import { isRecord, type Json, listOf } from '../json.ts';
import { listLinkedThings, type Thing, textOf, thingsById, typesOf } from './linkedThings.ts';

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

const articleType = /(?:Article|BlogPosting|Report|Review)$/;

/**
 * @param scripts contents of the page's `application/ld+json`
 * @param isOfPage whether an address is the page's own; of several articles the one with such an address is meant
 */
export function findLinkedArticle(
  scripts: readonly string[],
  isOfPage: (url: string) => boolean,
): LinkedArticle | undefined {
  const things = listLinkedThings(scripts);
  const articles = things.filter((thing) => typesOf(thing).some((type) => articleType.test(type)));
  const own = articles.find((article) => isOfPage(addressOf(article) ?? ''));
  // Several articles without an address of this page are a list of other pages.
  const article = own ?? (articles.length === 1 ? articles[0] : articles.find((found) => found.datePublished));
  return article === undefined ? undefined : describe(article, thingsById(things));
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

type Present<Facts> = { [Name in keyof Facts]?: Exclude<Facts[Name], undefined> };

function present<Facts extends object>(facts: Facts): Present<Facts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Present<Facts>;
}
