// One step of one delivery: prepare, mark, send, record; or, where the last request may have landed, look for it first.
// What to do after each step is decided by delivery/; what to say is composed from views/.

import type { Attempts } from '../delivery/attempts.ts';
import type { PassCheckpoint } from '../delivery/checkpoints.ts';
import { decideAfterLook, isTakenBack, mustBeLookedFor, withoutTraces } from '../delivery/decideAfterLook.ts';
import { type Circumstances, decideAfterStep } from '../delivery/decideAfterStep.ts';
import { isTooLate } from '../delivery/isTooLate.ts';
import { planAlerts } from '../delivery/planAlerts.ts';
import { planRecovery } from '../delivery/planEdits.ts';
import { giveUpDiscussion } from '../delivery/planReminder.ts';
import type { RouteHealth } from '../delivery/routeHealth.ts';
import { type Delivery, type Finding, type Outcome, permissionsFor, type Transition } from '../domain/delivery.ts';
import type { Permission } from '../domain/permission.ts';
import type { Timing } from '../domain/timing.ts';
import type { Log } from '../kit/log.ts';
import type { Guilds } from '../ports/guilds.ts';
import type { Metrics } from '../ports/metrics.ts';
import { fallBackReminder } from './fallBackReminder.ts';
import { findPosted } from './findPosted.ts';
import { fitToPlace } from './fitToPlace.ts';
import { isDefect } from './isDefect.ts';
import type { Prepared } from './prepared.ts';
import { prepareStep } from './prepareStep.ts';
import type { StepParts } from './stepParts.ts';

export interface AdvanceParts extends StepParts {
  readonly timing: Timing;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly passCheckpoint: PassCheckpoint;
  readonly health: RouteHealth;
  readonly attempts: Attempts;
  readonly owner: string;
}

interface Decided {
  readonly row: Delivery;
  readonly transition: Transition;
}

/** Never throws: a row whose worker failed is taken up again once its lease has run out. */
export async function advance(delivery: Delivery, parts: AdvanceParts): Promise<void> {
  const startedAt = performance.now();
  const { outbox, clock, owner, log, passCheckpoint } = parts;
  passCheckpoint(`${delivery.step}:claimed`);
  try {
    const decided = await decide(delivery, parts);
    if (!decided) return;
    const { row } = decided;
    const transition = giveUpDiscussion(row, decided.transition);
    const settings = await parts.settings.get(row.guildId);
    const now = clock.now();
    const alerts = planAlerts(row, transition, settings, now);
    const mentions = await fallBackReminder(row, transition, settings, now, parts.conferences);
    await outbox.record(row, owner, transition, now, [...alerts, ...mentions]);
    if (endsStep(transition)) parts.attempts.forget(row.id);
    passCheckpoint(`${delivery.step}:recorded`);
    const isMended = row.heldAt !== undefined && endsStep(transition) && transition.to !== 'dead';
    if (isMended) await outbox.endHeldAlerts(clock.now(), planRecovery);
    countStep(row, transition, parts);
    logStep(row, transition, startedAt, log);
  } catch (error) {
    log.error('job.failed', { job: 'deliver', deliveryId: delivery.id, err: error });
  }
}

function endsStep({ to }: Transition): boolean {
  return to === 'done' || to === 'passed' || to === 'dead';
}

async function decide(claimed: Delivery, parts: AdvanceParts): Promise<Decided | undefined> {
  const delivery = await fitToPlace(claimed, parts);
  if ('kind' in delivery)
    return { row: claimed, transition: decideAfterStep(claimed, delivery, circumstances(claimed, parts)) };
  if (isTooLate(delivery, parts.clock.now())) return { row: delivery, transition: { to: 'passed' } };
  const isKnown = !mustBeLookedFor(delivery, parts.clock.now(), parts.timing);
  const transition = isKnown ? undefined : await look(delivery, parts);
  if (transition) return { row: delivery, transition };
  // It is not there, and the server follows its source no more.
  if (!isKnown && (await isUnsubscribed(delivery, parts)))
    return { row: delivery, transition: { to: 'dead', reason: 'unsubscribed' } };
  if (isTakenBack(delivery)) return { row: delivery, transition: { to: 'dead', reason: 'removedByPerson' } };
  return send(isKnown ? delivery : withoutTraces(delivery, circumstances(delivery, parts)), parts);
}

async function isUnsubscribed({ subscriptionId }: Delivery, { subscriptions }: AdvanceParts): Promise<boolean> {
  return subscriptionId !== undefined && (await subscriptions.find(subscriptionId)) === undefined;
}

async function send(delivery: Delivery, parts: AdvanceParts): Promise<Decided | undefined> {
  const { outbox, clock, owner, passCheckpoint, health, timing } = parts;
  const prepared = await prepareStep(delivery, parts).catch((error) => fallBack(error, delivery, parts));
  if (prepared.kind === 'outcome') {
    const transition = decideAfterStep(delivery, prepared.outcome, circumstances(delivery, parts));
    return { row: delivery, transition };
  }
  const row = await outbox.markSending(delivery, owner, clock.now(), prepared.fitting);
  if (!row) return undefined;
  passCheckpoint(`${row.step}:marked`);
  // A process that stood still since then (a laptop asleep) may be outside of what the nonce covers.
  const isStale = clock.now() - (row.attemptedAt ?? 0) > timing.settleMs;
  if (!isStale) parts.attempts.note(row.id);
  const outcome: Outcome = isStale ? { kind: 'notSent', cause: 'stood still' } : await prepared.send();
  passCheckpoint(`${row.step}:answered`);
  health.note(row.step, outcome, clock.now());
  return { row, transition: decideAfterStep(row, outcome, circumstances(row, parts)) };
}

/** An article that cannot be put into words keeps its channel waiting no longer than one that Discord calls invalid. */
function fallBack(error: unknown, { id, step }: Delivery, { log }: AdvanceParts): Prepared {
  if (!isDefect(error)) throw error;
  log.error('delivery.notComposed', { deliveryId: id, step, err: error });
  return { kind: 'outcome', outcome: { kind: 'invalid', detail: 'not composed' } };
}

/** @returns undefined where it is to be sent again: nothing is saved between the look and the request, so that no time passes there */
async function look(delivery: Delivery, parts: AdvanceParts): Promise<Transition | undefined> {
  const finding = await findPosted(delivery, parts).catch((error: unknown): Finding => {
    // Tried again later, so that what stands behind it is not kept waiting meanwhile.
    if (!isDefect(error)) throw error;
    parts.log.error('delivery.notLookedFor', { deliveryId: delivery.id, step: delivery.step, err: error });
    return { kind: 'failed', cause: 'defect' };
  });
  parts.passCheckpoint(`${delivery.step}:looked`);
  parts.metrics.reconciled(finding.kind);
  return decideAfterLook(delivery, finding, circumstances(delivery, parts));
}

function circumstances(delivery: Delivery, { guilds, clock, timing, attempts }: AdvanceParts): Circumstances {
  const [missing, quietMs] = [findMissing(delivery, guilds), attempts.quietMs(delivery.id)];
  return { now: clock.now(), timing, random: Math.random, missing, quietMs };
}

/** What the bot lacks in the channel of a delivery, as far as Discord has told. */
function findMissing(delivery: Delivery, guilds: Guilds): readonly Permission[] {
  const kind = guilds.kindOf(delivery.channelId) ?? delivery.targetKind;
  const needed = permissionsFor(delivery, kind);
  const readiness = guilds.checkChannel(delivery.guildId, delivery.channelId, needed);
  return readiness.kind === 'missing' ? readiness.permissions : [];
}

function countStep(row: Delivery, transition: Transition, { metrics, clock }: AdvanceParts): void {
  metrics.stepTaken(row.step, transition.to);
  const isPosted = row.purpose === 'article' && row.step === 'message' && transition.to === 'done';
  if (isPosted) metrics.articlePosted(clock.now() - row.createdAt);
}

function logStep(row: Delivery, transition: Transition, startedAt: number, log: Log): void {
  const { id, step, purpose, guildId, channelId, attempt } = row;
  const durationMs = Math.round(performance.now() - startedAt);
  const facts = { deliveryId: id, articleId: row.articleId, guildId, purpose, step, attempt, durationMs };
  if (transition.to === 'held') log.warn('delivery.held', { ...facts, channelId, reason: transition.reason });
  else if (transition.to === 'dead') log.warn('delivery.ended', { ...facts, channelId, reason: transition.reason });
  else log.info('delivery.advanced', { ...facts, outcome: transition.to });
}
