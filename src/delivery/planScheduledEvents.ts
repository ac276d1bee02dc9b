// Which of a guild's conferences become Discord's own events, and what changes in those that are: the nearest first, since Discord
// takes a hundred. Rows say what to look at; what is done is decided anew when they leave.

import type { NewDelivery } from '../domain/delivery.ts';
import type { ChannelId, ConferenceId, GuildId, Instant } from '../domain/ids.ts';
import { eventsKept, type GuildEvent, isLive, type KeptEvent } from '../domain/scheduledEvent.ts';
import { decideEvent, type EventDeed, type EventWish } from './decideEvent.ts';

/** makeRoom: it goes although it is wanted, because a nearer one needs its place. */
export interface EventPayload {
  readonly conferenceId: ConferenceId;
  readonly action: 'create' | 'update' | 'cancel' | 'remove' | 'makeRoom';
}

export interface EventScene {
  readonly guildId: GuildId;
  /** Of all conferences that are still to come, and of all that have an event of ours. */
  readonly wishes: readonly EventWish[];
  readonly kept: readonly KeptEvent[];
  /** All that Discord has in the guild, those of people among them. */
  readonly events: readonly GuildEvent[];
  /** Conferences with a row that has not come to its end. */
  readonly waiting: ReadonlySet<ConferenceId>;
  readonly now: Instant;
}

/** Discord said lately that there is no place for another: believed for so long. Milliseconds. */
const fullForMs = 3_600_000;

const actions: Readonly<Record<Exclude<EventDeed['does'], 'nothing'>, EventPayload['action']>> = {
  create: 'create',
  change: 'update',
  look: 'update',
  cancel: 'cancel',
  complete: 'cancel',
  remove: 'remove',
};

interface Candidate {
  readonly wish: EventWish;
  readonly deed: EventDeed;
  readonly startsAt: Instant;
  /** Ours, and in one of Discord's places. */
  readonly event?: GuildEvent;
}

export function planScheduledEvents(scene: EventScene): NewDelivery[] {
  const candidates = listCandidates(scene);
  const ends = candidates.filter(({ deed }) => actionOf(deed) === 'cancel' || deed.does === 'remove');
  const stays = candidates.filter((one) => !ends.includes(one) && (one.event || one.deed.does === 'create'));
  const live = scene.events.filter(isLive).length;
  const capacity = hasNoPlace(scene) ? Math.min(eventsKept, live) : eventsKept;
  const theirs = live - candidates.filter(({ event }) => event).length;
  const nearest = stays
    .sort((one, other) => one.startsAt - other.startsAt || one.wish.conferenceId - other.wish.conferenceId)
    .slice(0, Math.max(0, capacity - theirs));
  const missing = nearest.filter(({ event }) => !event);
  const free = capacity - live + ends.filter(({ event }) => event).length;
  const lacking = missing.length > 0 ? missing.length - free : 0;
  const movable = stays.filter((one) => one.event?.status === 'scheduled' && !nearest.includes(one));
  const makingRoom = lacking > 0 ? movable.slice(-lacking) : [];
  const creates = missing.slice(0, Math.max(0, free + makingRoom.length));
  const changes = stays.filter(({ event, deed }) => event && deed.does === 'change');
  const looks = candidates.filter(({ deed }) => deed.does === 'look');
  return [
    ...[...ends, ...looks].map((one) => toRow(one, scene)),
    ...makingRoom.map((one) => toRow(one, scene, 'makeRoom')),
    ...[...changes.filter((one) => !makingRoom.includes(one)), ...creates].map((one) => toRow(one, scene)),
  ].flatMap(({ conferenceId, row }) => (scene.waiting.has(conferenceId) ? [] : [row]));
}

function listCandidates({ wishes, kept, events, now }: EventScene): Candidate[] {
  const keptOf = new Map(kept.map((one) => [one.conferenceId, one]));
  return wishes.map((wish) => {
    const known = keptOf.get(wish.conferenceId);
    const isOurs = known?.state !== 'adopted';
    const event = events.find((one) => isOurs && one.id === known?.eventId && isLive(one));
    const deed = decideEvent(wish, known, events, now);
    const startsAt = wish.facts?.startsAt ?? now;
    return { wish, deed, startsAt, ...(event ? { event } : {}) };
  });
}

function hasNoPlace({ kept, now }: EventScene): boolean {
  return kept.some(({ state, changedAt }) => state === 'full' && now - changedAt < fullForMs);
}

function actionOf(deed: EventDeed): EventPayload['action'] | undefined {
  return deed.does === 'nothing' ? undefined : actions[deed.does];
}

function toRow({ wish, deed }: Candidate, { guildId, now }: EventScene, action = actionOf(deed) ?? 'update') {
  const { conferenceId, facts } = wish;
  const payload: EventPayload = { conferenceId, action };
  const row: NewDelivery = {
    guildId,
    // A route of its own: events wait for no channel, and no channel waits for them.
    channelId: guildId as string as ChannelId,
    targetKind: 'text',
    purpose: 'event',
    steps: ['event'],
    payload: { ...payload },
    dedupeKey: `event:${conferenceId}`,
    orderedAt: now,
    // One that is gone cannot be named.
    ...(facts ? { conferenceId } : {}),
  };
  return { conferenceId, row };
}

/** What Discord will show if nobody changed anything: tells without a request whether there is anything to do. */
export function assumeUnchanged(kept: readonly KeptEvent[], now: Instant): GuildEvent[] {
  return kept.flatMap(({ eventId, shown, state }) => {
    if (eventId === undefined || !shown || state !== 'kept' || shown.endsAt <= now) return [];
    return [{ ...shown, id: eventId, isOwn: true, status: shown.startsAt > now ? 'scheduled' : 'active' } as const];
  });
}

/**
 * An event that is this conference's already: ours, made by a request whose answer was lost, or a person's of that name and day.
 *
 * @param wanted what it is, or was when it was sent, called, and when it begins
 * @param isSameTime whether two beginnings may be those of one event
 */
export function findAdoptable(
  events: readonly GuildEvent[],
  wanted: readonly Pick<GuildEvent, 'name' | 'startsAt'>[],
  taken: ReadonlySet<string>,
  isSameTime: (one: Instant, other: Instant) => boolean,
): GuildEvent | undefined {
  const free = events.filter((event) => isLive(event) && !taken.has(event.id));
  const own = free.find(
    (event) => event.isOwn && wanted.some(({ name, startsAt }) => event.name === name && event.startsAt === startsAt),
  );
  const named = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  const isSame = (event: GuildEvent) =>
    wanted.some(({ name, startsAt }) => named(name) === named(event.name) && isSameTime(startsAt, event.startsAt));
  return own ?? free.find((event) => !event.isOwn && isSame(event));
}
