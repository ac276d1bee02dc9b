// /post: the society recommends an article somebody else wrote. Whoever asks sees the card first; only their confirmation posts it,
// through the outbox like every article, and once in each channel.

import { fitSteps } from '../../src/delivery/fitSteps.ts';
import { planRecommendation } from '../../src/delivery/planArticleDeliveries.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { ChannelId, GuildId } from '../../src/domain/ids.ts';
import { noteLimit, type Recommendation, type RecommendationDraft } from '../../src/domain/recommendation.ts';
import { stepsOfArticle } from '../../src/domain/subscription.ts';
import { type Asked, defineCommand, type Filled, type Pressed } from '../../src/kit/defineCommand.ts';
import type { MessageView } from '../../src/kit/message.ts';
import { optional, required } from '../../src/kit/options.ts';
import { modal, type Result, reply, update } from '../../src/kit/result.ts';
import type { Audit } from '../../src/ports/audit.ts';
import type { Guilds } from '../../src/ports/guilds.ts';
import type { Previewing } from '../../src/ports/previewing.ts';
import type { Settings } from '../../src/ports/settings.ts';
import { channelProblem } from '../../src/views/channelProblem.ts';
import { notice } from '../../src/views/notice.ts';
import { postForm, postPreview } from '../../src/views/postPreview.ts';
import { typedQuestionLimit } from '../../src/views/questionChange.ts';
import { escapeLine } from '../../src/views/text.ts';
import { findProblem } from '../parts/findProblem.ts';
import { record } from '../parts/record.ts';
import {
  articleOf,
  type DraftPorts,
  type FoundArticle,
  findArticle,
  postedBefore,
  postKey,
  type TypedWords,
  withNote,
  withWords,
} from './draft.ts';

interface PostPorts extends DraftPorts {
  readonly audit: Audit;
  readonly guilds: Guilds;
  readonly previewing: Previewing<MessageView>;
  readonly settings: Settings;
}

/** Characters; longer than any address a browser takes. */
const addressLimit = 2048;

export const post = defineCommand({
  name: 'post',
  access: 'moderators',
  visibility: 'private',
  auditsItself: true,
  options: {
    url: required.text({ max: addressLimit }),
    channel: optional.channel('text', 'announcement', 'forum', 'thread'),
    note: optional.text({ max: noteLimit }),
    question: optional.text({ max: typedQuestionLimit }),
  },
  opensForm: ['edit'],
  async run({ options: { url, channel, ...words }, ...asked }, ports: PostPorts) {
    const { articlesChannelId } = await ports.settings.get(asked.guildId);
    const channelId = channel?.id ?? articlesChannelId;
    if (channelId === undefined) throw new Refusal('channelMissing', { command: asked.mention('setup') });
    const problem = await problemIn(channelId, asked, ports);
    if (problem !== undefined) return reply(notice(problem));
    return reply(await showWords(await findArticle(url, channelId, asked, ports), words, asked, ports));
  },
  actions: {
    confirm: async (pressed, ports: PostPorts): Promise<Result> => {
      const draft = await getDraft(pressed, ports);
      const { guildId, member, now, say } = pressed;
      const { channelId, question } = draft;
      const problem = await problemIn(channelId, pressed, ports);
      if (problem !== undefined) return reply(notice(problem));
      const { delivery, isNew } = await ports.recommendations.post(
        { guildId, draft, dedupeKey: await postKey(draft, pressed, ports), by: member.id, at: now },
        (article, interest) => planRecommendation(article, interest, recommendationOf(draft), now),
      );
      if (!isNew) throw postedBefore(delivery, pressed);
      const options = { url: draft.entry.url, channel: channelId, question, ...recommendationOf(draft) };
      await record('post', options, pressed, ports);
      return update(notice(say('postPreview.underWay', { channel: `<#${channelId}>` })));
    },
    edit: async (pressed, ports: PostPorts): Promise<Result> => {
      const { note = '', question } = await getDraft(pressed, ports);
      return modal(postForm({ draftId: pressed.id, note, question, say: pressed.say }));
    },
  },
  forms: {
    rewrite: async (filled, ports: PostPorts): Promise<Result> => {
      const draft = await getDraft(filled, ports);
      return update(await showWords(draft, filled.fields, filled, ports));
    },
  },
});

/**
 * Nobody types a note or a question twice because the question cannot be asked: the one before, or the bot's own, stands in its
 * place, and what was typed below it.
 */
async function showWords(
  found: FoundArticle & { readonly question?: string },
  words: TypedWords,
  asked: Asked,
  ports: PostPorts,
): Promise<MessageView> {
  try {
    return await showDraft(await withWords(found, words, asked, ports), asked, ports);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { question } = found;
    const { note } = words;
    const kept =
      question === undefined ? await withWords(found, { note }, asked, ports) : withNote({ ...found, question }, note);
    const refused = `${asked.say(error.sentence, error.args)}\n> ${escapeLine(words.question ?? '', typedQuestionLimit)}`;
    return showDraft(kept, asked, ports, refused);
  }
}

/** @param refused why the question that was typed is not the one that is shown */
async function showDraft(
  draft: RecommendationDraft,
  asked: Asked,
  ports: PostPorts,
  refused?: string,
): Promise<MessageView> {
  const { guildId, now, say } = asked;
  const { channelId, question } = draft;
  const article = await articleOf(draft, asked, ports);
  const card = await ports.previewing.composeCard(article, { guildId, channelId }, recommendationOf(draft));
  const draftId = await ports.recommendations.keep(guildId, draft, now);
  const opening = (await isDiscussed(guildId, channelId, ports)) ? { question } : {};
  return postPreview({ draftId, channelId, card, ...opening, refused, say });
}

async function isDiscussed(guildId: GuildId, channelId: ChannelId, { guilds, settings }: PostPorts): Promise<boolean> {
  const steps = stepsOfArticle({ channelId }, await settings.get(guildId));
  return fitSteps({ steps, purpose: 'article' }, guilds.kindOf(channelId) ?? 'text').includes('question');
}

/** What keeps the bot from posting there, in words. */
async function problemIn(channelId: ChannelId, { guildId, say }: Asked, { guilds, settings }: PostPorts) {
  const { threads } = await settings.get(guildId);
  const problem = findProblem(guilds, guildId, channelId, threads);
  return problem && channelProblem(problem, say);
}

async function getDraft({ id, guildId, mention }: Pressed | Filled, { recommendations }: PostPorts) {
  const draft = await recommendations.find(id, guildId);
  if (!draft) throw new Refusal('buttonOutlived', { command: mention('post') });
  return draft;
}

function recommendationOf({ note }: RecommendationDraft): Recommendation {
  return note === undefined ? {} : { note };
}
