// The request of a delivery's next step: everything that can fail before it leaves is done here, so that a row is only marked
// as being sent when it is sent.

import { chooseTags } from '../delivery/chooseTags.ts';
import { crosspostTurn, hourMs } from '../delivery/crosspostTurn.ts';
import { fitSteps } from '../delivery/fitSteps.ts';
import { nonceOf } from '../delivery/nonce.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { ChannelId, MessageId, UserId } from '../domain/ids.ts';
import type { Place } from '../domain/place.ts';
import {
  awaitsQuestion,
  composeDiscussionName,
  composeMessage,
  composeQuestion,
  composeTags,
} from './composeMessage.ts';
import { prepareChange } from './prepareChange.ts';
import { ended, type Prepared, request } from './prepared.ts';
import { prepareEvent } from './prepareEvent.ts';
import type { StepParts } from './stepParts.ts';

/** A question that is being written is looked for this often. Milliseconds. */
const thinkingMs = 2_000;

export async function prepareStep(delivery: Delivery, parts: StepParts): Promise<Prepared> {
  switch (delivery.step) {
    case 'message':
      return prepareMessage(delivery, parts);
    case 'question':
      return prepareQuestion(delivery, parts);
    case 'thread':
      return prepareThread(delivery, parts);
    case 'crosspost':
      return prepareCrosspost(delivery, parts);
    case 'event':
      return prepareEvent(delivery, parts);
    case 'edit':
    case 'rename':
    case 'delete': {
      const send = await prepareChange(delivery, parts);
      return send ? request(send) : ended({ kind: 'moot' });
    }
  }
}

async function prepareMessage(delivery: Delivery, parts: StepParts): Promise<Prepared> {
  const { publisher } = parts;
  const view = await composeMessage(delivery, parts);
  if (!view) return ended({ kind: 'moot' });
  const nonce = nonceOf(delivery.id, delivery.step);
  if (delivery.targetKind === 'direct') {
    const direct = await publisher.openDirect(delivery.channelId as string as UserId);
    if (direct.kind !== 'done') return ended(direct.kind === 'unknown' ? { ...direct, kind: 'notSent' } : direct);
    return request(() => publisher.sendMessage(direct.id as ChannelId, view, nonce));
  }
  const described = await publisher.describePlace(delivery.channelId, delivery.attempt > 0);
  if (described.kind !== 'place') return ended(described);
  const { place } = described;
  const fitting = { targetKind: place.kind, steps: fitSteps(delivery, place.kind) };
  if (place.kind !== 'forum') return request(() => publisher.sendMessage(delivery.channelId, view, nonce), fitting);
  const tagIds = chooseTags(await composeTags(delivery, parts), place);
  if (!tagIds) return ended({ kind: 'refused', reason: 'tagNeeded', detail: 'no tag the bot may set' });
  const heading = { ...(await headingOf(delivery, place, parts)), tagIds };
  const named = { ...fitting, threadName: heading.name };
  return request(() => publisher.createPost(delivery.channelId, view, heading), named);
}

async function prepareQuestion(delivery: Delivery, parts: StepParts): Promise<Prepared> {
  const threadId = delivery.results.thread as ChannelId | undefined;
  if (threadId === undefined) return ended({ kind: 'needless', detail: 'no discussion' });
  if (await awaitsQuestion(delivery, parts))
    return ended({ kind: 'notSent', cause: 'thinking', retryAfterMs: thinkingMs });
  const view = await composeQuestion(delivery, parts);
  return request(() => parts.publisher.sendMessage(threadId, view, nonceOf(delivery.id, delivery.step)));
}

async function prepareThread(delivery: Delivery, parts: StepParts): Promise<Prepared> {
  const { publisher } = parts;
  const described = await publisher.describePlace(delivery.channelId, false);
  if (described.kind !== 'place') return ended(described);
  const heading = await headingOf(delivery, described.place, parts);
  return request(() => publisher.openThread(delivery.channelId, messageOf(delivery), heading));
}

/** Discord lets a channel publish a few messages an hour; the next one waits for its turn instead of being refused. */
async function prepareCrosspost(delivery: Delivery, { publisher, outbox, clock }: StepParts): Promise<Prepared> {
  const now = clock.now();
  const turnAt = crosspostTurn(await outbox.listCrossposts(delivery.channelId, now - hourMs), now);
  if (turnAt > now) return ended({ kind: 'notSent', cause: 'published often', retryAfterMs: turnAt - now });
  return request(() => publisher.crosspost(delivery.channelId, messageOf(delivery)));
}

async function headingOf(delivery: Delivery, { archiveAfterMinutes }: Place, parts: StepParts) {
  const name = await composeDiscussionName(delivery, parts);
  return { name, ...(archiveAfterMinutes === undefined ? {} : { archiveAfterMinutes }) };
}

function messageOf(delivery: Delivery): MessageId {
  const id = delivery.results.message;
  if (id === undefined) throw new Error(`delivery ${delivery.id} has no message yet`);
  return id as MessageId;
}
