// Looks new posts over for conferences and calls: what a post says in words, and what its page tells machines. Each guild reads it
// with its own clock; what nobody may believe unasked becomes a question to the moderators.

import { planConference } from '../delivery/planConference.ts';
import { articleText } from '../domain/article.ts';
import { type ConferenceClaim, claimOfEvent, claimOfFinding } from '../domain/conferenceClaim.ts';
import { dayIn } from '../domain/moment.ts';
import type { Log } from '../kit/log.ts';
import type { ArticleReviews, UnreviewedArticle } from '../ports/articleReviews.ts';
import type { Clock } from '../ports/clock.ts';
import type { Conferences } from '../ports/conferences.ts';
import { readConference } from '../reading/conference/readConference.ts';

/** Articles of one round; each takes a few milliseconds. */
const articlesAtOnce = 20;

export interface ReadConferencesParts {
  readonly articleReviews: ArticleReviews;
  readonly conferences: Pick<Conferences, 'save'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** A crash in between reads an article again, which changes nothing: a claim that is known is no news. */
export async function readConferences(parts: ReadConferencesParts): Promise<void> {
  const { articleReviews, clock, log } = parts;
  for (const unreviewed of await articleReviews.listUnreviewed(articlesAtOnce, clock.now())) {
    const { article } = unreviewed;
    try {
      await saveClaims(unreviewed, parts);
    } catch (error) {
      // One post that cannot be read must not keep the others from being read.
      if (error instanceof Error && error.name === 'SqliteError') throw error;
      log.error('conference.notRead', { articleId: article.id, err: error });
    }
    await articleReviews.markReviewed(article);
  }
}

async function saveClaims({ article, readers }: UnreviewedArticle, parts: ReadConferencesParts): Promise<void> {
  const at = parts.clock.now();
  for (const { guildId, timeZone, isNews } of readers) {
    const claims = claimsOf(article, timeZone);
    if (claims.length === 0) continue;
    const saved = await parts.conferences.save(guildId, claims, { at, isNews }, planConference);
    parts.log.info('conference.read', { articleId: article.id, guildId, ...saved });
  }
}

/** Markup first: it says what the words mean. */
function claimsOf(article: UnreviewedArticle['article'], homeTimeZone: string): ConferenceClaim[] {
  const { title, url, events = [] } = article;
  const marked = events.map((event) => claimOfEvent(event, 'page', url ?? event.uid, article, events.length === 1));
  const referenceDate = dayIn(article.publishedAt ?? article.firstSeenAt, homeTimeZone);
  const finding = readConference({ title, text: articleText(article), referenceDate, homeTimeZone });
  const told = claimOfFinding(finding, article);
  return told ? [...marked, told] : marked;
}
