// The option `conference`: choices while a person types, and whatever they then send: a choice, a title or an address.

import type { Conference } from '../../src/domain/conference.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { ConferenceId } from '../../src/domain/ids.ts';
import { isUrl } from '../../src/domain/isUrl.ts';
import type { Asked, Typing } from '../../src/kit/defineCommand.ts';
import { choices, type Result } from '../../src/kit/result.ts';
import type { Conferences } from '../../src/ports/conferences.ts';
import { whenSpelledOut } from '../../src/views/conferenceWhen.ts';
import { cutText, escapeLine, oneLine } from '../../src/views/text.ts';
import { findNearest } from './findNearest.ts';

/** Characters of a person's own words that an answer repeats. */
const repeatedLimit = 100;
/** Characters of a title in a choice, which shows its date as well. */
const titleLimit = 60;

export type KnownConferences = Pick<Conferences, 'find' | 'findByUrl' | 'listUpcoming' | 'listQuestions'>;

/** members see what is sure; moderators also what waits for their confirmation. */
export type Eyes = 'members' | 'moderators';

export async function completeConference(typing: Typing, eyes: Eyes, conferences: KnownConferences): Promise<Result> {
  const known = await listKnown(typing, eyes, conferences);
  return offerConferences(typing, known, (conference) => ({ conference, value: `#${conference.id}` }));
}

/** @throws Refusal that names the nearest when none fits */
export async function getConference(
  typed: string,
  asked: Asked,
  eyes: Eyes,
  conferences: KnownConferences,
): Promise<Conference> {
  const wanted = typed.trim();
  const isSeen = (one: Conference | undefined) =>
    one !== undefined && (eyes === 'moderators' || one.standing === 'sure');
  const chosen = /^#\d{1,15}$/.test(wanted)
    ? await conferences.find(asked.guildId, Number(wanted.slice(1)) as ConferenceId)
    : undefined;
  if (chosen && isSeen(chosen)) return chosen;
  const linked = isUrl(wanted) ? await conferences.findByUrl(asked.guildId, wanted) : undefined;
  if (linked && isSeen(linked)) return linked;
  const known = await listKnown(asked, eyes, conferences);
  if (known.length === 0) throw none(asked, eyes);
  return getTitled(wanted, known, ({ title }) => title);
}

/** The first of that title. @throws Refusal that names the nearest when there is none */
export function getTitled<One>(typed: string, known: readonly One[], titleOf: (one: One) => string): One {
  const words = spelled(typed);
  const found = known.find((one) => spelled(titleOf(one)) === words);
  if (found !== undefined) return found;
  const shown = escapeLine(typed, repeatedLimit);
  const nearest = findNearest(typed, known.map(titleOf));
  if (nearest === undefined) throw new Refusal('conferenceUnknown', { typed: shown });
  throw new Refusal('conferenceUnknownNearest', { typed: shown, nearest: escapeLine(nearest, repeatedLimit) });
}

/** Those whose titles have all the words typed, in the order given. */
export function offerConferences<One>(
  { typed, say }: Typing,
  known: readonly One[],
  choiceOf: (one: One) => { readonly conference: Pick<Conference, 'title' | 'time'>; readonly value: string },
): Result {
  const words = spelled(typed).split(' ');
  const fitting = known
    .map(choiceOf)
    .filter(({ conference: { title } }) => words.every((word) => spelled(title).includes(word)));
  return choices(
    fitting.map(({ conference: { title, time }, value }) => ({
      name: `${cutText(oneLine(title), titleLimit) || '…'} · ${whenSpelledOut(time, say)}`,
      value,
    })),
  );
}

/** What is to come, the next first; then what is over, latest first; then what nobody has confirmed. */
async function listKnown(
  { guildId, now }: Pick<Asked, 'guildId' | 'now'>,
  eyes: Eyes,
  conferences: KnownConferences,
): Promise<Conference[]> {
  const ahead = await conferences.listUpcoming(guildId, now, Number.MAX_SAFE_INTEGER);
  const all = await conferences.listUpcoming(guildId, 0, Number.MAX_SAFE_INTEGER);
  const asked = eyes === 'members' ? [] : await conferences.listQuestions(guildId);
  const inOrder = [...ahead, ...all.toReversed(), ...asked.map(({ conference }) => conference)];
  return [...new Map(inOrder.map((conference) => [conference.id, conference])).values()];
}

function none({ mention }: Asked, eyes: Eyes): Refusal {
  if (eyes === 'members') return new Refusal('programmeEmpty');
  return new Refusal('conferencesNone', { command: mention('programme add') });
}

function spelled(text: string): string {
  return oneLine(text).normalize('NFKC').toLowerCase();
}
