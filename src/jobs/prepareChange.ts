// The request that changes what another delivery posted: its words, the name of its discussion, or its being there at all.

import { type EditPayload, editPauseMs } from '../delivery/planEdits.ts';
import { type Delivery, type Finding, mayBePosted, mayHaveQuestion, type Outcome } from '../domain/delivery.ts';
import type { ChannelId, MessageId, UserId } from '../domain/ids.ts';
import { composeDiscussionName, composeMessage, composeQuestion } from './composeMessage.ts';
import { findPosted } from './findPosted.ts';
import type { StepParts } from './stepParts.ts';

type Send = () => Promise<Outcome>;

/** @returns undefined where nothing of it was posted */
export async function prepareChange(change: Delivery, parts: StepParts): Promise<Send | undefined> {
  const { publisher, outbox } = parts;
  const { editsId, part } = change.payload as unknown as EditPayload;
  const changed = await outbox.find(editsId);
  if (!changed) return undefined;
  if (part === 'question') return prepareQuestionEdit(changed, parts);
  const finding = await findCard(changed, change, parts);
  if (finding.kind === 'unreadable') return refuse({ kind: 'refused', reason: 'historyHidden', detail: 'no history' });
  if (finding.kind === 'failed') return refuse({ kind: 'notSent', cause: finding.cause });
  if (finding.kind === 'absent' && mayStillLand(changed, parts))
    return refuse({ kind: 'notSent', cause: 'it may still land' });
  if (finding.kind !== 'found') return undefined;
  if (change.step === 'rename') return prepareRename(changed, parts);
  const messageId = finding.id as MessageId;
  const channel = await messageChannel(changed, messageId, parts);
  if (channel.kind !== 'done') return refuse(channel.kind === 'unknown' ? { ...channel, kind: 'notSent' } : channel);
  const channelId = channel.id as ChannelId;
  if (change.step === 'delete') return () => publisher.deleteMessage(channelId, messageId);
  const view = await composeMessage(change, parts);
  return view && (() => publisher.editMessage(channelId, messageId, view));
}

/** What was refused last, but not at first, may have landed by an earlier request. */
function mayStillLand({ results, attemptedAt }: Delivery, { clock, timing }: StepParts): boolean {
  return results.message === undefined && attemptedAt !== undefined && clock.now() - attemptedAt < timing.settleMs;
}

/** A question that may be on its way is waited for: only then is it known which message to change. */
async function prepareQuestionEdit(post: Delivery, parts: StepParts): Promise<Send | undefined> {
  const { thread, question } = post.results;
  if (thread !== undefined && question !== undefined) {
    const view = await composeQuestion(post, parts);
    return () => parts.publisher.editMessage(thread as ChannelId, question as MessageId, view);
  }
  if (!mayHaveQuestion(post)) return undefined;
  const retry = post.state === 'held' ? { retryAfterMs: editPauseMs } : {};
  return refuse({ kind: 'notSent', cause: 'the question is not known yet', ...retry });
}

/** Nothing is asked of Discord now. */
function refuse(outcome: Outcome): Send {
  return async () => outcome;
}

async function prepareRename(changed: Delivery, parts: StepParts): Promise<Send> {
  const { threadName, results } = changed;
  const { thread } = results;
  // It was never opened, or opened by somebody else.
  if (thread === undefined || threadName === undefined)
    return refuse({ kind: 'needless', detail: 'no discussion of ours' });
  const name = await composeDiscussionName(changed, parts);
  return () => parts.publisher.renameThread(thread as ChannelId, threadName, name);
}

/** What is to be taken back may have landed although nobody has heard of it yet. */
async function findCard(changed: Delivery, change: Delivery, parts: StepParts): Promise<Finding> {
  const { message: id } = changed.results;
  if (id !== undefined) return { kind: 'found', id };
  return change.step === 'delete' && mayBePosted(changed) ? findPosted(changed, parts) : { kind: 'absent' };
}

/** Where a posted message stands, as the id of `done`: a forum post in its own thread, a direct message in the channel of that person. */
async function messageChannel(
  { targetKind, channelId }: Delivery,
  messageId: MessageId,
  { publisher }: StepParts,
): Promise<Outcome> {
  if (targetKind === 'direct') return publisher.openDirect(channelId as string as UserId);
  return { kind: 'done', id: targetKind === 'forum' ? messageId : channelId };
}
