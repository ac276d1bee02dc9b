// Which names of one document belong to several of its articles: a link to a section, a guid that was used again. Such a name
// names none of them.

import type { Entry } from './article.ts';
import { type Alias, guidAlias, hasTellingText, linkAlias, titleAlias, wordsAlias } from './identity.ts';

/** What was seen under one name. Two articles differ in both; the same words again are the same article again. */
interface Sighting {
  readonly others: Set<Alias>;
  readonly words: Set<Alias>;
}

export function sharedAliases(entries: readonly Entry[]): Set<Alias> {
  const sightings = new Map<Alias, Sighting>();
  /** Of entries without a guid, which only their titles tell apart. */
  const bareSightings = new Map<Alias, Sighting>();
  for (const entry of entries) {
    const guid = guidAlias(entry);
    const link = linkAlias(entry);
    const words = wordsAlias(entry);
    if (guid && link) note(sightings, link, guid, hasTellingText(entry) ? words : guid);
    if (guid) note(sightings, guid, link ?? words, words);
    else if (link) note(bareSightings, link, titleAlias(entry), words);
  }
  return new Set(
    [...sightings, ...bareSightings]
      .filter(([, seen]) => seen.others.size > 1 && seen.words.size > 1)
      .map(([alias]) => alias),
  );
}

function note(sightings: Map<Alias, Sighting>, alias: Alias, other: Alias, words: Alias): void {
  const seen = sightings.get(alias) ?? { others: new Set(), words: new Set() };
  seen.others.add(other);
  seen.words.add(words);
  sightings.set(alias, seen);
}
