// Brings the outbox to Discord: claim, do the next step, record what came of it. Nothing is ever sent by another way.
// What to do after each step is decided by delivery/; what to say is composed from views/.

import { randomUUID } from 'node:crypto';
import type { PassCheckpoint } from '../delivery/checkpoints.ts';
import { decideAfterLook } from '../delivery/decideAfterLook.ts';
import { type Circumstances, decideAfterStep } from '../delivery/decideAfterStep.ts';
import { nonceOf } from '../delivery/nonce.ts';
import { planHeldAlert } from '../delivery/planHeldAlert.ts';
import type { Delivery, Finding, Outcome, Transition } from '../domain/delivery.ts';
import type { ChannelId, MessageId } from '../domain/ids.ts';
import { type Permission, permissionsToPost } from '../domain/permission.ts';
import type { Timing } from '../domain/timing.ts';
import type { Log } from '../kit/log.ts';
import type { MessageView } from '../kit/message.ts';
import type { Clock } from '../ports/clock.ts';
import type { Guilds } from '../ports/guilds.ts';
import type { Publisher } from '../ports/publisher.ts';
import { type ComposePorts, composeMessage, composeThreadName, findEdited } from './composeMessage.ts';

/** Rows worked on at the same time, each in a channel of its own. */
const claimLimit = 20;

export interface DeliverParts extends ComposePorts {
  readonly publisher: Publisher<MessageView>;
  readonly guilds: Guilds;
  readonly clock: Clock;
  readonly timing: Timing;
  readonly log: Log;
  readonly passCheckpoint: PassCheckpoint;
}

/** @returns the job: works until nothing is due, resolves with the number of steps taken */
export function createDeliver(parts: DeliverParts): () => Promise<number> {
  const owner = randomUUID();
  return async () => {
    let steps = 0;
    for (;;) {
      const claim = { owner, now: parts.clock.now(), leaseMs: parts.timing.leaseMs, limit: claimLimit };
      const claimed = await parts.outbox.claimDue(claim);
      if (claimed.length === 0) return steps;
      await Promise.all(claimed.map((delivery) => advance(delivery, owner, parts)));
      steps += claimed.length;
    }
  };
}

async function advance(delivery: Delivery, owner: string, parts: DeliverParts): Promise<void> {
  const startedAt = performance.now();
  parts.passCheckpoint(`${delivery.step}:claimed`);
  try {
    const transition = delivery.state === 'unknown' ? await look(delivery, parts) : await send(delivery, owner, parts);
    if (!transition) return;
    const { row, decided } = transition;
    await parts.outbox.record(row, owner, decided, parts.clock.now());
    parts.passCheckpoint(`${delivery.step}:recorded`);
    if (decided.to === 'held') await tellModerators(row, decided, parts);
    const { id, step, purpose, guildId, attempt } = row;
    const durationMs = Math.round(performance.now() - startedAt);
    parts.log.info('delivery.advanced', {
      deliveryId: id,
      guildId,
      purpose,
      step,
      attempt,
      outcome: decided.to,
      durationMs,
    });
  } catch (error) {
    // The lease runs out and the row is taken up again: a defect or a full disk delays a delivery but never loses it.
    parts.log.error('job.failed', { job: 'deliver', deliveryId: delivery.id, err: error });
  }
}

interface Decided {
  readonly row: Delivery;
  readonly decided: Transition;
}

async function send(delivery: Delivery, owner: string, parts: DeliverParts): Promise<Decided | undefined> {
  const request = await prepare(delivery, parts);
  const row = await parts.outbox.markSending(delivery, owner, parts.clock.now());
  if (!row) return undefined;
  parts.passCheckpoint(`${delivery.step}:marked`);
  const outcome = await request();
  parts.passCheckpoint(`${delivery.step}:answered`);
  return { row, decided: decideAfterStep(row, outcome, circumstances(row, parts)) };
}

async function look(delivery: Delivery, parts: DeliverParts): Promise<Decided> {
  const finding = await find(delivery, parts.publisher, parts.clock.now());
  parts.passCheckpoint(`${delivery.step}:looked`);
  return { row: delivery, decided: decideAfterLook(delivery, finding, circumstances(delivery, parts)) };
}

/** Everything that can fail before the request leaves is done here, so that a row is only marked when it is sent. */
async function prepare(delivery: Delivery, parts: DeliverParts): Promise<() => Promise<Outcome>> {
  const { publisher } = parts;
  if (delivery.step === 'thread') {
    const name = await composeThreadName(delivery, parts.articles);
    return () => publisher.openThread(delivery.channelId, messageOf(delivery), name);
  }
  const view = await composeMessage(delivery, parts);
  if (!view) return async () => ({ kind: 'moot' });
  if (delivery.step === 'edit') return prepareEdit(delivery, view, parts);
  return () => publisher.sendMessage(placeOf(delivery), view, nonceOf(delivery.id, delivery.step));
}

async function prepareEdit(delivery: Delivery, view: MessageView, { outbox, publisher }: DeliverParts) {
  const edited = await findEdited(delivery, outbox);
  const messageId = edited?.results.message as MessageId | undefined;
  return async (): Promise<Outcome> =>
    messageId === undefined ? { kind: 'moot' } : publisher.editMessage(delivery.channelId, messageId, view);
}

function find(delivery: Delivery, publisher: Publisher<MessageView>, now: number): Promise<Finding> {
  // Nothing is looked for: an edit is simply made again.
  if (delivery.step === 'edit') return Promise.resolve({ kind: 'absent' });
  return delivery.step === 'thread'
    ? publisher.findThread(delivery.channelId, messageOf(delivery))
    : publisher.findMessage(placeOf(delivery), delivery.id, delivery.stepBegunAt ?? now);
}

function placeOf(delivery: Delivery): ChannelId {
  const threadId = delivery.results.thread;
  return delivery.step === 'question' && threadId !== undefined ? (threadId as ChannelId) : delivery.channelId;
}

function messageOf(delivery: Delivery): MessageId {
  const id = delivery.results.message;
  if (id === undefined) throw new Error(`delivery ${delivery.id} has no message yet`);
  return id as MessageId;
}

function circumstances(delivery: Delivery, { guilds, clock, timing }: DeliverParts): Circumstances {
  return { now: clock.now(), timing, random: Math.random, missing: findMissing(delivery, guilds) };
}

/** What the bot lacks in the channel of a delivery, as far as Discord has told. */
export function findMissing(delivery: Delivery, guilds: Guilds): readonly Permission[] {
  const needed = permissionsToPost(delivery.steps.includes('thread'));
  const readiness = guilds.checkChannel(delivery.guildId, delivery.channelId, needed);
  return readiness.kind === 'missing' ? readiness.permissions : [];
}

async function tellModerators(row: Delivery, held: Transition & { to: 'held' }, parts: DeliverParts): Promise<void> {
  const { reason, missing } = held;
  parts.log.warn('delivery.held', { deliveryId: row.id, guildId: row.guildId, channelId: row.channelId, reason });
  const settings = await parts.settings.get(row.guildId);
  const alert = planHeldAlert(row, { channelId: row.channelId, reason, missing }, settings, parts.clock.now());
  if (alert) await parts.outbox.add([alert], parts.clock.now());
}
