import { describe, expect, it } from 'vitest';
import type { DeliveryId, RoleId } from '../../../src/domain/ids.ts';
import { sayIn } from '../../../src/kit/translate.ts';
import { articleCard } from '../../../src/views/articleCard.ts';
import { starterQuestionMessage } from '../../../src/views/starterQuestionMessage.ts';
import { threadName } from '../../../src/views/threadName.ts';
import { now, sampleArticle } from '../../support/fakePorts.ts';
import { customIdsOf, faultsOf, labelsOf, nodesOf, textOf } from './readView.ts';

const say = sayIn('en');
const deliveryId = 'abcdefghijklmnop' as DeliveryId;
const day = Math.floor((now - 86_400_000) / 1000);

describe('the card of a new article', () => {
  it('says title, byline and excerpt, and offers to read and to sum up', () => {
    const card = articleCard({
      article: sampleArticle(),
      excerpt: 'Two sentences. Verbatim.',
      minutes: 6,
      deliveryId,
      say,
    });
    expect(card).toEqual({
      components: [
        {
          type: 17,
          accent_color: 0x3b6e8f,
          components: [
            { type: 10, content: '### [River treaties in dry years](https://society.example/rivers)' },
            { type: 10, content: `-# Society blog · by A. Member · <t:${day}:D> · 6 min read` },
            { type: 10, content: 'Two sentences. Verbatim.' },
            {
              type: 1,
              components: [
                { type: 2, style: 5, label: 'Read the article', url: 'https://society.example/rivers' },
                { type: 2, style: 2, label: 'Summary', custom_id: `v1:articles:summary:7.${deliveryId}` },
              ],
            },
          ],
        },
      ],
    });
  });

  it('shows the picture with words for those who cannot see it', () => {
    const picture = { url: 'https://society.example/river.png', alt: 'A dry river bed' };
    const card = articleCard({ article: sampleArticle({ picture }), excerpt: '', say });
    expect(nodesOf(card)).toContainEqual({
      type: 12,
      items: [{ media: { url: picture.url }, description: picture.alt }],
    });
  });

  it('leaves out the picture of an address that is not one', () => {
    const card = articleCard({ article: sampleArticle({ picture: { url: 'data:image/png,x' } }), excerpt: '', say });
    expect(nodesOf(card).map(({ type }) => type)).not.toContain(12);
  });

  it('offers the role it mentions where members may have it for the asking', () => {
    const card = { article: sampleArticle(), excerpt: '', pingRoleId: '55' as RoleId, deliveryId, say };
    const offering = articleCard({ ...card, isRoleOffered: true });
    expect(faultsOf(offering)).toEqual([]);
    expect(labelsOf(offering)).toEqual(['Read the article', 'Summary', 'Notify me']);
    expect(customIdsOf(offering)).toContain('v1:articles:notify:55');
    expect(labelsOf(articleCard({ ...card, isRoleOffered: false }))).not.toContain('Notify me');
    expect(labelsOf(articleCard({ ...card, isRoleOffered: true, isPlain: true }))).toEqual(['Summary']);
  });

  it('pings the configured role in a line of its own, and nobody else', () => {
    const pingRoleId = '55' as RoleId;
    const card = articleCard({
      article: sampleArticle({ title: 'Hello @everyone <@&9>' }),
      excerpt: '',
      pingRoleId,
      say,
    });
    expect(card.components[0]).toEqual({ type: 10, content: '<@&55>' });
    expect(card.mentions).toEqual({ roles: ['55'] });
    expect(articleCard({ article: sampleArticle(), excerpt: '', say }).mentions).toBeUndefined();
  });

  it('names at most three authors', () => {
    const byline = (authors: string[]) =>
      textOf(articleCard({ article: sampleArticle({ authors }), excerpt: '', say }));
    expect(byline(['A', 'B', 'C'])).toContain('by A, B and C ·');
    expect(byline(['A', 'B', 'C', 'D'])).toContain('by A, B, C and others ·');
    expect(byline([])).not.toContain('by ');
  });

  it('says whom a curated post quotes', () => {
    const quotes = { name: 'Council', title: 'On rivers', url: 'https://council.example/r' };
    const card = articleCard({ article: sampleArticle(), excerpt: '', quotes, say });
    expect(textOf(card)).toContain('Quotes: Council, “[On rivers](https://council.example/r)”');
  });

  it('is title, link and summary only when Discord refused the full one', () => {
    const picture = { url: 'https://society.example/river.png' };
    const card = articleCard({ article: sampleArticle({ picture }), excerpt: 'x', deliveryId, isPlain: true, say });
    expect(textOf(card)).toBe('### [River treaties in dry years](https://society.example/rivers)');
    expect(labelsOf(card)).toEqual(['Summary']);
    expect(customIdsOf(card)[0]).toContain(deliveryId);
  });

  it('has a plain heading when the article has no address', () => {
    const { url: _, ...article } = sampleArticle();
    const card = articleCard({ article, excerpt: '', say });
    expect(textOf(card)).toContain('### River treaties in dry years\n');
    expect(labelsOf(card)).toEqual(['Summary']);
  });

  it('stays within the limits when everything is as long as can be', () => {
    const long = '@everyone_*[]'.repeat(2000);
    const url = `https://a.example/${'x'.repeat(480)}`;
    const article = sampleArticle({ title: long, url, authors: Array(9).fill(long), sourceTitle: long });
    const quotes = { name: long, title: long, url };
    const card = articleCard({
      article,
      excerpt: long,
      minutes: 99,
      quotes,
      deliveryId,
      pingRoleId: '1' as RoleId,
      say,
    });
    expect(faultsOf(card)).toEqual([]);
  });
});

it('opens a discussion with the question, the invitation and the marker', () => {
  const message = starterQuestionMessage({
    question: 'Who *owns* a river?',
    articleId: sampleArticle().id,
    deliveryId,
    say,
  });
  expect(textOf(message)).toBe(
    '**Who \\*owns\\* a river?**\nShare what you think, and where you disagree. The article is linked above.',
  );
  expect(customIdsOf(message)).toEqual([`v1:articles:summary:7.${deliveryId}`]);
  expect(faultsOf(message)).toEqual([]);
});

it('names a discussion in plain text of at most 100 characters, never empty', () => {
  expect(threadName('Rivers *and* lakes')).toBe('Rivers *and* lakes');
  expect(threadName('word '.repeat(60)).length).toBeLessThanOrEqual(100);
  expect(threadName('\u200B \u202E')).toBe('…');
});
