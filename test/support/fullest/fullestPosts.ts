// A recommendation before and after it is posted, with as much in it as there can be.

import type { ChannelId } from '../../../src/domain/ids.ts';
import { unsavedId } from '../../../src/domain/recommendation.ts';
import type { FormView, MessageView } from '../../../src/kit/message.ts';
import type { Say } from '../../../src/kit/translate.ts';
import { type ArticleCard, articleCard } from '../../../src/views/articleCard.ts';
import { postForm, postPreview } from '../../../src/views/postPreview.ts';

const stars = '*'.repeat(5_000);
const draftId = 'abcdefghij234567';

/** @param fullest the card of any other article, with all it can have */
export function fullestPosts(fullest: ArticleCard): [string, MessageView][] {
  const { say, article } = fullest;
  const recommended = { ...fullest, recommendation: { note: stars } };
  const { deliveryId: _, ...unsaved } = { ...recommended, article: { ...article, id: unsavedId } };
  const channelId = '9'.repeat(19) as ChannelId;
  return [
    ['a recommendation', articleCard(recommended)],
    [
      'a recommendation, before it is posted',
      postPreview({
        draftId,
        channelId,
        card: articleCard(unsaved),
        question: stars,
        refused: say('errors.refusal.questionRepeated'),
        say,
      }),
    ],
  ];
}

export function postFormViews(say: Say): [string, FormView][] {
  return [['words of a recommendation', postForm({ draftId, note: stars, question: stars, say })]];
}
