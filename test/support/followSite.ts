import { askBot } from './askBot.ts';
import type { World } from './startWorld.ts';

/** Reading a feed begins with a worker of its own, which takes its time on a busy machine. */
const addLimitMs = 45_000;

/** The sample guild takes what the sample society publishes into #news. */
export async function followSite({ discord, site }: World): Promise<void> {
  await askBot(discord, 'setup', { articles: { channel: 'news' } });
  await askBot(discord, 'sources add', { url: site.feedUrl }, { user: 'moderator', timeoutMs: addLimitMs });
}
