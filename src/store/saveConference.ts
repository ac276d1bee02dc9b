// A claim becomes a conference, a change of one, or a question, within the transaction of whoever brings it.
// Invariant: record, names, question and outbox rows are committed together or not at all.

import { createHash } from 'node:crypto';
import type { Conference } from '../domain/conference.ts';
import type { ConferenceClaim } from '../domain/conferenceClaim.ts';
import type { Doubt } from '../domain/conferenceFinding.ts';
import type { ConferenceAnswer, ConferenceQuestion } from '../domain/conferenceQuestion.ts';
import type { ConferenceId, ConferenceQuestionId, GuildId, Instant, UserId } from '../domain/ids.ts';
import { doubtsOfFate, factsOfClaim, type MergedFacts, mergeClaim } from '../domain/mergeConference.ts';
import { spanOf } from '../domain/moment.ts';
import { defaultSettings } from '../domain/settings.ts';
import type { ConferenceChange, PlanConference, SaveOccasion } from '../ports/conferences.ts';
import { findClaimed, insertConference, saveNames, updateConference } from './conferenceTable.ts';
import { insertDeliveries, listByConference } from './outboxTable.ts';
import { followConference, listOpenOf } from './reminderTable.ts';
import { randomId } from './rows.ts';
import type { Db } from './schema.ts';
import { listSettings } from './settings.ts';

export type SavedClaim = 'added' | 'changed' | 'unchanged' | 'asked' | 'passedOver';

/** A year that is over is no programme; a moderator may still note it. */
function isOver(claim: ConferenceClaim, at: Instant): boolean {
  return claim.origin !== 'moderator' && spanOf(claim.facts).overAt < at;
}

export async function saveClaim(
  tx: Db,
  guildId: GuildId,
  claim: ConferenceClaim,
  occasion: SaveOccasion,
  plan: PlanConference,
): Promise<SavedClaim> {
  const { at, isNews, mayAsk = isNews } = occasion;
  const before = await findClaimed(tx, guildId, claim, at);
  if (!before) {
    // Nobody is asked about what was there before they came.
    if (isOver(claim, at) || (claim.needsConfirmation && !mayAsk)) return 'passedOver';
    const after = await insertConference(tx, newConference(guildId, claim, at));
    await saveNames(tx, after, claim.names);
    const question = claim.needsConfirmation ? await ask(tx, after, claim, claim.doubts, at) : undefined;
    await follow(tx, { after, ended: [], isNews, at, ...(question ? { question } : {}) }, plan);
    return question ? 'asked' : 'added';
  }
  const { facts, isChanged, asks, about = claim } = mergeClaim(before, claim);
  // What is contested may be another event: it does not take its names along.
  if (!asks) await saveNames(tx, before, claim.names);
  const standing = before.standing === 'asking' && !asks ? 'sure' : before.standing;
  const after = isChanged || standing !== before.standing ? changed(before, facts, standing, at) : before;
  if (after !== before) await updateConference(tx, after);
  const question = asks && mayAsk ? await ask(tx, after, about, asks, at) : undefined;
  if (after === before && !question) return 'unchanged';
  const isSettled = question !== undefined || standing !== before.standing;
  const ended = isSettled
    ? await endQuestions(tx, before.id, { answer: 'superseded', answeredAt: at }, question?.id)
    : [];
  await follow(tx, { before, after, ended, isNews, at, ...(question ? { question } : {}) }, plan);
  if (question) return 'asked';
  return 'changed';
}

/** A question about a conference that no claim of it was saved with. @returns false where the same was asked before */
export async function askAbout(
  tx: Db,
  conference: Conference,
  claim: ConferenceClaim,
  at: Instant,
  plan: PlanConference,
): Promise<boolean> {
  const question = await ask(tx, conference, claim, claim.doubts, at);
  if (!question) return false;
  const ended = await endQuestions(tx, conference.id, { answer: 'superseded', answeredAt: at }, question.id);
  await follow(tx, { before: conference, after: conference, ended, isNews: false, at, question }, plan);
  return true;
}

export function newConference(guildId: GuildId, claim: ConferenceClaim, at: Instant): Omit<Conference, 'id'> {
  const { articleId, names, needsConfirmation } = claim;
  const uid = names.find((name) => name.startsWith('uid:'))?.slice('uid:'.length);
  return {
    ...factsOfClaim(claim),
    guildId,
    uid: uid ?? randomId(),
    standing: needsConfirmation ? 'asking' : 'sure',
    sequence: 0,
    createdAt: at,
    changedAt: at,
    ...(articleId === undefined ? {} : { articleId }),
  };
}

export function changed(
  before: Conference,
  facts: MergedFacts,
  standing: Conference['standing'],
  at: Instant,
): Conference {
  const { id, guildId, uid, articleId } = before;
  // It is on the programme since then.
  const createdAt = before.standing === 'asking' && standing === 'sure' ? at : before.createdAt;
  const sequence = before.sequence + 1;
  return {
    ...facts,
    ...{ id, guildId, uid, createdAt, standing, sequence, changedAt: at },
    ...(articleId === undefined ? {} : { articleId }),
  };
}

/** @returns undefined where the same is asked, or was answered */
async function ask(
  tx: Db,
  conference: Conference,
  claim: ConferenceClaim,
  doubts: readonly Doubt[],
  askedAt: Instant,
): Promise<ConferenceQuestion | undefined> {
  const { id: conferenceId, guildId } = conference;
  const { time, status, milestones } = claim.facts;
  // That it may be off is another question than whether its dates are right, and whoever says it is heard.
  const fate = doubts.filter((doubt) => doubtsOfFate.includes(doubt));
  const hash = createHash('sha256')
    .update(JSON.stringify([time, status, milestones, ...(fate.length > 0 ? [...fate, claim.source] : [])]))
    .digest('base64url')
    .slice(0, 22);
  const id = randomId() as ConferenceQuestionId;
  const said = { claim: JSON.stringify(claim), doubts: JSON.stringify(doubts) };
  const asked = { id, askedAt, answer: null, answeredBy: null, answeredAt: null, ...said };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('conferenceQuestions')
    .values({ guildId, conferenceId, hash, ...asked })
    .onConflict((conflict) =>
      // What another claim overtook, and is said again, is asked again.
      conflict
        .columns(['conferenceId', 'hash'])
        .doUpdateSet(asked)
        .where('conferenceQuestions.answer', '=', 'superseded'),
    )
    .executeTakeFirstOrThrow();
  if (Number(numInsertedOrUpdatedRows ?? 0) === 0) return undefined;
  return { id, guildId, conferenceId, claim, doubts, askedAt };
}

/** Those about a conference that are open, but for one. @returns which they were */
export async function endQuestions(
  tx: Db,
  id: ConferenceId,
  end: { readonly answer: ConferenceAnswer; readonly answeredBy?: UserId; readonly answeredAt: Instant },
  except?: ConferenceQuestionId,
): Promise<ConferenceQuestionId[]> {
  const rows = await tx
    .updateTable('conferenceQuestions')
    .set(end)
    .where('conferenceId', '=', id)
    .where('answer', 'is', null)
    .where('id', '!=', except ?? ('' as ConferenceQuestionId))
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** It is in its calendar again: whether it is cancelled is no question any more. */
export async function endVanishedQuestions(tx: Db, conference: Conference, at: Instant, plan: PlanConference) {
  const rows = await tx
    .updateTable('conferenceQuestions')
    .set({ answer: 'superseded', answeredAt: at })
    .where('conferenceId', '=', conference.id)
    .where('answer', 'is', null)
    .where('doubts', 'like', '%"vanished"%')
    .returning('id')
    .execute();
  const ended = rows.map(({ id }) => id);
  if (ended.length > 0) await follow(tx, { before: conference, after: conference, ended, isNews: false, at }, plan);
}

/** What follows from a change that is saved already. */
export async function follow(
  tx: Db,
  change: Omit<ConferenceChange, 'settings' | 'deliveries' | 'reminders'>,
  plan: PlanConference,
): Promise<void> {
  const { guildId, id } = change.after;
  const settings = (await listSettings(tx, [guildId])).get(guildId) ?? defaultSettings(guildId);
  const deliveries = await listByConference(tx, id);
  const reminders = await listOpenOf(tx, id);
  await insertDeliveries(tx, plan({ ...change, settings, deliveries, reminders }), change.at);
  await followConference(tx, change, settings.timeZone);
}
