// Articles whose every field is wild. The same seed gives the same articles.

import fc from 'fast-check';
import type { Article } from '../../../src/domain/article.ts';
import type { ArticleId, SourceId } from '../../../src/domain/ids.ts';
import { wildProse, wildText, wildUrl } from './wildTexts.ts';

const instant = fc.integer({ min: -8_640_000_000_000, max: 8_640_000_000_000 });
const text = fc.oneof({ arbitrary: wildProse, weight: 3 }, { arbitrary: wildText, weight: 1 });
const few = { maxLength: 5 } as const;

/** What may be missing is left out, not undefined. */
const optional = fc.record(
  {
    url: wildUrl,
    language: fc.constantFrom('en', 'de', 'ar', 'zh'),
    publishedAt: instant,
    picture: fc.record({ url: wildUrl, alt: wildText }, { requiredKeys: ['url'] }),
    quotes: fc.record({ name: wildText, title: wildText, url: wildUrl }, { requiredKeys: ['name'] }),
  },
  { requiredKeys: [] },
);

const required = fc.record({
  id: fc.constant(0 as ArticleId),
  sourceId: fc.nat({ max: 1_000_000 }).map((id) => id as SourceId),
  sourceTitle: wildText,
  title: wildText,
  teaser: wildText,
  text,
  authors: fc.array(wildText, few),
  categories: fc.array(wildText, few),
  firstSeenAt: instant,
  revision: fc.constant(1),
});

export const wildArticle: fc.Arbitrary<Article> = fc
  .tuple(required, optional)
  .map(([whole, more]) => ({ ...whole, ...more }));

/** Generated at once; more would only take memory. */
const batchSize = 500;

/** `count` articles with ids from 1; the same for the same seed. */
export function* generateArticles(seed: number, count: number): Generator<Article> {
  for (let made = 0; made < count; made += batchSize) {
    const numRuns = Math.min(batchSize, count - made);
    const batch = fc.sample(wildArticle, { seed: seed + made, numRuns });
    for (const [index, article] of batch.entries()) yield { ...article, id: (made + index + 1) as ArticleId };
  }
}
