// /articles latest: the newest articles of the channels a member may view.

import { Refusal } from '../../src/domain/errors.ts';
import type { SourceId } from '../../src/domain/ids.ts';
import { customId } from '../../src/kit/customId.ts';
import { type Asked, defineSubcommand } from '../../src/kit/defineCommand.ts';
import type { MessageView } from '../../src/kit/message.ts';
import { optional } from '../../src/kit/options.ts';
import { type Result, reply, update } from '../../src/kit/result.ts';
import type { Articles } from '../../src/ports/articles.ts';
import { articleList } from '../../src/views/articleList.ts';
import { entriesPerPage } from '../../src/views/blocks.ts';
import { escapeLine } from '../../src/views/text.ts';
import { completeSource, type FollowedSourcePorts, getFollowed } from '../parts/followedSource.ts';
import { readPage } from '../parts/readPage.ts';
import { scopeOf } from '../parts/scopeOf.ts';

/** What listing needs. */
export interface LatestPorts extends FollowedSourcePorts {
  readonly articles: Articles;
}

const usualCount = 5;
const countLimit = 10;
/** Characters. */
const sourceNameLimit = 100;

export const latest = defineSubcommand({
  name: 'latest',
  visibility: 'private',
  options: { count: optional.integer(1, countLimit), source: optional.text({ completes: true }) },
  async run(input, ports: LatestPorts) {
    const { count = usualCount, source } = input.options;
    const followed = source === undefined ? undefined : await getFollowed(source, input, ports);
    return reply(await viewOfPage({ count, sourceId: followed?.source.id, page: 0 }, input, ports));
  },
  complete: { source: completeSource },
  actions: {
    browse: async (input, ports: LatestPorts): Promise<Result> => {
      const [count, sourceId, page] = input.id.split('.');
      const asked = {
        count: Math.min(readPage(count) || usualCount, countLimit),
        sourceId: (readPage(sourceId) || undefined) as SourceId | undefined,
        page: readPage(page),
      };
      return update(await viewOfPage(asked, input, ports));
    },
  },
});

interface AskedPage {
  readonly count: number;
  readonly sourceId: SourceId | undefined;
  readonly page: number;
}

async function viewOfPage(
  { count, sourceId, page }: AskedPage,
  asked: Asked,
  ports: LatestPorts,
): Promise<MessageView> {
  const query = sourceId === undefined ? {} : { sourceId };
  const offset = page * entriesPerPage;
  const limit = Math.max(0, Math.min(entriesPerPage, count - offset));
  const { articles, total } = await ports.articles.listLatest(scopeOf(asked), query, { limit, offset });
  const pageCount = Math.ceil(Math.min(total, count) / entriesPerPage);
  // The list has become shorter since the button was shown.
  if (page > 0 && page >= pageCount)
    return viewOfPage({ count, sourceId, page: Math.max(0, pageCount - 1) }, asked, ports);
  const [newest] = articles;
  if (!newest) throw new Refusal('articlesNone', { command: asked.mention('sources add') });
  const source = escapeLine(newest.sourceTitle, sourceNameLimit);
  return articleList({
    heading: sourceId === undefined ? asked.say('list.latest') : asked.say('list.latestFrom', { source }),
    entries: articles.map((article) => ({ article })),
    paging: {
      page,
      pageCount,
      toPage: (other) => customId('articles', 'browse', `${count}.${sourceId ?? 0}.${other}`),
    },
    say: asked.say,
  });
}
