// The option `article`: choices while a person types, and whatever they then send.

import type { Article } from '../../src/domain/article.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { ArticleId } from '../../src/domain/ids.ts';
import type { Asked, Typing } from '../../src/kit/defineCommand.ts';
import { choices, type Result } from '../../src/kit/result.ts';
import type { Articles } from '../../src/ports/articles.ts';
import { escapeLine, oneLine } from '../../src/views/text.ts';
import { scopeOf } from './scopeOf.ts';

/** @see https://docs.discord.com/developers/interactions/application-commands#autocomplete */
const choicesLimit = 25;
/** Characters of a person's own words that an answer repeats. */
const repeatedLimit = 100;

interface FindPorts {
  readonly articles: Articles;
}

/** The newest articles before anything is typed, then those whose titles fit. */
export async function completeArticle(input: Typing, { articles }: FindPorts): Promise<Result> {
  const offered = await articles.suggest(scopeOf(input), input.typed.trim(), choicesLimit);
  return choices(offered.map(({ id, title }) => ({ name: oneLine(title) || `#${id}`, value: `#${id}` })));
}

/**
 * The article a person chose, or typed by title or address.
 * @throws Refusal that names the nearest when none fits
 */
export async function getArticle(typed: string, asked: Asked, { articles }: FindPorts): Promise<Article> {
  const scope = scopeOf(asked);
  const wanted = typed.trim();
  const id = readArticleId(wanted.startsWith('#') ? wanted.slice(1) : undefined);
  const byName =
    (id === undefined ? undefined : await articles.find(id, scope)) ?? (await articles.findByUrl(wanted, scope));
  if (byName) return byName;
  const near = await articles.suggest(scope, wanted, choicesLimit);
  const title = oneLine(wanted).toLowerCase();
  const sameTitle = near.find((article) => oneLine(article.title).toLowerCase() === title);
  const named = sameTitle && (await articles.find(sameTitle.id, scope));
  if (named) return named;
  const said = escapeLine(wanted, repeatedLimit);
  const nearest = near[0];
  if (nearest) {
    throw new Refusal('articleUnknownNearest', { typed: said, nearest: escapeLine(nearest.title, repeatedLimit) });
  }
  throw new Refusal('articleUnknown', { typed: said, command: asked.mention('articles search') });
}

/**
 * The article a button or a select names: `<article>` or `<article>.<anything>`.
 * @returns undefined when this member may not see it, or the server no longer follows its source
 */
export async function findNamedArticle(
  named: string,
  asked: Asked,
  { articles }: FindPorts,
): Promise<Article | undefined> {
  const id = readArticleId(named.split('.')[0]);
  return id === undefined ? undefined : articles.find(id, scopeOf(asked));
}

/** The same. @throws Refusal when there is none */
export async function getPressedArticle(named: string, asked: Asked, ports: FindPorts): Promise<Article> {
  const article = await findNamedArticle(named, asked, ports);
  if (!article) throw new Refusal('buttonOutlived', { command: asked.mention('articles search') });
  return article;
}

function readArticleId(text: string | undefined): ArticleId | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? (Number(text) as ArticleId) : undefined;
}
