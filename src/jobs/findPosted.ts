// Looks for what the last request of a delivery's step may have posted.

import { isRepeatable } from '../delivery/repeatable.ts';
import { type Delivery, type Finding, markerOf } from '../domain/delivery.ts';
import type { ChannelId, MessageId, UserId } from '../domain/ids.ts';
import { composeDiscussionName } from './composeMessage.ts';
import { findEvent } from './prepareEvent.ts';
import type { StepParts } from './stepParts.ts';

export async function findPosted(delivery: Delivery, parts: StepParts): Promise<Finding> {
  const { publisher, clock } = parts;
  const { step, id, guildId, channelId, targetKind, results } = delivery;
  const marker = markerOf(id, step);
  const since = delivery.stepBegunAt ?? clock.now();
  if (isRepeatable(step)) return { kind: 'absent' };
  if (step === 'event') return findEvent(delivery, parts);
  if (step === 'thread') return findDiscussion(delivery, parts);
  if (step === 'question')
    return publisher.findMessage({ channelId: (results.thread ?? channelId) as ChannelId, marker, since });
  if (targetKind === 'forum') {
    // What it was called when it left: its article may be called otherwise by now.
    const name = delivery.threadName ?? (await composeDiscussionName(delivery, parts));
    return withOwnName(await publisher.findPost({ guildId, forumId: channelId, marker, name, since }), name);
  }
  if (targetKind !== 'direct') return publisher.findMessage({ channelId, marker, since });
  const direct = await publisher.openDirect(channelId as string as UserId);
  // Who takes no messages is told to whoever asks to send, next.
  if (direct.kind === 'impossible' || direct.kind === 'refused') return { kind: 'absent' };
  if (direct.kind !== 'done') return { kind: 'failed', cause: direct.kind };
  return publisher.findMessage({ channelId: direct.id as ChannelId, marker, since, isDirect: true });
}

async function findDiscussion(delivery: Delivery, parts: StepParts): Promise<Finding> {
  const { channelId, results } = delivery;
  const finding = await parts.publisher.findThread(channelId, results.message as MessageId);
  return withOwnName(finding, await composeDiscussionName(delivery, parts));
}

/** A discussion by another name was opened, or renamed, by a person: it is taken, and its name is left alone. */
function withOwnName(finding: Finding, name: string): Finding {
  if (finding.kind !== 'found' || finding.threadName === name) return finding;
  const { threadName: _, ...found } = finding;
  return found;
}
