// /sources export: the sources of this server with its choices, as a file that any feed reader takes.

import type { ListedFeed } from '../../src/domain/feedList.ts';
import { defineSubcommand } from '../../src/kit/defineCommand.ts';
import { file, reply } from '../../src/kit/result.ts';
import type { FollowedSource, Subscriptions } from '../../src/ports/subscriptions.ts';
import { notice } from '../../src/views/notice.ts';
import { opmlDocument } from '../../src/views/opmlDocument.ts';
import { sourcesExported } from '../../src/views/sourcesExported.ts';

const fileName = 'sources.opml';

export const exportList = defineSubcommand({
  name: 'export',
  visibility: 'private',
  auditsItself: true,
  options: {},
  async run({ guildId, guildName, now, say, mention }, ports: { readonly subscriptions: Subscriptions }) {
    const followed = await ports.subscriptions.list(guildId);
    if (followed.length === 0) return reply(notice(say('sources.none', { command: mention('sources add') })));
    const title = say('sourcesExported.title', { guild: guildName });
    const document = opmlDocument({ title, createdAt: now, guildId, feeds: followed.map(listed) });
    const view = sourcesExported({ count: followed.length, fileName, importCommand: mention('sources import'), say });
    return file(view, { name: fileName, bytes: new TextEncoder().encode(document) });
  },
});

function listed({ source, subscription }: FollowedSource): ListedFeed {
  const { url, title, kind, siteUrl, language } = source;
  const { channelId, threads, question, pingRoleId, filter, pausedAt } = subscription;
  return {
    url,
    title,
    kind,
    isPaused: pausedAt !== undefined,
    channelId,
    ...(siteUrl === undefined ? {} : { siteUrl }),
    ...(language === undefined ? {} : { language }),
    ...(threads === undefined ? {} : { threads }),
    ...(question === undefined ? {} : { question }),
    ...(pingRoleId === undefined ? {} : { pingRoleId }),
    ...(filter === undefined ? {} : { filter }),
  };
}
