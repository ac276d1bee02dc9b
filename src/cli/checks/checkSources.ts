// Every source and calendar that somebody follows, asked for once, a few at a time, by the same guarded way as while the bot runs.

import type { Config } from '../../config.ts';
import { SourceError } from '../../domain/errors.ts';
import { sayIn } from '../../kit/translate.ts';
import type { Reader } from '../../ports/reader.ts';
import { createReader } from '../../sources/createReader.ts';
import type { SetUp } from '../../store/readSetUp.ts';
import { version } from '../../version.ts';
import { type CheckParts, counted, type Finding, fine, wrong } from './finding.ts';

const atOnce = 4;

interface Followed {
  readonly title: string;
  readonly url: string;
  readonly read: (reader: Reader) => Promise<unknown>;
}

export async function checkSources(config: Config, setUp: SetUp, { progress }: CheckParts): Promise<Finding[]> {
  const all = listFollowed(setUp);
  if (all.length === 0) return [fine('No source is followed yet: in Discord, type /sources add.')];
  // What a site asks for now is known to this process alone: it writes nothing down.
  const passing = new Map<string, number>();
  const hostPauses = {
    find: async (host: string, now: number) => passing.get(host) ?? setUp.hostPauses.find(host, now),
    save: async (host: string, until: number) => void passing.set(host, until),
    forget: async () => undefined,
  };
  const reader = createReader({ ...config, allowHosts: config.fetchAllowHosts, version, hostPauses });
  const findings: Finding[] = [];
  const waiting = [...all];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      findings.push(...(await tryReading(next, reader)));
      progress.show('reading the sources', all.length - waiting.length, all.length);
    }
  };
  try {
    progress.show('reading the sources', 0, all.length);
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    await reader.close();
  }
  const readable = all.length - findings.length;
  return [...(readable === 0 ? [] : [fine(`${counted(readable, 'source')} can be read.`)]), ...findings];
}

/** Conditional where it was read before: a site that has nothing new says just that. */
function listFollowed({ sources, calendars }: SetUp): Followed[] {
  return [
    ...sources.map(({ title, url, kind, validators }) => ({
      title,
      url,
      read: (reader: Reader) => reader.readFeed(url, validators, kind),
    })),
    ...calendars.map(({ title, url, timeZone, validators }) => ({
      title,
      url,
      read: (reader: Reader) => reader.readCalendar(url, timeZone, validators),
    })),
  ];
}

/** @returns nothing where it can be read */
async function tryReading({ title, url, read }: Followed, reader: Reader): Promise<Finding[]> {
  try {
    await read(reader);
    return [];
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const [what = '', ...mend] = sayIn('en')(error.sentence, error.args).split(/(?<=\.) /);
    const text = `${title} (${url}): ${what}`;
    // A site that asks for a pause is well.
    return [error.code === 'limited' ? fine(text) : wrong(text, mend.join(' '))];
  }
}
