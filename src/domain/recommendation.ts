// A recommendation: moderators post an article somebody else wrote, with a word of the society's own.

import type { Article, Entry } from './article.ts';
import { canonicalLink } from './canonicalLink.ts';
import type { ArticleId, ChannelId, Instant, SourceId } from './ids.ts';

/** Characters of a note, before escaping: two or three sentences. */
export const noteLimit = 300;

/** What the society says beside the article; kept with the delivery. */
export interface Recommendation {
  /** Why it is worth reading; plain text. */
  readonly note?: string;
}

/** What a moderator was shown and has not posted yet. It never changes: whoever edits it gets another one. */
export interface RecommendationDraft extends Recommendation {
  readonly channelId: ChannelId;
  /** Set where the article is known already to those who may view the channel. */
  readonly articleId?: ArticleId;
  /** As its page stood when it was read: what is posted is what was shown. */
  readonly entry: Entry & { readonly url: string };
  /** By whom it is: what its site calls itself. */
  readonly siteName: string;
  /** What opens the discussion, where there is one. */
  readonly question: string;
}

/** In place of the id of an article that is not saved yet. */
export const unsavedId = 0 as ArticleId;

/** The article of a draft as it will be once it is posted, for showing it before. */
export function unsavedArticle(
  { entry, siteName }: Pick<RecommendationDraft, 'entry' | 'siteName'>,
  now: Instant,
): Article {
  return {
    ...entry,
    id: unsavedId,
    sourceId: 0 as SourceId,
    sourceTitle: siteName,
    canonicalLink: canonicalLink(entry.url),
    firstSeenAt: now,
    revision: 1,
  };
}
