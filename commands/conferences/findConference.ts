// The option `conference`: choices while a person types, and whatever they then send. Members see what is sure, of their guild.

import type { Conference } from '../../src/domain/conference.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { ConferenceId } from '../../src/domain/ids.ts';
import { isUrl } from '../../src/domain/isUrl.ts';
import type { Asked, Typing } from '../../src/kit/defineCommand.ts';
import { choices, type Result } from '../../src/kit/result.ts';
import type { Conferences } from '../../src/ports/conferences.ts';
import { escapeLine, oneLine } from '../../src/views/text.ts';
import { findNearest } from '../parts/findNearest.ts';

/** Characters of a person's own words that an answer repeats. */
const repeatedLimit = 100;

export interface FindConferencePorts {
  readonly conferences: Pick<Conferences, 'find' | 'findByUrl' | 'listUpcoming'>;
}

/** What is to come first, then what is over, latest first; once something is typed, those whose titles have all its words. */
export async function completeConference(input: Typing, ports: FindConferencePorts): Promise<Result> {
  const all = await listAll(input, ports);
  const upcoming = await ports.conferences.listUpcoming(input.guildId, input.now, Number.MAX_SAFE_INTEGER);
  const isUpcoming = new Set(upcoming.map(({ id }) => id));
  const past = all.filter(({ id }) => !isUpcoming.has(id)).reverse();
  const words = spelled(input.typed).split(' ');
  const fitting = [...upcoming, ...past].filter(({ title }) => words.every((word) => spelled(title).includes(word)));
  return choices(fitting.map(({ id, title }) => ({ name: oneLine(title) || `#${id}`, value: `#${id}` })));
}

/**
 * The conference a person chose, or typed by title or address.
 * @throws Refusal that names the nearest when none fits
 */
export async function getConference(typed: string, asked: Asked, ports: FindConferencePorts): Promise<Conference> {
  const wanted = typed.trim();
  const named = await findNamed(wanted.replace(/^#/, ''), asked, ports);
  if (named && wanted.startsWith('#')) return named;
  const byUrl = isUrl(wanted) ? await ports.conferences.findByUrl(asked.guildId, wanted) : undefined;
  if (byUrl?.standing === 'sure') return byUrl;
  const all = await listAll(asked, ports);
  // Of an annual one the next is meant, else the latest.
  const alike = all.filter(({ title }) => spelled(title) === spelled(wanted));
  const sameTitle = alike.find(({ id }) => alike.length === 1 || id === alike.at(-1)?.id);
  if (sameTitle) return sameTitle;
  if (all.length === 0) throw new Refusal('conferencesNone', { command: asked.mention('programme add') });
  const said = escapeLine(wanted, repeatedLimit);
  const nearest = findNearest(
    wanted,
    all.map(({ title }) => title),
  );
  if (nearest !== undefined)
    throw new Refusal('conferenceUnknownNearest', { typed: said, nearest: escapeLine(nearest, repeatedLimit) });
  throw new Refusal('conferenceUnknown', { typed: said });
}

/** The conference a button or a menu names: `<conference>` or `<conference>.<anything>`. @throws Refusal when there is none */
export async function getPressedConference(
  named: string,
  asked: Asked,
  ports: FindConferencePorts,
): Promise<Conference> {
  const conference = await findNamed(named.split('.')[0] ?? '', asked, ports);
  if (!conference) throw new Refusal('buttonOutlived', { command: asked.mention('conferences upcoming') });
  return conference;
}

/** By what autocomplete gave. */
export async function findNamed(
  text: string,
  { guildId }: Asked,
  { conferences }: FindConferencePorts,
): Promise<Conference | undefined> {
  if (!/^\d{1,15}$/.test(text)) return undefined;
  const conference = await conferences.find(guildId, Number(text) as ConferenceId);
  return conference?.standing === 'sure' ? conference : undefined;
}

function listAll({ guildId }: Asked, { conferences }: FindConferencePorts): Promise<Conference[]> {
  return conferences.listUpcoming(guildId, 0, Number.MAX_SAFE_INTEGER);
}

function spelled(text: string): string {
  return oneLine(text).normalize('NFKC').toLowerCase();
}
