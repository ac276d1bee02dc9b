// What a step of a delivery says: the article's card, its starter question or an alert. A question is kept before it is said.

import type { RecommendationPayload } from '../delivery/planArticleDeliveries.ts';
import type { EditPayload } from '../delivery/planEdits.ts';
import type { DigestPayload } from '../delivery/planFloodAnswer.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { ArticleId } from '../domain/ids.ts';
import type { MessageView } from '../kit/message.ts';
import { sayIn } from '../kit/translate.ts';
import type { Articles } from '../ports/articles.ts';
import type { Clock } from '../ports/clock.ts';
import type { MemberRoles } from '../ports/memberRoles.ts';
import type { Model } from '../ports/model.ts';
import type { Questions } from '../ports/questions.ts';
import type { Settings } from '../ports/settings.ts';
import type { Subscriptions } from '../ports/subscriptions.ts';
import { starterQuestions, takesProposed } from '../reading/starterQuestion.ts';
import { digestMessage } from '../views/digestMessage.ts';
import { starterQuestionMessage } from '../views/starterQuestionMessage.ts';
import { threadName } from '../views/threadName.ts';
import { type AlertPorts, composeAlert } from './composeAlert.ts';
import { composeCard, listRelatedIn } from './composeCard.ts';
import { composeConference, findConference } from './composeConference.ts';
import { composeProgrammeDigest, isProgrammeDigest } from './composeProgrammeDigest.ts';
import { type ComposeReminderPorts, composeReminder } from './composeReminder.ts';

export interface ComposePorts extends AlertPorts, Pick<ComposeReminderPorts, 'reminders' | 'clock'> {
  readonly articles: Articles;
  readonly conferences: AlertPorts['conferences'] & ComposeReminderPorts['conferences'];
  readonly settings: Settings;
  readonly subscriptions: Pick<Subscriptions, 'find'>;
  readonly memberRoles: Pick<MemberRoles, 'mayManage'>;
}

export interface QuestionPorts extends Pick<ComposePorts, 'articles' | 'settings'> {
  readonly questions: Pick<Questions, 'find' | 'keep'>;
  readonly model: Pick<Model, 'findQuestion' | 'awaitsQuestion'>;
  readonly clock: Clock;
}

/**
 * @returns undefined where there is nothing to say any more
 * @throws Error when the row names an article that is not there: a defect
 */
export async function composeMessage(delivery: Delivery, ports: ComposePorts): Promise<MessageView | undefined> {
  const settings = await ports.settings.get(delivery.guildId);
  const say = sayIn(settings.language);
  if (delivery.purpose === 'edit') {
    const { editsId } = delivery.payload as unknown as EditPayload;
    const edited = await ports.outbox.find(editsId);
    if (!edited) return undefined;
    if (edited.purpose === 'alert') return composeAlert(delivery, edited.id, say, ports);
    const isPlain = edited.isPlain || delivery.isPlain;
    const card = await composeMessage({ ...edited, step: 'message', isPlain }, ports);
    // Nobody is pinged for a change: whom the message concerned has been told.
    return card && { components: card.components };
  }
  if (delivery.purpose === 'alert') return composeAlert(delivery, delivery.id, say, ports);
  if (isProgrammeDigest(delivery)) return composeProgrammeDigest(delivery, ports);
  if (delivery.purpose === 'digest') {
    const { articleIds } = delivery.payload as unknown as DigestPayload;
    const articles = await Promise.all(articleIds.map((id) => ports.articles.get(id as ArticleId)));
    const known = articles.filter((article) => article !== undefined);
    return digestMessage({ articles: known, deliveryId: delivery.id, say });
  }
  if (delivery.purpose === 'reminder') return composeReminder(delivery, ports);
  if (delivery.purpose === 'conference' || delivery.purpose === 'notice') {
    return composeConference(delivery, say, ports.conferences);
  }
  const article = await getArticle(delivery, ports.articles);
  const { id: deliveryId, subscriptionId, isPlain } = delivery;
  const subscription = subscriptionId === undefined ? undefined : await ports.subscriptions.find(subscriptionId);
  const { memberRoles } = ports;
  const related = isPlain ? [] : await listRelatedIn(delivery, article, ports.articles);
  const { recommendation } = (delivery.payload ?? {}) as RecommendationPayload;
  return composeCard({ article, settings, subscription, recommendation, related, deliveryId, isPlain, memberRoles });
}

/** The question below a post: fixed when it is composed first, and the same from then on unless moderators change it. */
export async function composeQuestion(post: Delivery, ports: QuestionPorts): Promise<MessageView> {
  const article = await getArticle(post, ports.articles);
  const { language } = await ports.settings.get(post.guildId);
  const wordings = starterQuestions(article, { language, proposed: await ports.model.findQuestion(article) });
  const { text: question } = await ports.questions.keep(post, wordings, ports.clock.now());
  return starterQuestionMessage({ question, articleId: article.id, deliveryId: post.id, say: sayIn(language) });
}

/** True while the question of a new discussion is still being written; what was posted stands meanwhile. */
export async function awaitsQuestion(post: Delivery, ports: QuestionPorts): Promise<boolean> {
  if (await ports.questions.find(post.id)) return false;
  const article = await getArticle(post, ports.articles);
  const { language } = await ports.settings.get(post.guildId);
  return takesProposed(article, language) && ports.model.awaitsQuestion(article);
}

/** What the discussion of a delivery is called, also as a forum post. */
export async function composeDiscussionName(delivery: Delivery, ports: ComposePorts): Promise<string> {
  const { articles } = ports;
  if (delivery.articleId !== undefined) return threadName((await getArticle(delivery, articles)).title);
  const say = sayIn((await ports.settings.get(delivery.guildId)).language);
  const conference = await findConference(delivery, ports.conferences);
  if (conference) return threadName(conference.title);
  if (isProgrammeDigest(delivery)) return threadName(say('programmeDigest.heading'));
  return threadName(say(delivery.purpose === 'digest' ? 'digest.name' : 'alert.name'));
}

/** What its article is filed under; a forum's tags are chosen by it. */
export async function composeTags(delivery: Delivery, { articles }: ComposePorts): Promise<readonly string[]> {
  return delivery.articleId === undefined ? [] : (await getArticle(delivery, articles)).categories;
}

async function getArticle(delivery: Delivery, articles: Articles) {
  const article = delivery.articleId === undefined ? undefined : await articles.get(delivery.articleId);
  if (!article) throw new Error(`delivery ${delivery.id} names no article that is known`);
  return article;
}
