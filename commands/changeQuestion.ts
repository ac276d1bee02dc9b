// "Change question" in the menu of a message: on the question that opens a discussion, or on the card above it. Another wording
// or a moderator's own takes its place, through the outbox like everything that is sent.

import { planQuestionEdit } from '../src/delivery/planEdits.ts';
import { type Delivery, mayHaveQuestion } from '../src/domain/delivery.ts';
import { Refusal } from '../src/domain/errors.ts';
import type { ChannelId, DeliveryId, MessageId } from '../src/domain/ids.ts';
import { type Asked, defineMessageMenu, type Pressed } from '../src/kit/defineCommand.ts';
import { modal, type Result, reply, update } from '../src/kit/result.ts';
import { sayIn } from '../src/kit/translate.ts';
import type { Articles } from '../src/ports/articles.ts';
import type { Audit } from '../src/ports/audit.ts';
import type { Outbox } from '../src/ports/outbox.ts';
import type { Publisher } from '../src/ports/publisher.ts';
import type { ProposedQuestion, Questions } from '../src/ports/questions.ts';
import type { Settings } from '../src/ports/settings.ts';
import { starterQuestions } from '../src/reading/starterQuestion.ts';
import { questionChanged, questionChoice, questionForm } from '../src/views/questionChange.ts';
import { findPostId } from './parts/findPost.ts';
import { readQuestion } from './parts/readQuestion.ts';
import { record } from './parts/record.ts';

interface ChangeQuestionPorts {
  readonly outbox: Pick<Outbox, 'find'>;
  readonly articles: Pick<Articles, 'get'>;
  readonly questions: Questions;
  readonly publisher: Pick<Publisher<never>, 'findSent'>;
  readonly settings: Pick<Settings, 'get'>;
  readonly audit: Audit;
}

export const changeQuestion = defineMessageMenu({
  name: 'changeQuestion',
  access: 'moderators',
  visibility: 'private',
  auditsItself: true,
  opensForm: ['write'],
  async run({ message, ...asked }, ports: ChangeQuestionPorts) {
    const post = await getPost(findPostId(message), asked, ports);
    await refuseRemoved(post, ports);
    const { text } = await getPresent(post, asked, ports);
    return reply(await showChoice(post, await ports.questions.propose(post, text, asked.now), asked, ports));
  },
  actions: {
    another: async (pressed, ports: ChangeQuestionPorts): Promise<Result> => {
      const { post, text } = await getProposed(pressed, ports);
      const next = await findNext(post, text, pressed, ports);
      const proposed = await ports.questions.propose(post, next, pressed.now);
      return update(await showChoice(post, proposed, pressed, ports));
    },
    write: async (pressed, ports: ChangeQuestionPorts): Promise<Result> =>
      modal(questionForm({ proposed: await getProposed(pressed, ports), say: pressed.say })),
    use: async (pressed, ports: ChangeQuestionPorts): Promise<Result> => {
      const { post, text } = await getProposed(pressed, ports);
      await refuseRemoved(post, ports);
      const { text: before } = await getPresent(post, pressed, ports);
      const isSent = post.results.question !== undefined;
      // Pressed twice, or somebody else chose the same.
      if (before === text) return update(questionChanged({ text, isSent, say: pressed.say }));
      const came = await ports.questions.change(post, text, planQuestionEdit, pressed.now);
      if (came === 'nowhere') throw new Refusal('questionNone');
      if (came === 'repeated') throw new Refusal('questionRepeated');
      const options = { post: post.id, before, question: text };
      await record(sayIn('en')('commands.changeQuestion.title'), options, pressed, ports);
      return update(questionChanged({ text, isSent: came === 'changing', say: pressed.say }));
    },
  },
  forms: {
    own: async ({ fields, ...filled }, ports: ChangeQuestionPorts): Promise<Result> => {
      const { post } = await getProposed(filled, ports);
      const text = readQuestion(fields.question ?? '');
      const repeated = await ports.questions.listRepeated(post, [text], filled.now);
      if (repeated.size > 0) throw new Refusal('questionRepeated');
      return update(await showChoice(post, await ports.questions.propose(post, text, filled.now), filled, ports));
    },
  },
});

/** @throws Refusal for anything but a post of an article on this server that has a question, or is to have one */
async function getPost(id: DeliveryId | undefined, asked: Asked, { outbox }: ChangeQuestionPorts): Promise<Delivery> {
  const post = id === undefined ? undefined : await outbox.find(id);
  if (post?.purpose !== 'article' || post.guildId !== asked.guildId) throw new Refusal('questionUnknown');
  if (!mayHaveQuestion(post)) throw new Refusal('questionNone');
  return post;
}

/** @throws Refusal where a person removed the question; what cannot be looked at is taken to be there */
async function refuseRemoved({ results }: Delivery, { publisher }: ChangeQuestionPorts): Promise<void> {
  const { thread, question } = results;
  if (thread === undefined || question === undefined) return;
  const finding = await publisher.findSent(thread as ChannelId, question as MessageId);
  if (finding.kind === 'removed') throw new Refusal('questionRemoved');
}

/** What is asked, or is to be asked: fixed now where it was not yet. */
async function getPresent(post: Delivery, { now }: Asked, ports: ChangeQuestionPorts) {
  const kept = await ports.questions.find(post.id);
  return kept ?? ports.questions.keep(post, await listWordings(post, ports), now);
}

async function listWordings(post: Delivery, { articles, settings }: ChangeQuestionPorts): Promise<readonly string[]> {
  const article = post.articleId === undefined ? undefined : await articles.get(post.articleId);
  if (!article) throw new Refusal('questionNone');
  const { language } = await settings.get(post.guildId);
  return starterQuestions(article, { language });
}

/** The wording after this one, and from the last to the first again; this one where there is no other that was not asked lately. */
async function findNext(post: Delivery, text: string, { now }: Asked, ports: ChangeQuestionPorts): Promise<string> {
  const wordings = await listWordings(post, ports);
  const repeated = await ports.questions.listRepeated(post, wordings, now);
  const at = wordings.indexOf(text) + 1;
  return [...wordings.slice(at), ...wordings.slice(0, at)].find((wording) => !repeated.has(wording)) ?? text;
}

/** @throws Refusal where what the button stood for was forgotten */
async function getProposed({ id, ...asked }: Pick<Pressed, 'id'> & Asked, ports: ChangeQuestionPorts) {
  const proposed = await ports.questions.findProposed(id, asked.guildId);
  const command = asked.say('quoted', { text: asked.say('commands.changeQuestion.title') });
  if (!proposed) throw new Refusal('buttonOutlived', { command });
  return { ...proposed, post: await getPost(proposed.deliveryId, asked, ports) };
}

async function showChoice(post: Delivery, proposed: ProposedQuestion, asked: Asked, ports: ChangeQuestionPorts) {
  const present = await getPresent(post, asked, ports);
  return questionChoice({
    present: present.text,
    proposed,
    isSent: post.results.question !== undefined,
    say: asked.say,
  });
}
