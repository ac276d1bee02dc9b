import { beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/domain/delivery.ts';
import type { ArticleId, DeliveryId, GuildId, MessageId } from '../../../src/domain/ids.ts';
import type { TargetMessage } from '../../../src/kit/defineCommand.ts';
import { sayIn } from '../../../src/kit/translate.ts';
import { articleCard } from '../../../src/views/articleCard.ts';
import { digestMessage } from '../../../src/views/digestMessage.ts';
import { starterQuestionMessage } from '../../../src/views/starterQuestionMessage.ts';
import { fakePorts, guildId, moderator, newsId, refusalOf, sampleArticle } from '../../support/fakePorts.ts';
import { sampleDelivery } from '../../support/sampleDelivery.ts';
import { customIdsOf, faultsOf, labelsOf, textOf, viewOf } from '../views/readView.ts';
import { press, useMenu } from './runCommand.ts';

const asked = moderator();
const say = sayIn('en');
const article = sampleArticle();
const deliveryId = 'abcdefghij234567' as DeliveryId;
const card = articleCard({ article, excerpt: '', deliveryId, say });
const question = starterQuestionMessage({ question: 'Why?', articleId: 7 as ArticleId, deliveryId, say });
const digest = digestMessage({ articles: [article], deliveryId, say });
const results = { message: '900', thread: '900' };

let fake = fakePorts();

beforeEach(() => {
  fake = fakePorts();
});

function post(changes: Partial<Delivery> = {}) {
  fake.data.deliveries.set(deliveryId, sampleDelivery({ id: deliveryId, state: 'sent', results, ...changes }));
}

function choose(view: Parameters<typeof customIdsOf>[0], changes: Partial<TargetMessage> = {}) {
  const message = {
    id: '900' as MessageId,
    channelId: newsId,
    isOwn: true,
    customIds: customIdsOf(view),
    links: [],
    ...changes,
  };
  return useMenu('deletePost', message, asked, fake.ports);
}

const confirm = () => press(`v1:deletePost:takeBack:${deliveryId}`, asked, fake.ports);

describe('“Delete post” in the menu of a message', () => {
  it.each([
    ['a card', card],
    ['the question below it', question],
  ])('asks once more before %s is taken back, and deletes nothing yet', async (_what, view) => {
    post();
    const shown = viewOf(await choose(view));
    expect(faultsOf(shown)).toEqual([]);
    expect(textOf(shown)).toMatch(/^Take this card back\?.*The discussion stays\.$/);
    expect(labelsOf(shown)).toEqual(['Take it back']);
    expect(customIdsOf(shown)).toEqual([`v1:deletePost:takeBack:${deliveryId}`]);
    expect(fake.data.takenBack).toEqual([]);
  });

  it('takes a list of articles back as well, which has no discussion', async () => {
    post({ purpose: 'digest', results: { message: '900' } });
    expect(textOf(viewOf(await choose(digest)))).not.toContain('discussion');
    expect(textOf(viewOf(await confirm()))).toBe('The card is being taken back.');
  });

  it.each([
    ['what a member wrote', { isOwn: false }],
    ['a message without buttons', { customIds: [] }],
    ['an answer that shows an article', { customIds: ['v1:articles:summary:7', 'v1:articles:longer:7.long'] }],
    ['a list of search hits', { customIds: ['v1:articles:show:', 'v1:articles:page:kept1.2'] }],
  ])('refuses kindly on %s', async (_what, changes) => {
    post();
    expect((await refusalOf(choose(card, changes))).code).toBe('postUnknown');
  });

  it.each([
    ['a card of another server', { guildId: '999' as GuildId }],
    ['an alert', { purpose: 'alert' as const }],
  ])('refuses kindly on %s, by its menu and by its button', async (_what, changes) => {
    post(changes);
    expect((await refusalOf(choose(card))).code).toBe('postUnknown');
    expect((await refusalOf(confirm())).code).toBe('postUnknown');
    expect(fake.data.takenBack).toEqual([]);
  });
});

describe('the button that takes a card back', () => {
  it('says that the card goes and the discussion stays', async () => {
    post();
    expect(textOf(viewOf(await confirm()))).toBe('The card is being taken back. The discussion stays.');
    expect(fake.data.takenBack).toEqual([deliveryId]);
  });

  it('is noted in the audit once it was pressed, and once', async () => {
    const known = sampleArticle();
    fake.data.articles.push({ article: known, channelId: newsId });
    post({ articleId: known.id });
    await choose(card);
    expect(fake.data.audit).toEqual([]);
    await confirm();
    await confirm();
    const options = { channel: newsId, article: known.title };
    expect(fake.data.audit).toMatchObject([{ command: 'Delete post', userId: asked.member.id, options }]);
  });

  it('says so when it was taken back before', async () => {
    post();
    await confirm();
    expect(textOf(viewOf(await confirm()))).toMatch(/^This card was taken back before\./);
  });

  it('names a forum’s discussion, whose card is its first message', async () => {
    post({ targetKind: 'forum', guildId, results: { message: '900' } });
    expect(textOf(viewOf(await confirm()))).toContain('The discussion stays.');
  });
});
