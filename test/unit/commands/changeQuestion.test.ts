import { beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/domain/delivery.ts';
import type { ArticleId, DeliveryId, GuildId, MessageId } from '../../../src/domain/ids.ts';
import type { TargetMessage } from '../../../src/kit/defineCommand.ts';
import { sayIn } from '../../../src/kit/translate.ts';
import { starterQuestions } from '../../../src/reading/starterQuestion.ts';
import { articleCard } from '../../../src/views/articleCard.ts';
import { starterQuestionMessage } from '../../../src/views/starterQuestionMessage.ts';
import { fakePorts, moderator, newsId, refusalOf, sampleArticle } from '../../support/fakePorts.ts';
import { sampleDelivery } from '../../support/sampleDelivery.ts';
import { customIdsOf, faultsOf, labelsOf, textOf, viewOf } from '../views/readView.ts';
import { fill, press, useMenu } from './runCommand.ts';

const asked = moderator();
const say = sayIn('en');
const article = sampleArticle({ id: 7 as ArticleId, title: 'The Rise of Populism' });
const wordings = starterQuestions(article);
const deliveryId = 'abcdefghij234567' as DeliveryId;
const card = articleCard({ article, excerpt: '', deliveryId, say });
const question = starterQuestionMessage({ question: 'Why?', articleId: article.id, deliveryId, say });
const results = { message: '900', thread: '900', question: '901' };

let fake = fakePorts();

beforeEach(() => {
  fake = fakePorts();
  fake.data.articles = [{ article, channelId: newsId }];
});

function post(changes: Partial<Delivery> = {}) {
  const sent = sampleDelivery({ id: deliveryId, articleId: article.id, step: 'question', state: 'sent', results });
  fake.data.deliveries.set(deliveryId, { ...sent, ...changes });
}

function choose(view = question, changes: Partial<TargetMessage> = {}) {
  const customIds = customIdsOf(view);
  const message = { id: '901' as MessageId, channelId: newsId, isOwn: true, customIds, links: [], ...changes };
  return useMenu('changeQuestion', message, asked, fake.ports);
}

type Shown = ReturnType<typeof viewOf>;
const idIn = (view: Shown, action: string) =>
  customIdsOf(view).find((id) => id.startsWith(`v1:changeQuestion:${action}:`)) ?? '';
const pressIn = (view: Shown, action: string) => press(idIn(view, action), asked, fake.ports);
const write = async (view: Shown, typed: string) => {
  const result = await pressIn(view, 'write');
  if (result.kind !== 'modal') throw new Error('no form opened');
  return fill(result.form.custom_id, { question: typed }, asked, fake.ports);
};

describe('“Change question” in the menu of a message', () => {
  it('offers questions in the language of the server', async () => {
    fake.data.settings = { ...fake.data.settings, language: 'de' };
    post();
    expect(textOf(viewOf(await choose()))).toContain(`**${starterQuestions(article, { language: 'de' })[0]}**`);
  });

  it.each([
    ['the question', question],
    ['the card above it', card],
  ])('shows what is asked, and offers another and one’s own, on %s', async (_what, view) => {
    post();
    const shown = viewOf(await choose(view));
    expect(faultsOf(shown)).toEqual([]);
    expect(textOf(shown)).toBe(`The discussion opens with:\n**${wordings[0]}**`);
    expect(labelsOf(shown)).toEqual(['Another question', 'Write my own']);
    expect(fake.data.changes).toEqual([]);
  });

  it.each([
    ['what a member wrote', { isOwn: false }, {}, 'questionUnknown'],
    ['a message without buttons', { customIds: [] }, {}, 'questionUnknown'],
    ['a post of another server', {}, { guildId: '999' as GuildId }, 'questionUnknown'],
    ['a list of articles', {}, { purpose: 'digest' as const }, 'questionUnknown'],
    ['a post without a question', {}, { steps: ['message'] as const, results: { message: '900' } }, 'questionNone'],
    ['a post whose question was left out', {}, { results: { message: '900', thread: '900' } }, 'questionNone'],
  ])('refuses kindly on %s', async (_what, message, changes, code) => {
    post(changes);
    expect((await refusalOf(choose(question, message))).code).toBe(code);
  });

  it('says so where a person removed the question, also while it was being chosen', async () => {
    post();
    const shown = viewOf(await pressIn(viewOf(await choose()), 'another'));
    fake.data.removedMessages.add('901');
    expect((await refusalOf(choose(card))).code).toBe('questionRemoved');
    expect((await refusalOf(pressIn(shown, 'use'))).code).toBe('questionRemoved');
    expect(fake.data.changes).toEqual([]);
  });
});

describe('another question', () => {
  it('is proposed with each press, through all wordings and from the last to the first', async () => {
    post();
    let shown = viewOf(await choose());
    for (const wording of [...wordings.slice(1), wordings[0]]) {
      shown = viewOf(await pressIn(shown, 'another'));
      expect(faultsOf(shown)).toEqual([]);
      expect(textOf(shown)).toContain(`**${wording}**`);
    }
    expect(labelsOf(shown)).toEqual(['Another question', 'Write my own']);
    expect(fake.data.changes).toEqual([]);
  });

  it('is none that was asked on this server lately', async () => {
    post();
    const shown = viewOf(await choose());
    fake.data.askedElsewhere = new Set(wordings.slice(1, 3));
    expect(textOf(viewOf(await pressIn(shown, 'another')))).toContain(`**${wordings[3]}**`);
  });

  it('is used by the one green button, and the audit keeps who chose it', async () => {
    post();
    const shown = viewOf(await pressIn(viewOf(await choose()), 'another'));
    expect(labelsOf(shown)).toEqual(['Use this question', 'Another question', 'Write my own']);
    const used = await pressIn(shown, 'use');
    expect(used.kind).toBe('update');
    expect(textOf(viewOf(used))).toBe(`I am changing the question. In a moment it reads:\n**${wordings[1]}**`);
    expect(textOf(viewOf(await pressIn(shown, 'use')))).toBe(textOf(viewOf(used)));
    expect(fake.data.changes).toEqual([wordings[1]]);
    expect(fake.data.audit).toMatchObject([
      {
        command: 'Change question',
        userId: asked.member.id,
        options: { post: deliveryId, before: wordings[0], question: wordings[1] },
      },
    ]);
  });

  it('is only kept where the discussion is not open yet', async () => {
    post({ state: 'held', step: 'thread', results: { message: '900' } });
    const first = viewOf(await choose(card));
    expect(textOf(first)).toContain('will open with');
    const used = await pressIn(viewOf(await pressIn(first, 'another')), 'use');
    expect(textOf(viewOf(used))).toBe(`Done. The discussion will open with:\n**${wordings[1]}**`);
  });

  it('cannot be chosen by a button that stands for nothing any more', async () => {
    post();
    const shown = viewOf(await pressIn(viewOf(await choose()), 'another'));
    fake.data.proposed.length = 0;
    const refusal = await refusalOf(pressIn(shown, 'use'));
    expect([refusal.code, refusal.args.command]).toEqual(['buttonOutlived', '“Change question”']);
  });
});

describe('a question of a moderator’s own', () => {
  it('is written into a form that holds the one that is shown', async () => {
    post();
    const result = await pressIn(viewOf(await choose()), 'write');
    expect(result.kind).toBe('modal');
    expect(JSON.stringify(result)).toContain(JSON.stringify(wordings[0]));
  });

  it.each([
    ['Who gains?', 'Who gains?'],
    ['  Who gains,\n and who loses.  ', 'Who gains, and who loses?'],
    ['誰が得をしますか', '誰が得をしますか?'],
    ['誰が得をしますか？', '誰が得をしますか？'],
  ])('is shown as it will stand: %s', async (typed, text) => {
    post();
    const shown = viewOf(await write(viewOf(await choose()), typed));
    expect(textOf(shown)).toContain(`I could ask this instead:\n**${text}**`);
    await pressIn(shown, 'use');
    expect(fake.data.changes).toEqual([text]);
  });

  it('pings nobody and is no markup', async () => {
    post();
    const shown = viewOf(await write(viewOf(await choose()), '@everyone **who** <@300>?'));
    expect(faultsOf(shown)).toEqual([]);
    expect(textOf(shown)).toContain('\\*\\*who\\*\\*');
    expect(shown.mentions).toBeUndefined();
  });

  it.each([
    ['???', 'questionEmpty'],
    ['x'.repeat(240), 'questionLong'],
    ['What was asked before?', 'questionRepeated'],
  ])('is refused where it cannot be asked: %s', async (typed, code) => {
    post();
    fake.data.askedElsewhere = new Set(['What was asked before?']);
    expect((await refusalOf(write(viewOf(await choose()), typed))).code).toBe(code);
  });
});
