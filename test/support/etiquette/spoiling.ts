// How a bad reader differs from the real one, site by site, to prove that the oracle sees it.

import type { HostPauses } from '../../../src/ports/hostPauses.ts';
import type { Reader } from '../../../src/ports/reader.ts';
import type { Sources } from '../../../src/ports/sources.ts';

/** Each puts something worse in the place of the real thing. */
export interface Spoiling {
  reader?(reader: Reader): Reader;
  hostPauses?(pauses: HostPauses): HostPauses;
  sources?(sources: Sources): Sources;
}

/** @param byHost what is spoilt for the sources of which host; the others are read as they should be */
export function spoilByHost(byHost: ReadonlyMap<string, Spoiling>): Required<Spoiling> {
  const spoilingOf = (url: string) => byHost.get(new URL(url).host);
  return {
    reader: (reader) => ({
      ...reader,
      readFeed: (url, validators) => (spoilingOf(url)?.reader?.(reader) ?? reader).readFeed(url, validators),
    }),
    hostPauses: (pauses) => ({
      ...pauses,
      find: (host, now) => (byHost.get(host)?.hostPauses?.(pauses) ?? pauses).find(host, now),
    }),
    sources: (sources) => {
      const of = async (id: Parameters<Sources['get']>[0]) =>
        spoilingOf((await sources.get(id)).url)?.sources?.(sources) ?? sources;
      return {
        ...sources,
        saveUnchanged: async (id, cursor, planning) => (await of(id)).saveUnchanged(id, cursor, planning),
        saveTrouble: async (id, failed, planning) => (await of(id)).saveTrouble(id, failed, planning),
      };
    },
  };
}
