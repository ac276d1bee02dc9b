// Reads the sample society's articles from their folder, oldest first. A broken file is an error that names the file and the key.
import { readdir, readFile, stat } from 'node:fs/promises';
import { type Article, parseBlocks } from './article.ts';

export interface ArticleStock {
  published: Article[];
  unpublished: Article[];
}

/** `folder` is the sample folder with `articles/` and `images/` in it; its URL ends in a slash. */
export async function readArticles(folder: URL): Promise<ArticleStock> {
  const names = (await readdir(new URL('articles/', folder))).filter((name) => name.endsWith('.md'));
  const entries = await Promise.all(names.map((name) => readArticle(folder, name)));
  entries.sort((a, b) => a.article.publishedAt.getTime() - b.article.publishedAt.getTime());
  return {
    published: entries.filter((entry) => entry.isPublished).map((entry) => entry.article),
    unpublished: entries.filter((entry) => !entry.isPublished).map((entry) => entry.article),
  };
}

async function readArticle(folder: URL, name: string): Promise<{ article: Article; isPublished: boolean }> {
  const source = (await readFile(new URL(`articles/${name}`, folder), 'utf8')).replaceAll('\r\n', '\n');
  const [, head = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const values = new Map(head.split('\n').map((line) => splitOnce(line)));
  const get = (key: string): string => {
    const value = values.get(key);
    if (value === undefined || value === '')
      throw new Error(`${name}: the head has no "${key}"; see data/sample/README.md`);
    return value;
  };
  const publishedAt = new Date(get('date'));
  if (Number.isNaN(publishedAt.getTime()))
    throw new Error(`${name}: "date" is not an instant such as 2026-03-10T08:00:00Z`);
  const file = get('image');
  const article: Article = {
    id: get('id'),
    slug: name.slice(0, -'.md'.length),
    title: get('title'),
    author: get('author'),
    publishedAt,
    categories: get('categories').split(', '),
    teaser: get('teaser'),
    blocks: parseBlocks(text),
    image: { file, alt: get('imageAlt'), sizeBytes: (await stat(new URL(`images/${file}`, folder))).size },
    language: get('language'),
  };
  return { article, isPublished: get('status') === 'published' };
}

function splitOnce(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}
