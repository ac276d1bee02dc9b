// The card that brings an article to a channel. The one place it is put together: for a delivery, and for a preview of one.

import { type Article, articleText, type BriefArticle } from '../domain/article.ts';
import type { ChannelId, DeliveryId, GuildId } from '../domain/ids.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import type { GuildSettings } from '../domain/settings.ts';
import { pingRoleOf, type Subscription } from '../domain/subscription.ts';
import type { MessageView } from '../kit/message.ts';
import { sayIn } from '../kit/translate.ts';
import type { Articles } from '../ports/articles.ts';
import type { MemberRoles } from '../ports/memberRoles.ts';
import type { Previewing } from '../ports/previewing.ts';
import type { Settings } from '../ports/settings.ts';
import { readArticle } from '../reading/readArticle.ts';
import { readingMinutes } from '../reading/readingMinutes.ts';
import { articleCard } from '../views/articleCard.ts';

export interface CardParts {
  readonly article: Article;
  readonly settings: GuildSettings;
  /** Undefined once it was removed: the guild's own choices apply. */
  readonly subscription: Pick<Subscription, 'pingRoleId'> | undefined;
  /** Set where moderators recommend the article of somebody else. */
  readonly recommendation?: Recommendation | undefined;
  /** Earlier articles on the same subject; unset: none. */
  readonly related?: readonly Pick<Article, 'title' | 'url'>[];
  /** Unset in a preview. */
  readonly deliveryId?: DeliveryId;
  readonly isPlain?: boolean;
  readonly memberRoles: Pick<MemberRoles, 'mayManage'>;
}

export function composeCard(parts: CardParts): MessageView {
  const { article, settings, subscription, related = [], deliveryId, isPlain = false, memberRoles } = parts;
  const { recommendation } = parts;
  const minutes = readingMinutes(articleText(article));
  const { text, quotes } = readArticle(article, 'standard');
  const pingRoleId = pingRoleOf(subscription, settings);
  return articleCard({
    article,
    excerpt: text,
    related,
    isPlain,
    say: sayIn(settings.language),
    ...(deliveryId === undefined ? {} : { deliveryId }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(quotes === undefined ? {} : { quotes }),
    ...(recommendation === undefined ? {} : { recommendation }),
    ...(pingRoleId === undefined
      ? {}
      : { pingRoleId, isRoleOffered: memberRoles.mayManage(settings.guildId, pingRoleId) }),
  });
}

const relatedShown = 3;

/** What a card in this channel may name: articles whose source is followed into the same channel, so that all who read it see them. */
export function listRelatedIn(
  place: { readonly guildId: GuildId; readonly channelId: ChannelId },
  article: Article,
  articles: Pick<Articles, 'listRelated'>,
): Promise<BriefArticle[]> {
  const scope = { guildId: place.guildId, channelIds: new Set([place.channelId]) };
  return articles.listRelated(article, scope, relatedShown);
}

interface PreviewingPorts {
  readonly articles: Pick<Articles, 'listRelated'>;
  readonly settings: Settings;
  readonly memberRoles: Pick<MemberRoles, 'mayManage'>;
}

export function createPreviewing({ articles, settings, memberRoles }: PreviewingPorts): Previewing<MessageView> {
  return {
    composeCard: async (article, subscription, recommendation) =>
      composeCard({
        article,
        subscription,
        recommendation,
        related: await listRelatedIn(subscription, article, articles),
        settings: await settings.get(subscription.guildId),
        memberRoles,
      }),
  };
}
