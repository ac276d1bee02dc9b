// The answer to a search that found nothing: what comes nearest, and one search that may do better.

import type { Article } from '../domain/article.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { summarySelect } from './articleList.ts';
import { articleTitle } from './articleTitle.ts';
import { present, textBlock } from './blocks.ts';
import { escapeLine } from './text.ts';

const nearestShown = 3;
/** Characters of the person's own words that are repeated. */
const queryLimit = 100;

export interface NothingFound {
  readonly query: string;
  /** Titles that resemble the query, nearest first. */
  readonly nearest: readonly Article[];
  /** One word of the query that may find more by itself. */
  readonly word?: string;
  /** True when a source or a date narrowed the search. */
  readonly isNarrowed: boolean;
  readonly say: Say;
}

export function nothingFound({ query, nearest, word, isNarrowed, say }: NothingFound): MessageView {
  const shown = nearest.slice(0, nearestShown);
  const lines = [
    say('nothingFound.said', { query: escapeLine(query, queryLimit) }),
    shown.length === 0 ? '' : say('nothingFound.nearest'),
    ...shown.map((article) => `- ${articleTitle(article)}`),
    advice(),
  ];
  const text = lines.filter((line) => line !== '').join('\n');
  return { components: [textBlock(text), ...present(summarySelect(shown, say))] };

  function advice(): string {
    if (isNarrowed) return say('nothingFound.widen');
    return word === undefined
      ? say('nothingFound.reword')
      : say('nothingFound.tryWord', { word: escapeLine(word, queryLimit) });
  }
}
