// Which conference, or which question about one, a moderator means: chosen from the list, or typed as a title or an address.

import type { Conference } from '../../src/domain/conference.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { ConferenceId, ConferenceQuestionId, GuildId, Instant } from '../../src/domain/ids.ts';
import type { Asked, Typing } from '../../src/kit/defineCommand.ts';
import { choices, type Result } from '../../src/kit/result.ts';
import type { AnsweredQuestion, Conferences } from '../../src/ports/conferences.ts';
import { whenSpelledOut } from '../../src/views/conferenceWhen.ts';
import { escapeLine, oneLine } from '../../src/views/text.ts';
import { findNearest } from '../parts/findNearest.ts';

const repeatedLimit = 100;
const yearMs = 365 * 86_400_000;
/** How far back and ahead a moderator may reach by a title. */
const reach = { backMs: yearMs, aheadMs: 20 * yearMs };

type ConferencePort = Pick<Conferences, 'find' | 'findByUrl' | 'listUpcoming' | 'listQuestions' | 'findQuestion'>;

/** Also one that is not confirmed yet. @throws Refusal */
export async function getConference(typed: string, asked: Asked, conferences: ConferencePort): Promise<Conference> {
  const { guildId, now, mention } = asked;
  const id = /^\d{1,15}$/.test(typed) ? (Number(typed) as ConferenceId) : undefined;
  const chosen = id === undefined ? await conferences.findByUrl(guildId, typed) : await conferences.find(guildId, id);
  if (chosen) return chosen;
  const known = await listKnown(guildId, now, conferences);
  if (known.length === 0) throw new Refusal('conferencesNone', { command: mention('programme add') });
  return getTitled(typed, known, ({ title }) => title);
}

export async function completeConference(typing: Typing, conferences: ConferencePort): Promise<Result> {
  const known = await listKnown(typing.guildId, typing.now, conferences);
  return offer(typing, known, (conference) => ({ conference, value: String(conference.id) }));
}

/** @throws Refusal */
export async function getQuestion(typed: string, asked: Asked, conferences: ConferencePort): Promise<AnsweredQuestion> {
  const { guildId, mention } = asked;
  const chosen = await conferences.findQuestion(guildId, typed as ConferenceQuestionId);
  if (chosen) return chosen;
  const open = await conferences.listQuestions(guildId);
  if (open.length === 0) throw new Refusal('confirmationsNone', { command: mention('programme edit') });
  return getTitled(typed, open, ({ question }) => question.claim.facts.title);
}

export async function completeQuestion(typing: Typing, conferences: ConferencePort): Promise<Result> {
  const open = await conferences.listQuestions(typing.guildId);
  return offer(typing, open, ({ question }) => ({ conference: question.claim.facts, value: question.id }));
}

/** What is to come first, then what was lately, then what nobody has confirmed. */
async function listKnown(guildId: GuildId, now: Instant, conferences: ConferencePort): Promise<Conference[]> {
  const all = await conferences.listUpcoming(guildId, now - reach.backMs, now + reach.aheadMs);
  const asked = (await conferences.listQuestions(guildId)).map(({ conference }) => conference);
  const ahead = await conferences.listUpcoming(guildId, now, now + reach.aheadMs);
  const inOrder = [...ahead, ...all.toReversed(), ...asked];
  return [...new Map(inOrder.map((conference) => [conference.id, conference])).values()];
}

function getTitled<One>(typed: string, known: readonly One[], titleOf: (one: One) => string): One {
  const words = spelled(typed);
  const found = known.find((one) => spelled(titleOf(one)) === words);
  if (found !== undefined) return found;
  const shown = escapeLine(typed, repeatedLimit);
  const nearest = findNearest(typed, known.map(titleOf));
  if (nearest === undefined) throw new Refusal('conferenceUnknown', { typed: shown });
  throw new Refusal('conferenceUnknownNearest', { typed: shown, nearest: escapeLine(nearest, repeatedLimit) });
}

function offer<One>(
  { typed, say }: Typing,
  known: readonly One[],
  choiceOf: (one: One) => { conference: Pick<Conference, 'title' | 'time'>; value: string },
): Result {
  const words = spelled(typed);
  const fitting = known.map(choiceOf).filter(({ conference }) => spelled(conference.title).includes(words));
  return choices(
    fitting.map(({ conference: { title, time }, value }) => ({
      name: `${oneLine(title).slice(0, 60)} · ${whenSpelledOut(time, say)}`,
      value,
    })),
  );
}

function spelled(title: string): string {
  return oneLine(title).toLowerCase();
}
