// The message that brings a new article to a channel. In every form of it the Summary button carries the delivery's id, the
// marker by which the message is found again after a crash.

import {
  type APIComponentInContainer,
  type APIMediaGalleryComponent,
  type APIMessageTopLevelComponent,
  ComponentType,
} from 'discord-api-types/v10';
import type { Article } from '../domain/article.ts';
import type { ArticleId, DeliveryId, RoleId } from '../domain/ids.ts';
import type { QuotedSource } from '../domain/quotedSource.ts';
import { type Recommendation, unsavedId } from '../domain/recommendation.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { articleByline, articleTitle } from './articleTitle.ts';
import { actionButton, buttonRow, container, linkButton, present, textBlock } from './blocks.ts';
import { quotedLine } from './quotedLine.ts';
import { recommendedLine } from './recommendedLine.ts';
import { relatedLine } from './relatedLine.ts';
import { cutText, escapeText, findLinkUrl, oneLine } from './text.ts';

/** Characters of the excerpt before escaping, and with its escapes: what a preview leaves of a message. */
const excerptLimit = 600;
const escapedExcerptLimit = 900;
/** Discord takes 1024; a screen reader should not have to read so much. */
const altTextLimit = 300;
/** Leaves room for the words around it, so that the closing quote is not cut. */
const titleInAltLimit = 200;
/** @see https://docs.discord.com/developers/components/reference#unfurled-media-item */
const pictureUrlLimit = 2048;

export interface ArticleCard {
  readonly article: Article;
  /** A few sentences of the article, verbatim; may be empty. */
  readonly excerpt: string;
  /** Minutes it takes to read. */
  readonly minutes?: number;
  readonly quotes?: QuotedSource;
  /** Set where the article is somebody else's and the society recommends it. */
  readonly recommendation?: Recommendation;
  /** Earlier articles on the same subject, that everyone in the channel can see. */
  readonly related?: readonly Pick<Article, 'title' | 'url'>[];
  readonly deliveryId?: DeliveryId;
  /** Role to ping. */
  readonly pingRoleId?: RoleId;
  /** True where members may have that role for the asking. */
  readonly isRoleOffered?: boolean;
  /** True: title and link only, for an article whose full card Discord called invalid. */
  readonly isPlain?: boolean;
  readonly say: Say;
}

export function articleCard(card: ArticleCard): MessageView {
  const { article, pingRoleId, say } = card;
  const readUrl = card.isPlain ? undefined : findLinkUrl(article.url);
  const buttons = buttonRow([
    linkButton(say('article.read'), readUrl),
    summaryButton(article.id, card.deliveryId, say),
    notifyButton(card),
  ]);
  const body: APIComponentInContainer[] = [
    textBlock(`### ${articleTitle(article)}`),
    ...(card.isPlain ? [] : details(card)),
    ...present(buttons),
  ];
  const components: APIMessageTopLevelComponent[] = [container(body)];
  if (pingRoleId === undefined) return { components };
  return { components: [textBlock(`<@&${pingRoleId}>`), ...components], mentions: { roles: [pingRoleId] } };
}

/** Works for years: the article's id, and the marker of what brought it. Before the article is saved there is nothing to press for. */
export function summaryButton(articleId: ArticleId, marker: string | undefined, say: Say) {
  const id = marker === undefined ? `${articleId}` : `${articleId}.${marker}`;
  return actionButton(say('article.summary'), customId('articles', 'summary', id), articleId === unsavedId);
}

function notifyButton({ pingRoleId, isRoleOffered = false, isPlain = false, say }: ArticleCard) {
  if (pingRoleId === undefined || !isRoleOffered || isPlain) return undefined;
  return actionButton(say('notify.button'), customId('articles', 'notify', pingRoleId));
}

function details(card: ArticleCard): APIComponentInContainer[] {
  const { article, excerpt, minutes, quotes, recommendation, related = [], say } = card;
  const texts = [
    articleByline(article, minutes, say),
    recommendation === undefined ? '' : recommendedLine(article.sourceTitle, recommendation, say),
    escapeText(excerpt, excerptLimit, escapedExcerptLimit),
    // Whom the article of somebody else quotes in its turn is not the society's to say.
    quotes === undefined || recommendation !== undefined ? '' : quotedLine(quotes, say),
  ];
  const line = relatedLine(related, say);
  return [
    ...texts.filter((text) => text !== '').map(textBlock),
    ...present<APIComponentInContainer>(gallery(article, say), line === '' ? undefined : textBlock(line)),
  ];
}

/** The picture with the words of its page or feed for whoever does not see it; without them it is named after its article. */
function gallery({ picture, title }: Article, say: Say): APIMediaGalleryComponent | undefined {
  const url = findLinkUrl(picture?.url, pictureUrlLimit);
  if (url === undefined) return undefined;
  const named = () => say('article.picture', { title: cutText(oneLine(title), titleInAltLimit) || '…' });
  const description = cutText(oneLine(picture?.alt ?? '') || named(), altTextLimit);
  return { type: ComponentType.MediaGallery, items: [{ media: { url }, description }] };
}
