// A subscription is a guild's interest in a source: where its articles go, and the guild's own choices.

import type { Step } from './delivery.ts';
import type { ArticleFilter } from './filter.ts';
import type { ChannelId, GuildId, Instant, RoleId, SourceId, SubscriptionId, UserId } from './ids.ts';
import type { GuildSettings } from './settings.ts';

/** At most this many a guild, so that one guild cannot fill a host that serves many. */
export const subscriptionsPerGuild = 100;

/** What moderators choose for one source; unset: as for the whole guild. */
export interface SubscriptionChoices {
  readonly channelId: ChannelId;
  readonly threads?: boolean;
  /** Whether each discussion begins with a question; unset: it does. */
  readonly question?: boolean;
  readonly pingRoleId?: RoleId | 'nobody';
  /** Unset: all articles are wanted. */
  readonly filter?: ArticleFilter;
}

export interface Subscription extends SubscriptionChoices {
  readonly id: SubscriptionId;
  readonly guildId: GuildId;
  readonly sourceId: SourceId;
  readonly pausedAt?: Instant;
  readonly addedBy: UserId;
  readonly addedAt: Instant;
}

/** Whether each article gets a discussion. */
export function hasThreads({ threads }: Pick<SubscriptionChoices, 'threads'>, settings: GuildSettings): boolean {
  return threads ?? settings.threads;
}

/** Whether each discussion begins with a question. */
export function hasQuestion({ question }: Pick<SubscriptionChoices, 'question'>): boolean {
  return question ?? true;
}

/** What was chosen of it, without the rest. */
export function choicesOf({ channelId, threads, question, pingRoleId, filter }: Subscription): SubscriptionChoices {
  return {
    channelId,
    ...(threads === undefined ? {} : { threads }),
    ...(question === undefined ? {} : { question }),
    ...(pingRoleId === undefined ? {} : { pingRoleId }),
    ...(filter === undefined ? {} : { filter }),
  };
}

/** What is done to bring an article, wherever it is posted. */
export function stepsOfArticle(choices: SubscriptionChoices, settings: GuildSettings): readonly [Step, ...Step[]] {
  if (!hasThreads(choices, settings)) return ['message'];
  return hasQuestion(choices) ? ['message', 'thread', 'question'] : ['message', 'thread'];
}

/** What is done to announce a conference. */
export function stepsOfConference({ threads }: Pick<GuildSettings, 'threads'>): readonly [Step, ...Step[]] {
  return threads ? ['message', 'thread'] : ['message'];
}

/** The role to mention with each article, if any. @param subscription undefined once it was removed */
export function pingRoleOf(
  subscription: Pick<SubscriptionChoices, 'pingRoleId'> | undefined,
  settings: GuildSettings,
): RoleId | undefined {
  const chosen = subscription?.pingRoleId ?? settings.pingRoleId;
  return chosen === 'nobody' ? undefined : chosen;
}
