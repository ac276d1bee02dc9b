// A row of subscriptions as the domain knows it, and a guild's choices as columns.

import type { Selectable } from 'kysely';
import type { Subscription, SubscriptionChoices } from '../domain/subscription.ts';
import { withoutNulls } from './rows.ts';
import type { SubscriptionsTable } from './schema.ts';

export type SubscriptionRow = Selectable<SubscriptionsTable>;

export function toSubscription(row: SubscriptionRow): Subscription {
  const { baselineArticleId: _, filters, threads, question, ...rest } = row;
  return {
    ...withoutNulls(rest),
    ...(threads === null ? {} : { threads: threads === 1 }),
    ...(question === null ? {} : { question: JSON.parse(question) }),
    ...(filters === null ? {} : { filter: JSON.parse(filters) }),
  };
}

/** All of them: what is unset becomes unset. */
export function toChoiceColumns({ channelId, threads, question, pingRoleId, filter }: SubscriptionChoices) {
  return {
    channelId,
    threads: threads === undefined ? null : Number(threads),
    question: question === undefined ? null : JSON.stringify(question),
    pingRoleId: pingRoleId ?? null,
    filters: filter === undefined ? null : JSON.stringify(filter),
  };
}
