// Tells the entries of one document apart and finds those already known. Pure; the store asks it inside the transaction that
// saves the articles. Invariant: one entry never takes another entry's article, so a repeated guid hides nothing.

import type { Entry } from './article.ts';
import { type Alias, aliasesOf, type Identity, strengthOrder } from './identity.ts';
import type { ArticleId } from './ids.ts';

export interface MatchedEntry {
  readonly entry: Entry;
  /** Names that belong to this entry alone in its document, to be remembered. */
  readonly aliases: readonly Alias[];
  /** The known article; unset for a new one. */
  readonly articleId?: ArticleId;
}

interface Candidate {
  readonly entry: Entry;
  readonly aliases: readonly Alias[];
}

/**
 * @param known which article each alias already names, for all aliases of these entries
 * @returns the entries in the document's order, without those that say the same article twice
 */
export function matchEntries(
  identity: Identity,
  entries: readonly Entry[],
  known: ReadonlyMap<Alias, ArticleId>,
): MatchedEntry[] {
  const shared = linksSharedByMany(entries, identity);
  const candidates = entries.map((entry) => ({
    entry,
    aliases: aliasesOf(identity, entry).filter((alias) => !shared.has(alias)),
  }));
  const articles = claimArticles(identity, candidates, known);
  const taken = new Set<Alias>([...articles.keys()].flatMap((candidate) => candidate.aliases));
  const matched: MatchedEntry[] = [];
  for (const candidate of candidates) {
    const articleId = articles.get(candidate);
    if (articleId !== undefined) {
      matched.push({ ...candidate, articleId });
      continue;
    }
    const own = candidate.aliases.filter((alias) => !taken.has(alias));
    if (!own.some((alias) => tellsApart(alias, candidate))) continue;
    for (const alias of own) taken.add(alias);
    matched.push({ entry: candidate.entry, aliases: own });
  }
  return matched;
}

/** Gives each known article to the one entry that shows it, by the strongest names first. */
function claimArticles(
  identity: Identity,
  candidates: readonly Candidate[],
  known: ReadonlyMap<Alias, ArticleId>,
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

/** A link that entries with different guids share (a front page, a section) names none of them. */
function linksSharedByMany(entries: readonly Entry[], identity: Identity): Set<Alias> {
  const guidsByLink = new Map<Alias, Set<string>>();
  for (const entry of entries) {
    const link = aliasesOf(identity, entry).find((alias) => alias.startsWith('link:'));
    if (link === undefined || entry.guid === undefined) continue;
    guidsByLink.set(link, (guidsByLink.get(link) ?? new Set()).add(entry.guid.trim()));
  }
  return new Set([...guidsByLink].filter(([, guids]) => guids.size > 1).map(([link]) => link));
}

/** Content alone tells an entry apart only when it has neither guid nor link. */
function tellsApart(alias: Alias, candidate: Candidate): boolean {
  return !alias.startsWith('content:') || candidate.aliases.every((name) => name.startsWith('content:'));
}
