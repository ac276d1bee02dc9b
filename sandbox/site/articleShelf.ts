// What the sample site shows at this moment. Publishing and retitling move `changedAt` forward by at least a second, because
// Last-Modified has no finer grain and a reader must not be told 304 after a change.
import { createHash } from 'node:crypto';
import type { Article } from './article.ts';
import type { ArticleStock } from './readArticles.ts';

export interface ArticleShelf {
  /** Newest first. */
  published(): Article[];
  find(slug: string): Article | undefined;
  /** Puts one article on top: first the unpublished ones, then re-issues of all, so it never runs dry. */
  publishNext(): Article;
  /** @throws when no published article has this slug. */
  retitle(slug: string, title: string): void;
  changedAt(): Date;
}

const SECOND_MS = 1000;

export function createArticleShelf(stock: ArticleStock, now: () => Date = () => new Date()): ArticleShelf {
  const shown = stock.published.toReversed();
  const waiting = [...stock.unpublished];
  const originals = [...stock.published, ...stock.unpublished];
  let reissues = 0;
  let changedAt = shown[0]?.publishedAt ?? new Date(0);

  const touch = (): Date => {
    const earliestMs = changedAt.getTime() + SECOND_MS;
    changedAt = new Date(Math.floor(Math.max(now().getTime(), earliestMs) / SECOND_MS) * SECOND_MS);
    return changedAt;
  };
  const takeReissue = (): Article => {
    const original = originals[reissues % originals.length];
    if (original === undefined) throw new Error('The sample folder holds no articles to publish.');
    const edition = 2 + Math.floor(reissues / originals.length);
    reissues += 1;
    return reissue(original, edition);
  };
  const find = (slug: string): Article | undefined => shown.find((article) => article.slug === slug);

  return {
    published: () => [...shown],
    find,
    publishNext() {
      const article = { ...(waiting.shift() ?? takeReissue()), publishedAt: touch() };
      shown.unshift(article);
      return article;
    },
    retitle(slug, title) {
      const at = shown.findIndex((article) => article.slug === slug);
      const article = shown[at];
      if (article === undefined) throw new Error(`No published article has the slug "${slug}".`);
      shown[at] = { ...article, title };
      touch();
    },
    changedAt: () => changedAt,
  };
}

function reissue(original: Article, edition: number): Article {
  return {
    ...original,
    id: deriveUuid(`${original.id}/${edition}`),
    slug: `${original.slug}-readers-edition-${edition}`,
    title: `${original.title} (reader's edition ${edition})`,
  };
}

/** The same name gives the same id in every run: a restarted site must not look like one with new articles. */
function deriveUuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
