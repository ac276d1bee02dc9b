// The request that brings Discord's own event of a conference to what the record says as it leaves: made, changed, ended, or found
// to be there already. Invariant: none is made before it was looked for.

import { decideEvent, type EventDeed, isAlikeButName } from '../delivery/decideEvent.ts';
import { type EventPayload, findAdoptable } from '../delivery/planScheduledEvents.ts';
import type { Delivery, Finding, Outcome } from '../domain/delivery.ts';
import type { ChannelId } from '../domain/ids.ts';
import { dayIn } from '../domain/moment.ts';
import {
  type EventFacts,
  type EventRecord,
  eventsKept,
  type GuildEvent,
  isLive,
  type KeptEvent,
} from '../domain/scheduledEvent.ts';
import { findWish } from './eventWishes.ts';
import { ended, type Prepared, request } from './prepared.ts';
import type { StepParts } from './stepParts.ts';

/** What begins hours apart is something else, though it has the name and the day. Milliseconds. */
const nearMs = 2 * 3_600_000;

interface Scene {
  readonly events: readonly GuildEvent[];
  readonly kept: readonly KeptEvent[];
  readonly own?: KeptEvent;
}

export async function prepareEvent(delivery: Delivery, parts: StepParts): Promise<Prepared> {
  const { guildId } = delivery;
  const { conferenceId, action } = payloadOf(delivery);
  const scene = await readScene(delivery, parts);
  if ('kind' in scene) return ended(scene);
  const { own, events } = scene;
  const present = events.find(({ id }) => id === own?.eventId);
  if (action === 'makeRoom' && own?.state === 'kept' && present?.status === 'scheduled')
    return prepareEnd(delivery, { does: 'remove', eventId: present.id }, own, parts);
  const deed = decideEvent(await findWish(guildId, conferenceId, parts), own, events, parts.clock.now());
  switch (deed.does) {
    case 'nothing':
      return ended({ kind: 'needless', detail: 'as it is to be' });
    case 'look':
      return ended(await explainAbsence(delivery, deed.eventId, parts));
    case 'create':
      return prepareCreate(delivery, deed.facts, scene, parts);
    case 'change': {
      const { eventId, changes, shown } = deed;
      const event: EventRecord = { state: 'kept', eventId, shown };
      return request(async () => recorded(await parts.guildEvents.change(guildId, eventId, changes), event));
    }
    case 'cancel':
    case 'complete':
    case 'remove':
      return prepareEnd(delivery, deed, own, parts);
  }
}

/** Looks for the event that a lost request may have made. What only changes one is made again when it has settled. */
export async function findEvent(delivery: Delivery, parts: StepParts): Promise<Finding> {
  const scene = await readScene(delivery, parts);
  // None is made without that list, and what refuses it ends or holds the row.
  if ('kind' in scene && scene.kind === 'refused') return { kind: 'absent' };
  if ('kind' in scene) return { kind: 'failed', cause: 'cause' in scene ? scene.cause : scene.kind };
  const { facts } = await findWish(delivery.guildId, payloadOf(delivery).conferenceId, parts);
  const found = scene.own?.eventId === undefined ? await adopt(delivery, facts, scene, parts) : undefined;
  return found ? { kind: 'found', ...found } : { kind: 'absent' };
}

function payloadOf({ payload }: Delivery): EventPayload {
  return payload as unknown as EventPayload;
}

async function readScene(delivery: Delivery, { guildEvents, keptEvents }: StepParts): Promise<Scene | Outcome> {
  const { guildId } = delivery;
  const listed = await guildEvents.list(guildId);
  if (listed.kind !== 'events') return listed;
  const kept = await keptEvents.list(guildId);
  const own = kept.find(({ conferenceId }) => conferenceId === payloadOf(delivery).conferenceId);
  return { events: listed.events, kept, ...(own ? { own } : {}) };
}

async function prepareCreate(delivery: Delivery, facts: EventFacts, scene: Scene, parts: StepParts): Promise<Prepared> {
  const { guildId, targetKind, steps } = delivery;
  const adopted = await adopt(delivery, facts, scene, parts);
  if (adopted) return ended({ kind: 'done', ...adopted });
  if (scene.events.filter(isLive).length >= eventsKept) return ended({ kind: 'needless', detail: 'no place' });
  // Known without a request that Discord counts as refused.
  const readiness = parts.guilds.checkChannel(guildId, guildId as string as ChannelId, ['CreateEvents']);
  if (readiness.kind === 'missing') return ended({ kind: 'refused', reason: 'missingPermissions', detail: 'known' });
  const send = async (): Promise<Outcome> => {
    const outcome = await parts.guildEvents.create(guildId, facts);
    if (outcome.kind === 'needless') return { kind: 'done', id: '', event: { state: 'full' } };
    return outcome.kind === 'done' ? recorded(outcome, { state: 'kept', eventId: outcome.id, shown: facts }) : outcome;
  };
  // Written down before it leaves: by its name and start it is found again, whatever the record says by then.
  return request(send, { targetKind, steps, event: { state: 'kept', shown: facts } });
}

async function adopt(
  delivery: Delivery,
  facts: EventFacts | undefined,
  { events, kept, own }: Scene,
  parts: StepParts,
) {
  const { timeZone } = await parts.settings.get(delivery.guildId);
  const conference = await parts.conferences.find(delivery.guildId, payloadOf(delivery).conferenceId);
  const isTimed = conference?.time?.kind === 'instants';
  const sent = own?.eventId === undefined ? own?.shown : undefined;
  const taken = new Set(kept.flatMap(({ eventId }) => eventId ?? []));
  const found = findAdoptable(
    events,
    [sent, facts].filter((wanted) => wanted !== undefined),
    taken,
    (one, other) => dayIn(one, timeZone) === dayIn(other, timeZone) && (!isTimed || Math.abs(one - other) <= nearMs),
  );
  const isFreeOwn = (event: GuildEvent) => event.isOwn && isLive(event) && !taken.has(event.id);
  const renamed = sent && events.find((event) => isFreeOwn(event) && isAlikeButName(event, sent));
  if (renamed && found?.isOwn !== true) {
    // Compared with what was sent from now on, so that it keeps the name that a person gave it.
    const event: EventRecord = { state: 'kept', eventId: renamed.id, shown: sent };
    return { id: renamed.id, event };
  }
  if (!found) return undefined;
  const { id, isOwn, status: _, ...shown } = found;
  const event: EventRecord = isOwn ? { state: 'kept', eventId: id, shown } : { state: 'adopted', eventId: id };
  return { id, event };
}

function prepareEnd(
  delivery: Delivery,
  { does, eventId }: Extract<EventDeed, { does: 'cancel' | 'complete' | 'remove' }>,
  own: KeptEvent | undefined,
  { guildEvents }: StepParts,
): Prepared {
  const shown = own?.shown ? { shown: own.shown } : {};
  const event: EventRecord = does === 'remove' ? { state: 'gone' } : { state: 'cancelled', eventId, ...shown };
  return request(async () => {
    const outcome = await guildEvents[does](delivery.guildId, eventId);
    // It is gone already, by an earlier request of ours that nobody heard of.
    if (does === 'remove' && outcome.kind === 'removed') return { kind: 'done', id: eventId, event };
    return recorded(outcome, event);
  });
}

function recorded(outcome: Outcome, event: EventRecord): Outcome {
  return outcome.kind === 'done' ? { ...outcome, event } : outcome;
}

/** It is not among those to come. A person deleted or ended it, unless this row has. */
async function explainAbsence(delivery: Delivery, eventId: string, { guildEvents }: StepParts): Promise<Outcome> {
  const { action } = payloadOf(delivery);
  const asked = await guildEvents.find(delivery.guildId, eventId);
  if (asked.kind === 'removed' && (action === 'remove' || action === 'makeRoom'))
    return { kind: 'done', id: eventId, event: { state: 'gone' } };
  if (asked.kind === 'removed' && action === 'cancel')
    return { kind: 'done', id: eventId, event: { state: 'cancelled', eventId } };
  if (asked.kind !== 'event') return asked;
  // Listed a moment too early.
  if (isLive(asked.event)) return { kind: 'notSent', cause: 'lists differ' };
  const isOurDoing = action === 'cancel';
  return { kind: 'done', id: eventId, event: { state: isOurDoing ? 'cancelled' : 'removed', eventId } };
}
