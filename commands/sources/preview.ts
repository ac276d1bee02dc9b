// /sources preview: the card of an article exactly as it is posted, and what becomes of the newest ten. Both by the ways the
// bot itself goes when it posts.

import { explainArticle } from '../../src/delivery/explainArticle.ts';
import { judgeArticle } from '../../src/delivery/judgeArticle.ts';
import type { ArticleHistory } from '../../src/domain/articleHistory.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { type Asked, defineSubcommand } from '../../src/kit/defineCommand.ts';
import type { MessageView } from '../../src/kit/message.ts';
import { required } from '../../src/kit/options.ts';
import { type Result, reply, update } from '../../src/kit/result.ts';
import type { Previewing } from '../../src/ports/previewing.ts';
import type { FollowedSource, Subscriptions } from '../../src/ports/subscriptions.ts';
import { articleFate } from '../../src/views/articleFate.ts';
import { notice } from '../../src/views/notice.ts';
import { type PreviewedArticle, sourcePreview } from '../../src/views/sourcePreview.ts';
import { completeSource, getFollowed, getPressed } from '../parts/followedSource.ts';
import { pageOf } from '../parts/pageOf.ts';
import { readPage } from '../parts/readPage.ts';
import { sourceName } from '../parts/sourceName.ts';

export interface PreviewPorts {
  readonly subscriptions: Subscriptions;
  readonly previewing: Previewing<MessageView>;
}

/** Articles whose fate is told. */
const articlesShown = 10;

export const preview = defineSubcommand({
  name: 'preview',
  visibility: 'private',
  auditsItself: true,
  options: { source: required.text({ completes: true }) },
  async run(input, ports: PreviewPorts) {
    return reply(await previewOf(await getFollowed(input.options.source, input, ports), 0, input, ports));
  },
  complete: { source: (input, ports: PreviewPorts) => completeSource(input, ports) },
  actions: {
    preview: async (input, ports: PreviewPorts): Promise<Result> =>
      reply(await previewOf(await getPressed(input.id, input, ports), 0, input, ports)),
    previewPage: async (input, ports: PreviewPorts): Promise<Result> => {
      const page = readPage(input.id.split('.')[1]);
      return update(await previewOf(await getPressed(input.id, input, ports), page, input, ports));
    },
  },
});

async function previewOf(
  { source: known, subscription }: FollowedSource,
  wantedPage: number,
  asked: Asked,
  { subscriptions, previewing }: PreviewPorts,
): Promise<MessageView> {
  const { say, mention } = asked;
  const source = sourceName(known);
  const history = await subscriptions.listHistory(subscription.id, articlesShown);
  if (history.length === 0) return notice(say('sourcePreview.empty', { source }));
  const { entries: shown, page, pageCount } = pageOf(history, wantedPage);
  const sample = page === 0 ? findSample(history, subscription) : undefined;
  return sourcePreview({
    sourceId: known.id,
    source,
    channelId: subscription.channelId,
    ...(sample ? { card: await previewing.composeCard(sample.article, subscription) } : {}),
    noCard: say('sourcePreview.noCard', { source, command: mention('sources edit') }),
    entries: shown.map((one) => entryOf(one, subscription, asked)),
    page,
    pageCount,
    say,
  });
}

/** The newest article that is wanted; a pause does not change what it would look like. */
function findSample(history: readonly ArticleHistory[], { pausedAt: _, ...active }: Subscription) {
  return history.find(({ article }) => judgeArticle(article, active).kind === 'post');
}

function entryOf(history: ArticleHistory, subscription: Subscription, { say, mention }: Asked): PreviewedArticle {
  const { title, url } = history.article;
  const explanation = explainArticle(history, subscription);
  const { guildId } = subscription;
  const fate = articleFate({ explanation, guildId, statusCommand: mention('status'), say });
  return { title, fate, ...(url === undefined ? {} : { url }) };
}
