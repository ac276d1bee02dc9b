// /sources list: every source of this server and how it is doing.

import { type Asked, defineSubcommand } from '../../src/kit/defineCommand.ts';
import { type Result, reply, update } from '../../src/kit/result.ts';
import type { Subscriptions } from '../../src/ports/subscriptions.ts';
import { notice } from '../../src/views/notice.ts';
import { sourceList } from '../../src/views/sourceList.ts';
import { pageOf } from '../parts/pageOf.ts';
import { readPage } from '../parts/readPage.ts';

interface ListPorts {
  readonly subscriptions: Subscriptions;
}

export const list = defineSubcommand({
  name: 'list',
  visibility: 'private',
  auditsItself: true,
  options: {},
  async run(input, ports: ListPorts) {
    return reply(await viewOfPage(0, input, ports));
  },
  actions: {
    page: async (input, ports: ListPorts): Promise<Result> =>
      update(await viewOfPage(readPage(input.id), input, ports)),
  },
});

async function viewOfPage(wanted: number, { guildId, say, mention }: Asked, { subscriptions }: ListPorts) {
  const followed = await subscriptions.list(guildId);
  if (followed.length === 0) return notice(say('sources.none', { command: mention('sources add') }));
  const { entries, ...place } = pageOf(followed, wanted);
  const sources = entries.map((one) => {
    const { channelId, pausedAt } = one.subscription;
    const { source, articleCount } = one;
    return { source, articleCount, channelId, ...(pausedAt === undefined ? {} : { pausedAt }) };
  });
  return sourceList({ sources, total: followed.length, ...place, say });
}
