// A claim meets the record of a conference: what it adds, what it changes, and what nobody may decide but the moderators.
// Invariant: a date that members were told changes only by the source that gave it, by a better one, or by a person.

import { isDeepStrictEqual } from 'node:util';
import {
  type Conference,
  type ConferenceFacts,
  type Evidence,
  type FactName,
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
    const asks = claim.needsConfirmation ? { asks: claim.doubts } : {};
    return { facts: factsOfClaim(claim), isChanged: true, ...asks };
  }
  const contested = contradictions(record, claim);
  if (contested.length > 0) return { ...unchanged(record), asks: [...new Set([...claim.doubts, ...contested])] };
  const facts = absorb(record, claim);
  return { facts, isChanged: !sameFacts(record, facts) };
}

/** What of the claim may not be believed without a person. */
function contradictions(record: Known, claim: ConferenceClaim): Doubt[] {
  const { facts } = claim;
  const differs = (name: FactName, isOther: boolean) =>
    isOther && (claim.needsConfirmation || !mayReplace(record.evidence[name], claim));
  const isMoved = facts.time !== undefined && record.time !== undefined && !isDeepStrictEqual(record.time, facts.time);
  const isAnnounced = claim.movedFrom !== undefined && record.time && firstDay(record.time) === claim.movedFrom;
  const doubts: Doubt[] = [];
  if (differs('time', isMoved && !isAnnounced && !isFiner(record, facts))) doubts.push('datesDiffer');
  if (differs('status', facts.status === 'cancelled' && record.status !== 'cancelled')) doubts.push('maybeCancelled');
  for (const kind of kindsOf(facts.milestones)) {
    const [known] = ofKind(record.milestones, kind);
    const [main] = ofKind(facts.milestones, kind);
    const isOther = known !== undefined && !isDeepStrictEqual(known.due, main?.due) && !isExtension(main, known);
    if (differs(kind, isOther)) doubts.push('datesDiffer');
  }
  return doubts;
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
  const isMoved = claim.movedFrom !== undefined && facts.time !== undefined;
  if (isMoved) delete evidence.time;
  const taken = plainNames.filter((name) => take(name, facts[name] !== undefined));
  const time = take('time', facts.time !== undefined) ? facts.time : record.time;
  const milestones = kindsOf([...record.milestones, ...facts.milestones]).flatMap((kind) => {
    const [known, claimed] = [ofKind(record.milestones, kind), ofKind(facts.milestones, kind)];
    if (isExtension(claimed[0], known[0])) delete evidence[kind];
    return take(kind, claimed.length > 0) ? claimed.map((one, place) => withPrevious(one, known[place])) : known;
  });
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
