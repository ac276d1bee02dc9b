// All other SQL of the programme: what commands and jobs ask, and what moderators decide.

import { isDeepStrictEqual } from 'node:util';
import { canonicalLink } from '../domain/canonicalLink.ts';
import { type Conference, type ConferenceFacts, type FactName, factsOf, type Milestone } from '../domain/conference.ts';
import { type ConferenceClaim, namesOf } from '../domain/conferenceClaim.ts';
import type { ConferenceQuestion } from '../domain/conferenceQuestion.ts';
import type { ConferenceId, GuildId, Instant, UserId } from '../domain/ids.ts';
import { factsOfClaim } from '../domain/mergeConference.ts';
import type {
  AnsweredQuestion,
  ConferenceChange,
  Conferences,
  PlanConference,
  SavedConferences,
} from '../ports/conferences.ts';
import {
  findByNames,
  findClaimed,
  findConference,
  insertConference,
  saveNames,
  toConference,
  updateConference,
} from './conferenceTable.ts';
import { findDiscussion } from './outboxTable.ts';
import type { ConferenceQuestionsTable } from './programmeSchema.ts';
import { withoutNulls } from './rows.ts';
import { changed, endQuestions, follow, newConference, saveClaim } from './saveConference.ts';
import type { Connections, Db } from './schema.ts';

export function createConferences({ read, write }: Connections): Conferences {
  return {
    save(guildId, claims, occasion, plan) {
      return write.transaction().execute(async (tx) => {
        const counts = { added: 0, changed: 0, unchanged: 0, asked: 0, passedOver: 0 };
        for (const claim of claims) counts[await saveClaim(tx, guildId, claim, occasion, plan)] += 1;
        const { passedOver, ...saved } = counts;
        return { ...saved, unchanged: saved.unchanged + passedOver } satisfies SavedConferences;
      });
    },

    put: (guildId, id, facts, said, plan) =>
      write.transaction().execute((tx) => put(tx, guildId, id, facts, { ...said, plan })),

    find: (guildId, id) => findConference(read, guildId, id),
    findByUrl: (guildId, url) => findByNames(read, guildId, [`url:${canonicalLink(url)}`]),

    async listUpcoming(guildId, from, until) {
      const rows = await sure(read, guildId)
        .where('overAt', '>', from)
        .where('beginsAt', '<', until)
        .orderBy('beginsAt')
        .orderBy('id')
        .execute();
      return rows.map(toConference);
    },

    async listChanged(guildId, since) {
      const rows = await sure(read, guildId)
        .where('changedAt', '>=', since)
        .orderBy('beginsAt')
        .orderBy('id')
        .execute();
      return rows.map(toConference);
    },

    findDiscussion: (guildId, id) => findDiscussion(read, guildId, id),
    findQuestion: (guildId, id) => findQuestion(read, guildId, id),

    async listQuestions(guildId) {
      const rows = await read
        .selectFrom('conferenceQuestions')
        .select('id')
        .where('guildId', '=', guildId)
        .where('answer', 'is', null)
        .orderBy('askedAt')
        .orderBy('id')
        .execute();
      const found = await Promise.all(rows.map(({ id }) => findQuestion(read, guildId, id)));
      return found.filter((one) => one !== undefined);
    },

    answer(guildId, id, { answer, facts, by, at }, plan) {
      return write.transaction().execute(async (tx) => {
        const asked = await findQuestion(tx, guildId, id);
        if (!asked || asked.question.answer !== undefined) return asked;
        const { conference: before, question } = asked;
        const answered = { answer, answeredBy: by, answeredAt: at };
        await tx.updateTable('conferenceQuestions').set(answered).where('id', '=', id).execute();
        const isVanished = facts === undefined && question.doubts.includes('vanished');
        const said: ConferenceFacts = isVanished
          ? { ...factsOf(before), status: 'cancelled' }
          : (facts ?? question.claim.facts);
        const whole = before.standing === 'sure' ? withKnown(before, said) : said;
        const claim = moderatorsClaim(whole, question.claim);
        const occasion = { at, plan, ended: [id] };
        const conference = await (answer === 'dismissed'
          ? dismiss(tx, before, occasion)
          : settle(tx, before, claim, occasion));
        return { question: { ...question, ...answered }, conference };
      });
    },
  };
}

interface Occasion {
  readonly ended: ConferenceChange['ended'];
  readonly at: Instant;
  readonly plan: PlanConference;
}

function sure(db: Db, guildId: GuildId) {
  return db.selectFrom('conferences').selectAll().where('guildId', '=', guildId).where('standing', '=', 'sure');
}

async function findQuestion(
  db: Db,
  guildId: GuildId,
  id: ConferenceQuestionsTable['id'],
): Promise<AnsweredQuestion | undefined> {
  const row = await db
    .selectFrom('conferenceQuestions')
    .selectAll()
    .where('id', '=', id)
    .where('guildId', '=', guildId)
    .executeTakeFirst();
  const conference = row && (await findConference(db, guildId, row.conferenceId));
  return conference && { question: toQuestion(row), conference };
}

function toQuestion({ hash: _, claim, doubts, ...row }: ConferenceQuestionsTable): ConferenceQuestion {
  return { ...withoutNulls(row), claim: JSON.parse(claim), doubts: JSON.parse(doubts) };
}

/** Of a question about a conference that stands already, only the claim is dismissed. */
async function dismiss(tx: Db, before: Conference, { at, plan, ended }: Occasion): Promise<Conference> {
  const after = before.standing === 'asking' ? changed(before, before, 'dismissed', at) : before;
  await updateConference(tx, after);
  await follow(tx, { before, after, ended, isNews: true, at }, plan);
  return after;
}

/** What a moderator says stands: nobody but a moderator changes those facts unasked. */
async function settle(
  tx: Db,
  before: Conference,
  claim: ConferenceClaim,
  { at, plan, ended }: Occasion,
): Promise<Conference> {
  const { evidence, ...facts } = factsOfClaim(claim);
  // What stays as it was stays the word of who said it, and may be brought up to date by them.
  const said = before.standing === 'sure' ? factsOtherThan(factsOf(before), facts) : Object.keys(evidence);
  // Also of what is taken away: else who said it would bring it back.
  const { origin, source, confidence } = claim;
  const own = Object.fromEntries(
    said.map((name) => [name, evidence[name as FactName] ?? { origin, source, confidence }]),
  );
  const after = changed(before, { ...facts, evidence: { ...before.evidence, ...own } }, 'sure', at);
  await updateConference(tx, after);
  await saveNames(tx, after, claim.names);
  await follow(tx, { before, after, ended, isNews: true, at }, plan);
  return after;
}

/** What somebody says of it, and all else that is known of it. */
function withKnown(before: Conference, said: ConferenceFacts): ConferenceFacts {
  const kinds = new Set(said.milestones.map(({ kind }) => kind));
  const others = before.milestones.filter(({ kind }) => !kinds.has(kind));
  return { ...factsOf(before), ...factsOf(said), milestones: [...said.milestones, ...others] };
}

function factsOtherThan(before: ConferenceFacts, after: ConferenceFacts): string[] {
  const kinds = new Set([...before.milestones, ...after.milestones].map(({ kind }) => kind));
  const plain = (['title', 'time', 'status', 'place', 'url', 'description'] as const).filter(
    (name) => !isDeepStrictEqual(before[name], after[name]),
  );
  const dues = [...kinds].filter((kind) => !isDeepStrictEqual(ofKind(before, kind), ofKind(after, kind)));
  return [...plain, ...dues];
}

function ofKind({ milestones }: ConferenceFacts, kind: string): Milestone[] {
  return milestones.filter((milestone) => milestone.kind === kind);
}

function moderatorsClaim(facts: ConferenceFacts, of?: ConferenceClaim): ConferenceClaim {
  const quotes: Partial<Record<FactName, string>> = of?.quotes ?? {};
  return {
    ...(of ?? {}),
    origin: 'moderator',
    source: 'moderator',
    names: namesOf(facts),
    facts,
    quotes,
    confidence: 1,
    doubts: [],
    needsConfirmation: false,
  };
}

async function put(
  tx: Db,
  guildId: GuildId,
  id: ConferenceId | undefined,
  facts: ConferenceFacts,
  { by, at, plan }: Omit<Occasion, 'ended'> & { readonly by: UserId },
): Promise<Conference | undefined> {
  const claim = moderatorsClaim(facts);
  const before = id === undefined ? await findClaimed(tx, guildId, claim, at) : await findConference(tx, guildId, id);
  if (before) {
    const ended = await endQuestions(tx, before.id, { answer: 'edited', answeredBy: by, answeredAt: at });
    // One that is added although it is known is told of anew, but nothing that is not said of it is forgotten.
    const whole = id === undefined ? withKnown(before, facts) : factsOf(facts);
    return settle(tx, before, moderatorsClaim(whole), { at, plan, ended });
  }
  if (id !== undefined) return undefined;
  const after = await insertConference(tx, newConference(guildId, claim, at));
  await saveNames(tx, after, claim.names);
  await follow(tx, { after, ended: [], isNews: true, at }, plan);
  return after;
}
