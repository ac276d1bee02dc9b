// Tells the entries of one document apart and finds those already known. Pure; the store asks it inside the transaction that
// saves the articles. Invariant: one entry never takes another entry's article, so a repeated guid hides nothing.

import type { Entry } from './article.ts';
import {
  type Alias,
  aliasesOf,
  type Identity,
  type SharedMark,
  sharedMark,
  strengthOrder,
  wordsAlias,
} from './identity.ts';
import type { ArticleId } from './ids.ts';
import { sharedAliases } from './sharedAliases.ts';

export interface MatchedEntry {
  readonly entry: Entry;
  /** Names that belong to this entry alone in its document, to be remembered. */
  readonly aliases: readonly Alias[];
  /** The known article; unset for a new one. */
  readonly articleId?: ArticleId;
}

export interface Matching {
  /** In the document's order, without entries that say the same article twice. */
  readonly matched: readonly MatchedEntry[];
  /** To be remembered of names that different articles of this document share. */
  readonly shared: readonly SharedMark[];
}

interface Candidate {
  readonly entry: Entry;
  readonly aliases: readonly Alias[];
}

/** What is known of a source's names: the article of each, and which of them name nothing any more. */
export type KnownNames = ReadonlyMap<Alias | SharedMark, ArticleId>;

/** All names that matchEntries may want to know. */
export function namesToKnow(identity: Identity, entries: readonly Entry[]): Set<Alias | SharedMark> {
  const aliases = entries.flatMap((entry) => [...aliasesOf(identity, entry), wordsAlias(entry)]);
  return new Set(aliases.flatMap((alias) => (alias.startsWith('content:') ? alias : [alias, sharedMark(alias)])));
}

export function matchEntries(identity: Identity, entries: readonly Entry[], known: KnownNames): Matching {
  const shared = sharedAliases(entries);
  const candidates = entries.map((entry): Candidate => {
    const own = aliasesOf(identity, entry).filter((alias) => !shared.has(alias) && !known.has(sharedMark(alias)));
    return { entry, aliases: own.length === 0 ? [wordsAlias(entry)] : own };
  });
  const articles = claimArticles(identity, candidates, known);
  const taken = new Set<Alias>([...articles.keys()].flatMap((candidate) => candidate.aliases));
  const matched: MatchedEntry[] = [];
  for (const candidate of candidates) {
    const articleId = articles.get(candidate);
    if (articleId !== undefined) matched.push({ ...candidate, articleId });
    else if (!saysAgain(candidate, taken)) {
      const aliases = candidate.aliases.filter((alias) => !taken.has(alias) && !known.has(alias));
      // Without a name of its own it could not be remembered, and would be new at every reading.
      if (aliases.length > 0) matched.push({ entry: candidate.entry, aliases });
      for (const alias of candidate.aliases) taken.add(alias);
    }
  }
  return { matched, shared: [...shared].map(sharedMark).filter((mark) => !known.has(mark)) };
}

/** Gives each known article to the one entry that shows it, by the strongest names first. */
function claimArticles(
  identity: Identity,
  candidates: readonly Candidate[],
  known: KnownNames,
): Map<Candidate, ArticleId> {
  const articles = new Map<Candidate, ArticleId>();
  const claimed = new Set<ArticleId>();
  for (const kind of strengthOrder[identity]) {
    const claims = new Map<ArticleId, Candidate[]>();
    for (const candidate of candidates) {
      if (articles.has(candidate)) continue;
      const alias = candidate.aliases.find((name) => name.startsWith(`${kind}:`));
      const articleId = alias && known.get(alias);
      if (articleId === undefined || claimed.has(articleId)) continue;
      claims.set(articleId, [...(claims.get(articleId) ?? []), candidate]);
    }
    for (const [articleId, claimants] of claims) {
      const agreement = (candidate: Candidate) =>
        candidate.aliases.filter((name) => known.get(name) === articleId).length;
      const best = claimants.reduce((left, right) => (agreement(right) > agreement(left) ? right : left));
      articles.set(best, articleId);
      claimed.add(articleId);
    }
  }
  return articles;
}

/** Whether another entry of the document goes by its guid or its link. */
function saysAgain({ aliases }: Candidate, taken: ReadonlySet<Alias>): boolean {
  return aliases.some((alias) => !alias.startsWith('content:') && taken.has(alias));
}
