// The message that opens an article's discussion. Its button carries the delivery's id, the marker to find it again.

import { markerOf } from '../domain/delivery.ts';
import type { ArticleId, DeliveryId } from '../domain/ids.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { summaryButton } from './articleCard.ts';
import { buttonRow, present, textBlock } from './blocks.ts';
import { escapeLine } from './text.ts';

/** Characters of a question before escaping. */
const questionLimit = 500;

export function starterQuestionMessage(input: {
  readonly question: string;
  readonly articleId: ArticleId;
  readonly deliveryId: DeliveryId;
  readonly say: Say;
}): MessageView {
  const { question, articleId, deliveryId, say } = input;
  const text = `**${escapeLine(question, questionLimit)}**\n${say('article.invitation')}`;
  return {
    components: [
      textBlock(text),
      ...present(buttonRow([summaryButton(articleId, markerOf(deliveryId, 'question'), say)])),
    ],
  };
}
