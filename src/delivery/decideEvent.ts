// What is to be done so that Discord's event of a conference says what the record says. Pure; asked when it is planned and again
// when it leaves. Invariant: what a person changed, removed or made is theirs.

import type { ConferenceId, Instant } from '../domain/ids.ts';
import { type EventFacts, type GuildEvent, isLive, type KeptEvent } from '../domain/scheduledEvent.ts';

/** What the record asks for. */
export interface EventWish {
  readonly conferenceId: ConferenceId;
  /** Unset: no event at all, because the conference is gone, has no date or is none. */
  readonly facts?: EventFacts;
  readonly isCancelled: boolean;
  readonly changedAt: Instant;
}

export type EventDeed =
  | { readonly does: 'nothing' }
  | { readonly does: 'create'; readonly facts: EventFacts }
  /** @param shown what the record says then, with which the next change is compared */
  | {
      readonly does: 'change';
      readonly eventId: string;
      readonly changes: Partial<EventFacts>;
      readonly shown: EventFacts;
    }
  | { readonly does: 'cancel' | 'complete' | 'remove'; readonly eventId: string }
  /** It should be there and is not: whether it was deleted or cancelled has to be asked. */
  | { readonly does: 'look'; readonly eventId: string };

const minuteMs = 60_000;
/** Discord answers 500 to dates decades away, and takes none in the past. Milliseconds. */
export const farthestMs = 5 * 366 * 86_400_000;
/** An event that is going on already begins so much later, so that the request is not late. */
const soonMs = minuteMs;
/** What begins a little later than it was to has begun all the same. */
const smallDelayMs = 10 * minuteMs;

const nothing: EventDeed = { does: 'nothing' };

function isTooFar({ startsAt, endsAt }: EventFacts, now: Instant): boolean {
  return Math.max(startsAt, endsAt) > now + farthestMs;
}

/** Discord keeps whole seconds: what it shows is compared with what was sent. */
function soonAfter(now: Instant): Instant {
  return Math.ceil((now + soonMs) / 1000) * 1000;
}

export function decideEvent(
  wish: EventWish,
  kept: KeptEvent | undefined,
  events: readonly GuildEvent[],
  now: Instant,
): EventDeed {
  if (kept && isLeftAlone(kept, wish)) return nothing;
  const event = events.find(({ id }) => id === kept?.eventId);
  if (kept && event && isLive(event)) return decideLive(wish, kept, event, now);
  if (kept?.state === 'kept' && kept.eventId !== undefined && kept.shown && kept.shown.endsAt > now)
    return { does: 'look', eventId: kept.eventId };
  return decideNew(wish, now);
}

function isLeftAlone({ state, changedAt }: KeptEvent, wish: EventWish): boolean {
  if (state === 'removed' || state === 'adopted') return true;
  // What refused a change is taken away all the same once it is not wanted.
  return state === 'refused' && wish.facts !== undefined && wish.changedAt <= changedAt;
}

function decideNew({ facts, isCancelled }: EventWish, now: Instant): EventDeed {
  if (!facts || isCancelled || isTooFar(facts, now)) return nothing;
  if (facts.startsAt > now + soonMs) return { does: 'create', facts };
  const startsAt = soonAfter(now);
  return facts.endsAt > startsAt + soonMs ? { does: 'create', facts: { ...facts, startsAt } } : nothing;
}

function decideLive({ facts, isCancelled }: EventWish, kept: KeptEvent, event: GuildEvent, now: Instant): EventDeed {
  const { id: eventId } = event;
  const isActive = event.status === 'active';
  if (!facts || isTooFar(facts, now)) return { does: isActive ? 'complete' : 'remove', eventId };
  if (isCancelled) return { does: isActive ? 'complete' : 'cancel', eventId };
  if (facts.endsAt <= now) {
    // Discord ends by itself what has come to its end.
    if (event.endsAt <= now) return nothing;
    return { does: isActive ? 'complete' : 'remove', eventId };
  }
  const shown = kept.shown ?? event;
  // The start of what goes on cannot be changed; it is another event that is still to come.
  if (isActive && facts.startsAt > Math.max(now, shown.startsAt) + smallDelayMs) return { does: 'complete', eventId };
  return decideChange(withLiveStart(facts, shown, isActive, now), shown, event, now);
}

/** What has begun keeps its beginning; what was to come and is going on now begins soon. */
function withLiveStart(facts: EventFacts, shown: EventFacts, isActive: boolean, now: Instant): EventFacts {
  if (isActive) return { ...facts, startsAt: shown.startsAt };
  if (facts.startsAt > now + soonMs) return facts;
  return { ...facts, startsAt: Math.min(shown.startsAt, soonAfter(now)) };
}

/** Parts of an event that are changed together. */
const parts = [['name'], ['description'], ['location'], ['startsAt', 'endsAt']] as const;

function differs(part: (typeof parts)[number], one: EventFacts, other: EventFacts): boolean {
  return part.some((name) => !isAlike(one[name], other[name]));
}

/** True where it is what was written, but perhaps for its name. */
export function isAlikeButName(one: EventFacts, other: EventFacts): boolean {
  return parts.every((part) => part[0] === 'name' || !differs(part, one, other));
}

/** Only what differs from what the bot last wrote, and of that only what nobody else has changed since. The hours go together. */
function decideChange(wanted: EventFacts, shown: EventFacts, present: GuildEvent, now: Instant): EventDeed {
  const changes: Partial<EventFacts> = {};
  const written: Partial<EventFacts> = {};
  for (const part of parts) {
    if (!differs(part, wanted, shown)) continue;
    const isTheirs = differs(part, present, shown);
    const change = isTheirs ? movedAlong(part, wanted, shown, present) : wanted;
    if (change === undefined || (isTheirs && change.startsAt <= now + soonMs)) continue;
    for (const name of part) Object.assign(changes, { [name]: change[name] });
    for (const name of part) Object.assign(written, { [name]: wanted[name] });
  }
  if (Object.keys(changes).length === 0) return nothing;
  return { does: 'change', eventId: present.id, changes, shown: { ...shown, ...written } };
}

const halfDayMs = 43_200_000;

/** Hours that a person set on the old day are those of the new one, too; where a person chose another day, it is theirs. */
function movedAlong(
  part: (typeof parts)[number],
  wanted: EventFacts,
  shown: EventFacts,
  present: EventFacts,
): EventFacts | undefined {
  const move = wanted.startsAt - shown.startsAt;
  const isOnOldDay = Math.abs(present.startsAt - shown.startsAt) < halfDayMs;
  if (part[0] !== 'startsAt' || Math.abs(move) < halfDayMs || !isOnOldDay) return undefined;
  return { ...present, startsAt: present.startsAt + move, endsAt: present.endsAt + move };
}

/** Discord may set spaces and accents in its own way; that is nobody's change. */
function isAlike(one: string | Instant, other: string | Instant): boolean {
  const plain = (value: string | Instant) =>
    typeof value === 'string' ? value.normalize('NFC').replace(/\s+/g, ' ').trim() : value;
  return plain(one) === plain(other);
}
