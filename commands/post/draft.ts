// What a moderator wants to recommend: the article at an address, as it is known in the channel already or as its page says, with
// a note and a question.

import { articleKey } from '../../src/delivery/planArticleDeliveries.ts';
import { completeEntry } from '../../src/domain/article.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { ChannelId, DeliveryId } from '../../src/domain/ids.ts';
import { type RecommendationDraft, unsavedArticle } from '../../src/domain/recommendation.ts';
import type { Asked } from '../../src/kit/defineCommand.ts';
import type { Articles } from '../../src/ports/articles.ts';
import type { Questions } from '../../src/ports/questions.ts';
import type { Reader } from '../../src/ports/reader.ts';
import type { Recommendations } from '../../src/ports/recommendations.ts';
import type { Settings } from '../../src/ports/settings.ts';
import { starterQuestions } from '../../src/reading/starterQuestion.ts';
import { postUrl } from '../../src/views/postUrl.ts';
import { cutText, escapeLine, oneLine, plainText } from '../../src/views/text.ts';
import { readQuestion } from '../parts/readQuestion.ts';
import { withScheme } from '../parts/withScheme.ts';

export interface DraftPorts {
  readonly articles: Pick<Articles, 'get' | 'findByUrl'>;
  readonly questions: Pick<Questions, 'listRepeated'>;
  readonly reader: Pick<Reader, 'readPage'>;
  readonly recommendations: Recommendations;
  readonly settings: Pick<Settings, 'get'>;
}

/** As typed; may be empty. */
export interface TypedWords {
  readonly note?: string | undefined;
  readonly question?: string | undefined;
}

export type FoundArticle = Pick<RecommendationDraft, 'articleId' | 'entry' | 'siteName' | 'channelId'>;

const siteNameLimit = 100;
/** A draft is no post yet: whatever any post asked counts as asked. */
const noPost = '' as DeliveryId;

/** @throws Refusal where it was posted in the channel before; SourceError where the page cannot be read */
export async function findArticle(
  typed: string,
  channelId: ChannelId,
  asked: Asked,
  ports: DraftPorts,
): Promise<FoundArticle> {
  const address = withScheme(typed);
  const known = await findKnown(address, channelId, asked, ports);
  if (known) await refusePosted(known, asked, ports);
  const found = known ?? (await readArticle(address, channelId, asked, ports));
  if (!known) await refusePosted(found, asked, ports);
  return found;
}

/** The article with these words. @throws Refusal for a question that cannot be asked */
export async function withWords(
  found: FoundArticle,
  { note, question = '' }: TypedWords,
  asked: Asked,
  ports: DraftPorts,
): Promise<RecommendationDraft> {
  return withNote({ ...found, question: await chooseQuestion(found, question.trim(), asked, ports) }, note);
}

/** The same article and question with another note, or none. */
export function withNote(
  { articleId, entry, siteName, channelId, question }: FoundArticle & Pick<RecommendationDraft, 'question'>,
  note = '',
): RecommendationDraft {
  const kept = plainText(note).trim();
  return {
    ...{ entry, siteName, channelId, question },
    ...(articleId === undefined ? {} : { articleId }),
    ...(kept === '' ? {} : { note: kept }),
  };
}

/** The article itself where it is known, else as it will be. */
export async function articleOf(
  draft: FoundArticle,
  { now }: Pick<Asked, 'now'>,
  { articles }: Pick<DraftPorts, 'articles'>,
) {
  const known = draft.articleId === undefined ? undefined : await articles.get(draft.articleId);
  return known ?? unsavedArticle(draft, now);
}

/** By which its post in the channel is known. */
export async function postKey(draft: FoundArticle, asked: Asked, ports: DraftPorts): Promise<string> {
  return articleKey(draft.channelId, await articleOf(draft, asked, ports));
}

/** What to tell whoever asks for an article that is in the channel, or was. */
export function postedBefore(delivery: Delivery, { mention }: Pick<Asked, 'mention'>): Refusal {
  const channel = `<#${delivery.channelId}>`;
  const url = postUrl(delivery);
  if (delivery.reason === 'removedByPerson') return new Refusal('postTakenBack', { channel });
  if (url !== undefined) return new Refusal('postKnown', { channel, url });
  return new Refusal('postWaiting', { channel, command: mention('status') });
}

async function findKnown(
  url: string,
  channelId: ChannelId,
  { guildId }: Asked,
  { articles }: DraftPorts,
): Promise<FoundArticle | undefined> {
  const article = await articles.findByUrl(url, { guildId, channelIds: new Set([channelId]) });
  if (!article) return undefined;
  const entry = { ...article, url: article.url ?? url };
  return { articleId: article.id, entry, siteName: article.sourceTitle, channelId };
}

/** The address the page gives itself may be one that is known. */
async function readArticle(
  address: string,
  channelId: ChannelId,
  asked: Asked,
  ports: DraftPorts,
): Promise<FoundArticle> {
  const page = await ports.reader.readPage(address);
  const url = page.canonicalUrl ?? page.url ?? new URL(address).href;
  const known = await findKnown(url, channelId, asked, ports);
  if (known) return known;
  const { hostname } = new URL(url);
  const title = oneLine(page.title ?? '');
  if (title === '') throw new Refusal('articleMissing', { host: escapeLine(hostname, siteNameLimit) });
  const bare = { url, title, teaser: '', text: '', authors: [], categories: [] };
  const siteName = cutText(oneLine(page.siteName ?? ''), siteNameLimit) || hostname.replace(/^www\./, '');
  return { entry: { ...completeEntry(bare, page), url }, siteName, channelId };
}

async function refusePosted(found: FoundArticle, asked: Asked, ports: DraftPorts): Promise<void> {
  const posted = await ports.recommendations.findPosted(await postKey(found, asked, ports), found);
  if (posted) throw postedBefore(posted, asked);
}

async function listQuestions(found: FoundArticle, asked: Asked, ports: DraftPorts): Promise<readonly string[]> {
  const { language } = await ports.settings.get(asked.guildId);
  return starterQuestions(await articleOf(found, asked, ports), { language });
}

async function chooseQuestion(found: FoundArticle, typed: string, asked: Asked, ports: DraftPorts): Promise<string> {
  const { guildId, now } = asked;
  const wordings = typed === '' ? await listQuestions(found, asked, ports) : ([readQuestion(typed)] as const);
  const repeated = await ports.questions.listRepeated({ id: noPost, guildId }, wordings, now);
  const fresh = wordings.find((wording) => !repeated.has(wording));
  if (fresh === undefined && typed !== '') throw new Refusal('questionRepeated');
  return fresh ?? wordings[0] ?? '';
}
