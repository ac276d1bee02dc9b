// "Post the newest article now": of the source that was added last, else of the one before it that has something to post.

import { planFloodAnswer } from '../../src/delivery/planFloodAnswer.ts';
import { hasThreads } from '../../src/domain/subscription.ts';
import type { Asked } from '../../src/kit/defineCommand.ts';
import type { Audit } from '../../src/ports/audit.ts';
import type { FollowedSource } from '../../src/ports/subscriptions.ts';
import { channelProblem } from '../../src/views/channelProblem.ts';
import { findProblem } from '../parts/findProblem.ts';
import type { FollowPorts } from '../parts/following/followSource.ts';
import { record } from '../parts/record.ts';
import { plainName } from '../parts/sourceName.ts';
import { lastAddedFirst } from './lastAddedFirst.ts';

type PostPorts = Pick<FollowPorts, 'subscriptions' | 'settings' | 'guilds'> & { readonly audit: Audit };

/** @returns what came of it, in finished sentences */
export async function postNewest(asked: Asked, ports: PostPorts): Promise<string> {
  const { guildId, say } = asked;
  const followed = lastAddedFirst(await ports.subscriptions.list(guildId));
  const from = await findPosting(followed, asked, ports);
  if (!from) {
    const hasArticles = followed.some(({ articleCount }) => articleCount > 0);
    return say(hasArticles ? 'setupPanel.postedAlready' : 'setupPanel.noArticle');
  }
  await record('setup', { source: plainName(from.source), posted: 'newest' }, asked, ports);
  const { channelId, ...choices } = from.subscription;
  const problem = findProblem(ports.guilds, guildId, channelId, hasThreads(choices, await ports.settings.get(guildId)));
  return problem ? `${channelProblem(problem, say)} ${say('channel.thenByItself')}` : say('setupPanel.posting');
}

/** @returns the source whose newest article is on its way now */
async function findPosting(followed: readonly FollowedSource[], { now }: Asked, { subscriptions }: PostPorts) {
  for (const one of followed) {
    const posted = await subscriptions.postNewest(
      one.subscription.id,
      (articles, interest) => planFloodAnswer('newest', articles, interest, now),
      now,
    );
    if (posted > 0) return one;
  }
  return undefined;
}
