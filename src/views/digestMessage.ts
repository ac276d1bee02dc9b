// Several new articles in one message: their titles, linked, and a menu that shows the summary of each.

import type { Article } from '../domain/article.ts';
import type { DeliveryId } from '../domain/ids.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { articleTitle } from './articleTitle.ts';
import { container, present, selectRow, textBlock } from './blocks.ts';
import { escapeLine, fittingLines } from './text.ts';

/** A menu has at most this many entries. @see https://docs.discord.com/developers/components/reference#string-select */
const entryLimit = 25;
/** Characters of all titles together, so that the message stays within Discord's 4,000. */
const listLimit = 3_500;
const sourceTitleLimit = 100;

export interface DigestMessage {
  /** Oldest first, all of one source. */
  readonly articles: readonly Article[];
  readonly deliveryId: DeliveryId;
  readonly say: Say;
}

export function digestMessage({ articles, deliveryId, say }: DigestMessage): MessageView {
  const newestFirst = [...articles].reverse();
  const titles = newestFirst.slice(0, entryLimit).map((article) => `- ${articleTitle(article)}`);
  const lines = fittingLines(titles, listLimit);
  const more = articles.length - lines.length;
  const source = escapeLine(newestFirst[0]?.sourceTitle ?? '', sourceTitleLimit) || '…';
  const entries = newestFirst.slice(0, lines.length).map(({ id, title }) => ({ label: title, value: `${id}` }));
  return {
    components: [
      container([
        textBlock(`**${say('digest.heading', { source, count: articles.length })}**`),
        textBlock([...lines, ...(more > 0 ? [say('flood.more', { count: more })] : [])].join('\n') || '…'),
        ...present(selectRow(customId('articles', 'show', deliveryId), say('list.showSummary'), entries)),
      ]),
    ],
  };
}
