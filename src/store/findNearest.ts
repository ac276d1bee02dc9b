// The articles nearest to one, found once: it goes to many servers within minutes, its summary is asked for soon after, and what is
// nearest to it is the same for all.

import type { Article } from '../domain/article.ts';
import { findKeptNearest } from './articleReadings.ts';
import { createNearest, type FindNearest } from './relatedArticles.ts';
import { rememberLast } from './rememberLast.ts';
import type { Connections } from './schema.ts';

/** Articles. */
const nearestRemembered = 300;

/** @param version of the bot, whose readings are kept */
export function createFindNearest({ read }: Pick<Connections, 'read'>, version: string): FindNearest {
  const readNearest = createNearest(read);
  return rememberLast(
    nearestRemembered,
    wordingOf,
    async (article) => (await findKeptNearest(read, article, version)) ?? readNearest(article),
  );
}

/** Changes with the words of the article. Another one may come to have the id of one that was not saved. */
function wordingOf({ id, revision, title, text }: Article): string {
  return `${id}.${revision}.${text.length}.${title}`;
}
