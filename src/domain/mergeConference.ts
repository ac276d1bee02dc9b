// A claim meets the record of a conference: what it adds, what it changes, and what nobody may decide but the moderators.
// Invariant: a date that members were told changes only by the source that gave it, by a better one, or by a person.

import { isDeepStrictEqual } from 'node:util';
import {
  type Conference,
  type ConferenceFacts,
  type Evidence,
  type FactName,
  factsOf,
  type Milestone,
  type MilestoneKind,
  origins,
} from './conference.ts';
import type { ConferenceClaim } from './conferenceClaim.ts';
import type { Doubt } from './conferenceFinding.ts';
import { dueDay, firstDay } from './moment.ts';

export type MergedFacts = ConferenceFacts & Pick<Conference, 'evidence'>;

export interface Merged {
  /** The record as it may be shown; what is asked about is not in it. */
  readonly facts: MergedFacts;
  readonly isChanged: boolean;
  /** Why the moderators are asked before more of the claim is believed; unset: nothing is to be asked. */
  readonly asks?: readonly Doubt[];
  /** What they are asked about, where it is not the claim as it was made. */
  readonly about?: ConferenceClaim;
}

type Known = Pick<Conference, 'standing' | keyof MergedFacts>;

const plainNames = ['title', 'status', 'place', 'url', 'description'] as const;

/** Of a conference nobody knew. */
export function factsOfClaim(claim: ConferenceClaim): MergedFacts {
  const names: FactName[] = [
    ...plainNames.filter((name) => claim.facts[name] !== undefined),
    ...(claim.facts.time ? (['time'] as const) : []),
    ...claim.facts.milestones.map(({ kind }) => kind),
  ];
  return { ...claim.facts, evidence: Object.fromEntries(names.map((name) => [name, evidenceOf(claim, name)])) };
}

export function mergeClaim(record: Known, claim: ConferenceClaim): Merged {
  if (record.standing === 'dismissed' && claim.origin !== 'moderator') return unchanged(record);
  // Nobody has been told anything yet: the newest claim is asked about, or, if it is sure, believed.
  if (record.standing === 'asking') {
    const facts = factsOfClaim(claim);
    return { facts, isChanged: !sameFacts(record, facts), ...(claim.needsConfirmation ? { asks: claim.doubts } : {}) };
  }
  const contested = contradictions(record, claim);
  if (contested) return { ...unchanged(record), asks: [...new Set([...claim.doubts, ...contested])] };
  if (doubtsThatItTakesPlace(record, claim)) {
    const status = 'cancelled';
    return { ...unchanged(record), asks: claim.doubts, about: { ...claim, facts: { ...factsOf(record), status } } };
  }
  const facts = absorb(record, claim);
  return { facts, isChanged: !sameFacts(record, facts) };
}

/** Why an event may not take place on its day, though no other day is told. */
export const doubtsOfFate: readonly Doubt[] = ['maybeCancelled', 'maybePostponed'];

/** It says of the days that are known that they may not be right any more. */
function doubtsThatItTakesPlace({ status }: Known, { doubts }: ConferenceClaim): boolean {
  return status !== 'cancelled' && doubts.some((doubt) => doubtsOfFate.includes(doubt));
}

/** Why nothing of the claim may be believed without a person; unset: it may. */
function contradictions(record: Known, claim: ConferenceClaim): Doubt[] | undefined {
  const { facts, needsConfirmation } = claim;
  const isCancelling = facts.status === 'cancelled' && record.status !== 'cancelled';
  const mayCancel = !needsConfirmation && mayReplace(record.evidence.status, claim);
  const doubts: (Doubt | undefined)[] = [
    contestTime(record, claim),
    isCancelling && !mayCancel ? 'maybeCancelled' : undefined,
    ...kindsOf(facts.milestones).map((kind) => contestMilestone(kind, record, claim)),
  ];
  const found = doubts.filter((doubt) => doubt !== undefined);
  return found.length > 0 ? found : undefined;
}

function contestTime(record: Known, claim: ConferenceClaim): Doubt | undefined {
  const { time } = claim.facts;
  if (!time || isDeepStrictEqual(record.time, time)) return undefined;
  if (claim.needsConfirmation) return record.time ? 'datesDiffer' : 'roleUnsure';
  if (!record.time || isAnnouncedMove(record, claim)) return undefined;
  if (repeatsOld(record, claim)) return 'datesDiffer';
  return isFiner(record, claim.facts) || mayReplace(record.evidence.time, claim) ? undefined : 'datesDiffer';
}

function contestMilestone(kind: MilestoneKind, record: Known, claim: ConferenceClaim): Doubt | undefined {
  const [known] = ofKind(record.milestones, kind);
  const [main] = ofKind(claim.facts.milestones, kind);
  if (!main || isDeepStrictEqual(known?.due, main.due)) return undefined;
  if (claim.needsConfirmation) return known ? 'datesDiffer' : 'roleUnsure';
  if (!known || isAnnouncedExtension(kind, record, claim)) return undefined;
  const evidence = record.evidence[kind];
  const isOld =
    known.previousOn === dueDay(main.due) && evidence?.source !== claim.source && claim.origin !== 'moderator';
  return !isOld && mayReplace(evidence, claim) ? undefined : 'datesDiffer';
}

/** The claim itself names the day that is known, and no moderator has said that day. */
function isAnnouncedMove({ time, evidence }: Known, { movedFrom }: ConferenceClaim): boolean {
  return time !== undefined && firstDay(time) === movedFrom && evidence.time?.origin !== 'moderator';
}

function isAnnouncedExtension(kind: MilestoneKind, record: Known, { facts }: ConferenceClaim): boolean {
  const [known] = ofKind(record.milestones, kind);
  const [main] = ofKind(facts.milestones, kind);
  return isExtension(main, known) && record.evidence[kind]?.origin !== 'moderator';
}

/** Another source that has not heard of a move. */
function repeatsOld({ evidence }: Known, { facts: { time }, source, origin }: ConferenceClaim): boolean {
  const movedFrom = evidence.time?.movedFrom;
  if (!time || movedFrom === undefined || origin === 'moderator') return false;
  return firstDay(time) === movedFrom && evidence.time?.source !== source;
}

/** The same day with its clock time is no other date. */
function isFiner({ time: known }: Known, { time }: ConferenceFacts): boolean {
  return known?.kind === 'days' && time?.kind === 'instants' && firstDay(time) === known.startsOn;
}

function mayReplace(evidence: Evidence | undefined, claim: ConferenceClaim): boolean {
  if (evidence === undefined || evidence.source === claim.source) return true;
  return origins.indexOf(claim.origin) > origins.indexOf(evidence.origin);
}

function absorb(record: Known, claim: ConferenceClaim): MergedFacts {
  const { facts } = claim;
  const evidence = { ...record.evidence };
  const take = (name: FactName, isGiven: boolean) => {
    const isKnown = evidence[name] !== undefined;
    if (!isGiven || (isKnown && !mayReplace(evidence[name], claim))) return false;
    evidence[name] = evidenceOf(claim, name);
    return true;
  };
  const isMoved = isAnnouncedMove(record, claim);
  if (isMoved) delete evidence.time;
  const taken = plainNames.filter((name) => take(name, facts[name] !== undefined));
  const time = take('time', facts.time !== undefined) ? facts.time : record.time;
  const milestones = kindsOf([...record.milestones, ...facts.milestones]).flatMap((kind) => {
    const [known, claimed] = [ofKind(record.milestones, kind), ofKind(facts.milestones, kind)];
    if (isAnnouncedExtension(kind, record, claim)) delete evidence[kind];
    return take(kind, claimed.length > 0) ? claimed.map((one, place) => withPrevious(one, known[place])) : known;
  });
  if (isMoved && evidence.time && claim.movedFrom !== undefined) {
    evidence.time = { ...evidence.time, movedFrom: claim.movedFrom };
  }
  const plain = Object.fromEntries(taken.map((name) => [name, facts[name]]));
  const { standing: _, ...before } = record;
  return { ...before, ...plain, milestones, evidence, ...(time ? { time } : {}) };
}

function kindsOf(milestones: readonly Milestone[]): MilestoneKind[] {
  return [...new Set(milestones.map(({ kind }) => kind))];
}

function ofKind(milestones: readonly Milestone[], kind: MilestoneKind): Milestone[] {
  return milestones.filter((milestone) => milestone.kind === kind);
}

/** The claim itself names the day that is known. */
function isExtension(claimed: Milestone | undefined, known: Milestone | undefined): boolean {
  return known !== undefined && claimed?.previousOn === dueDay(known.due);
}

/** A deadline that moved keeps the day it had, whoever moved it. */
function withPrevious(milestone: Milestone, before: Milestone | undefined): Milestone {
  if (!before || milestone.previousOn !== undefined) return milestone;
  const previousOn = dueDay(before.due) === dueDay(milestone.due) ? before.previousOn : dueDay(before.due);
  return previousOn === undefined ? milestone : { ...milestone, previousOn };
}

function evidenceOf({ origin, source, quotes, confidence }: ConferenceClaim, name: FactName): Evidence {
  const quote = quotes[name];
  return { origin, source, confidence, ...(quote === undefined ? {} : { quote }) };
}

function unchanged({ standing: _, ...facts }: Known): Merged {
  return { facts, isChanged: false };
}

export function sameFacts(one: ConferenceFacts, other: ConferenceFacts): boolean {
  return (
    isDeepStrictEqual(one.time, other.time) &&
    isDeepStrictEqual(one.milestones, other.milestones) &&
    plainNames.every((name) => one[name] === other[name])
  );
}
