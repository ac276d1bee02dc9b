// What changes in messages that were posted: an article that reads otherwise now, an alert whose trouble is over.
// An edit names the delivery whose message it changes; it says what is right when it leaves, not when it was planned.

import { type Delivery, isCard, isSettled, mayBePosted, type NewDelivery } from '../domain/delivery.ts';
import type { DeliveryId, Instant } from '../domain/ids.ts';

/** A message is changed at most this often, in milliseconds: a site that is being edited is not followed stroke by stroke. */
export const editPauseMs = 600_000;
/** Changes of one message that are made at that pace. A site that goes on changing its words is followed ever more slowly. */
const promptEdits = 3;
const longestEditPauseMs = 86_400_000;

/** Kept with the row of an edit, beside what the view needs. */
export interface EditPayload {
  readonly editsId: DeliveryId;
  /** Unset: its first message. */
  readonly part?: 'question';
}

/** @param deliveries of an article or a conference that changed, the edits of its cards among them */
export function planCardEdits(deliveries: readonly Delivery[], now: Instant): NewDelivery[] {
  const posted = deliveries.filter(
    ({ purpose, state, reason, ...delivery }) =>
      isCard(purpose) && state !== 'dead' && reason !== 'removedByPerson' && mayBePosted(delivery),
  );
  return posted.flatMap((delivery) => {
    const edits = deliveries.filter(({ payload }) => payload?.editsId === delivery.id);
    // One that has not left yet will say it all.
    if (edits.some((edit) => !isSettled(edit) && edit.step === 'edit' && edit.stepBegunAt === undefined)) return [];
    const latest = Math.max(...edits.map(({ attemptedAt }) => attemptedAt ?? 0), 0);
    const steps: NewDelivery['steps'] = hasDiscussion(delivery) ? ['edit', 'rename'] : ['edit'];
    return [{ ...planEdit(delivery, {}, Math.max(now, latest + pauseAfter(edits.length))), steps }];
  });
}

/** What moderators chose to ask instead of what stands below their post, or may stand there. It says what is kept when it leaves. */
export function planQuestionEdit(post: Delivery, now: Instant): NewDelivery {
  const { guildId, channelId, targetKind, id, orderedAt } = post;
  const payload: EditPayload = { editsId: id, part: 'question' };
  return {
    guildId,
    channelId,
    targetKind,
    purpose: 'edit',
    steps: ['edit'],
    payload: { ...payload },
    dedupeKey: `question:${id}`,
    // The post's own place is before all that waits in the channel: a moderator's wish waits for no backlog.
    orderedAt,
    dueAt: now,
  };
}

/** Whether it has, or will have, a discussion that is called as its article. */
function hasDiscussion({ steps, targetKind }: Delivery): boolean {
  return steps.includes('thread') || targetKind === 'forum';
}

/** @param count changes of the message so far */
function pauseAfter(count: number): number {
  return Math.min(editPauseMs * 2 ** Math.max(0, count - promptEdits), longestEditPauseMs);
}

/** @param alerts that told of a trouble that is over */
export function planRecovery(alerts: readonly Delivery[], now: Instant) {
  const isUntold = (alert: Delivery) => alert.state === 'dead' || !mayBePosted(alert);
  return {
    dropped: alerts.filter(isUntold).map(({ id }) => id),
    edits: alerts
      .filter((alert) => !isUntold(alert))
      .map((alert) => planEdit(alert, { ...alert.payload, recoveredAt: now }, now)),
  };
}

export function planEdit(delivery: Delivery, payload: Readonly<Record<string, unknown>>, dueAt: Instant): NewDelivery {
  const { guildId, channelId, targetKind, subscriptionId, articleId, conferenceId } = delivery;
  return {
    guildId,
    channelId,
    targetKind,
    purpose: 'edit',
    steps: ['edit'],
    payload: { ...payload, editsId: delivery.id },
    orderedAt: dueAt,
    dueAt,
    ...(subscriptionId === undefined ? {} : { subscriptionId }),
    ...(articleId === undefined ? {} : { articleId }),
    ...(conferenceId === undefined ? {} : { conferenceId }),
  };
}
