// Looks new posts over for conferences and calls: what a post says in words, and what its page tells machines. Each guild reads it
// with its own clock; what nobody may believe unasked becomes a question to the moderators.

import { planConference } from '../delivery/planConference.ts';
import { type Article, articleText } from '../domain/article.ts';
import { announcedAtOnce } from '../domain/calendar.ts';
import { canonicalLink } from '../domain/canonicalLink.ts';
import type { CalendarEvent } from '../domain/conference.ts';
import { type ConferenceClaim, claimOfEvent, claimOfFinding } from '../domain/conferenceClaim.ts';
import { isUrl } from '../domain/isUrl.ts';
import { dayIn } from '../domain/moment.ts';
import type { Log } from '../kit/log.ts';
import type { ArticleReader, ArticleReviews } from '../ports/articleReviews.ts';
import type { Clock } from '../ports/clock.ts';
import type { Conferences } from '../ports/conferences.ts';
import { readConference } from '../reading/conference/readConference.ts';
import { isDefect } from './isDefect.ts';

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
  const { articleReviews, clock } = parts;
  for (const { article, readers } of await articleReviews.listUnreviewed(articlesAtOnce, clock.now())) {
    for (const reader of readers) await saveClaims(article, reader, parts);
    await articleReviews.markReviewed(article);
  }
}

/** A post that cannot be read for one guild must not keep others from being read; while the store fails, none is. */
async function saveClaims(article: Article, { guildId, timeZone, isNews }: ArticleReader, parts: ReadConferencesParts) {
  const { conferences, clock, log } = parts;
  try {
    const claims = claimsOf(article, timeZone, isNews);
    if (claims.length === 0) return;
    const at = clock.now();
    // A post that brings a whole season announces its beginning; the weekly digest lists the rest.
    const [announced, listed] = [claims.slice(0, announcedAtOnce), claims.slice(announcedAtOnce)];
    const saved = await conferences.save(guildId, announced, { at, isNews }, planConference);
    log.info('conference.read', { articleId: article.id, guildId, ...saved });
    if (listed.length > 0)
      await conferences.save(guildId, listed, { at, isNews: false, mayAsk: isNews }, planConference);
  } catch (error) {
    if (!isDefect(error)) throw error;
    log.error('conference.notRead', { articleId: article.id, guildId, err: error });
  }
}

/** Several events that lead to other pages of the site stand beside a post, as a list of what is on. */
function subjectsOf({ url, events = [] }: Article): readonly CalendarEvent[] {
  const leadsAway = (link: string | undefined) =>
    link !== undefined &&
    url !== undefined &&
    hostOf(link) === hostOf(url) &&
    canonicalLink(link) !== canonicalLink(url);
  return events.length === 1 ? events : events.filter((event) => !leadsAway(event.url));
}

function hostOf(url: string): string {
  return isUrl(url) ? new URL(url).host : '';
}

/**
 * What an article says of conferences. Markup first: it says what the words mean.
 *
 * @param homeTimeZone zone of the society
 * @param isNews else it was there before its source was followed: without a date it may be of any year
 */
export function claimsOf(article: Article, homeTimeZone: string, isNews = true): ConferenceClaim[] {
  const { title, url, firstSeenAt, publishedAt } = article;
  const events = subjectsOf(article);
  const marked = events.map((event) => claimOfEvent(event, 'page', url ?? event.uid, article, events.length === 1));
  const isDated = publishedAt !== undefined || isNews;
  // A date later than the sighting counts as the sighting.
  const writtenAt = Math.min(publishedAt ?? firstSeenAt, firstSeenAt);
  const referenceDate = isDated ? dayIn(writtenAt, homeTimeZone) : undefined;
  const finding = readConference({ title, text: articleText(article), referenceDate, homeTimeZone });
  const told = claimOfFinding(finding, article);
  return told ? [...marked, told] : marked;
}
