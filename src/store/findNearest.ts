// The articles nearest to one, found once: it goes to many servers within minutes, its summary is asked for soon after, and what is
// nearest to it is the same for all.

import { createHash } from 'node:crypto';
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

/** Every word counts: another article may come to have the id of one that was not saved, and what is found is kept. */
function wordingOf({ id, title, teaser, text }: Article): string {
  return createHash('sha256')
    .update(JSON.stringify([id, title, teaser, text]))
    .digest('base64url');
}
