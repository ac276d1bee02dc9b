// The request that changes what another delivery posted: its words, the name of its discussion, or its being there at all.

import type { EditPayload } from '../delivery/planEdits.ts';
import { type Delivery, mayBePosted, type Outcome } from '../domain/delivery.ts';
import type { ChannelId, MessageId, UserId } from '../domain/ids.ts';
import { composeDiscussionName, composeMessage } from './composeMessage.ts';
import { findPosted } from './findPosted.ts';
import type { StepParts } from './stepParts.ts';

/** @returns undefined where nothing of it was posted */
export async function prepareChange(change: Delivery, parts: StepParts): Promise<(() => Promise<Outcome>) | undefined> {
  const { publisher, outbox } = parts;
  const { editsId } = change.payload as unknown as EditPayload;
  const changed = await outbox.find(editsId);
  const messageId = changed && (await findMessageId(changed, change, parts));
  if (!changed || messageId === undefined) return undefined;
  if (change.step === 'rename') return prepareRename(changed, parts);
  const channelId = await messageChannel(changed, messageId, parts);
  if (change.step === 'delete') return () => publisher.deleteMessage(channelId, messageId);
  const view = await composeMessage(change, parts);
  return view && (() => publisher.editMessage(channelId, messageId, view));
}

async function prepareRename(changed: Delivery, parts: StepParts): Promise<() => Promise<Outcome>> {
  const { threadName, results } = changed;
  const { thread } = results;
  // It was never opened, or opened by somebody else.
  if (thread === undefined || threadName === undefined)
    return async () => ({ kind: 'needless', detail: 'no discussion of ours' });
  const name = await composeDiscussionName(changed, parts);
  return () => parts.publisher.renameThread(thread as ChannelId, threadName, name);
}

/** What is to be taken back may have landed although nobody has heard of it yet. */
async function findMessageId(changed: Delivery, change: Delivery, parts: StepParts) {
  if (changed.results.message !== undefined) return changed.results.message as MessageId;
  if (change.step !== 'delete' || !mayBePosted(changed)) return undefined;
  const finding = await findPosted(changed, parts);
  return finding.kind === 'found' ? (finding.id as MessageId) : undefined;
}

/** Where a posted message stands: a forum post in its own thread, a direct message in the channel of that person. */
async function messageChannel({ targetKind, channelId }: Delivery, messageId: MessageId, { publisher }: StepParts) {
  if (targetKind === 'forum') return messageId as string as ChannelId;
  if (targetKind !== 'direct') return channelId;
  const direct = await publisher.openDirect(channelId as string as UserId);
  return (direct.kind === 'done' ? direct.id : channelId) as ChannelId;
}
