// The sources that the server of a test follows.

import type { ArticleHistory } from '../../src/domain/articleHistory.ts';
import type { NewDelivery } from '../../src/domain/delivery.ts';
import type { SubscriptionId } from '../../src/domain/ids.ts';
import type { GuildSettings } from '../../src/domain/settings.ts';
import type { Source } from '../../src/domain/source.ts';
import { choicesOf, type Subscription } from '../../src/domain/subscription.ts';
import type { FeedReading } from '../../src/ports/reader.ts';
import type { FollowedSource, Subscriptions } from '../../src/ports/subscriptions.ts';
import { followed, sampleArticle, sampleSource } from './samples.ts';

export function fakeSubscriptions(data: {
  followed: FollowedSource[];
  backfilled: NewDelivery[];
  /** What the reader of the test finds. */
  feed?: Pick<FeedReading, 'title' | 'url'> | undefined;
  history: ArticleHistory[];
  savedSources: Source[];
  settings: GuildSettings;
}): Subscriptions {
  return {
    list: async () => data.followed,
    add: async (wanted, backfill, plan) => {
      const source = sampleSource({ id: wanted.sourceId, url: data.feed?.url ?? '', title: data.feed?.title ?? '' });
      const added = followed(source, wanted.channelId);
      data.followed.push(added);
      data.backfilled.push(
        ...plan(
          Array.from({ length: backfill }, () => sampleArticle()),
          added.subscription,
        ),
      );
      return added.subscription;
    },
    postNewest: async (id, plan) => {
      const found = data.followed.find(({ subscription }) => subscription.id === id);
      if (!found) return 0;
      const planned = plan([sampleArticle()], { subscription: found.subscription, settings: data.settings });
      data.backfilled.push(...planned);
      return planned.length;
    },
    addUnread: async (wanted) => {
      const source = data.savedSources.find(({ id }) => id === wanted.sourceId) ?? sampleSource();
      const added = followed(source, wanted.channelId);
      data.followed.push({ ...added, subscription: { ...added.subscription, ...wanted } });
      return added.subscription;
    },
    find: async (id) => data.followed.find(({ subscription }) => subscription.id === id)?.subscription,
    listHistory: async (_, limit) => data.history.slice(0, limit),
    saveChoices: async (id, choose) => {
      const found = data.followed.find(({ subscription }) => subscription.id === id);
      if (!found) return undefined;
      const before = choicesOf(found.subscription);
      const after = choose(before);
      data.followed = data.followed.map((one) => {
        if (one !== found) return one;
        const { threads: _, question: __, pingRoleId: ___, filter: ____, ...rest } = one.subscription;
        return { ...one, subscription: { ...rest, ...after } };
      });
      return { before, after };
    },
    pause: async (id, at) => changePause(id, at),
    resume: async (id) => changePause(id, undefined),
    remove: async (id) => {
      data.followed = data.followed.filter(({ subscription }) => subscription.id !== id);
    },
  };

  function changePause(id: SubscriptionId, pausedAt: number | undefined): void {
    data.followed = data.followed.map((one) =>
      one.subscription.id === id ? { ...one, subscription: paused(one.subscription, pausedAt) } : one,
    );
  }
}

function paused({ pausedAt: _, ...active }: Subscription, pausedAt: number | undefined): Subscription {
  return pausedAt === undefined ? active : { ...active, pausedAt };
}
