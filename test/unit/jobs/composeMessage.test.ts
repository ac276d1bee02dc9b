import { expect, it } from 'vitest';
import type { Article } from '../../../src/domain/article.ts';
import type { DeliveryId } from '../../../src/domain/ids.ts';
import { composeMessage } from '../../../src/jobs/composeMessage.ts';
import { fakePorts, newsId, sampleArticle } from '../../support/fakePorts.ts';
import { sampleDelivery } from '../../support/sampleDelivery.ts';
import { textOf } from '../views/readView.ts';

const quotation = `“${'Ships sailed round the cape and paid for it. '.repeat(12).trim()}”`;
const text = `This article from the Council on Port Affairs breaks down the dispute.\n\n${quotation}`;

async function cardOf(article: Article): Promise<string> {
  const ports = fakePorts().ports;
  const articles = { ...ports.articles, get: async () => article };
  const view = await composeMessage(sampleDelivery({ articleId: article.id }), { ...ports, articles });
  return view === undefined ? '' : textOf(view);
}

it('links to the article a post recommends where its page says which', async () => {
  const quotes = { name: 'Port Council', title: 'A Dispute', url: 'https://council.example/dispute' };
  expect(await cardOf(sampleArticle({ text, quotes }))).toContain(
    '▸ Quotes: Port Council, “[A Dispute](https://council.example/dispute)”',
  );
});

it('names whom a post quotes by its text alone', async () => {
  expect(await cardOf(sampleArticle({ text }))).toContain('▸ Quotes: Council on Port Affairs');
});

it('never links to anything but a web page', async () => {
  const quotes = { name: 'Port Council', url: 'javascript:alert(1)' };
  expect(await cardOf(sampleArticle({ text, quotes }))).toMatch(/▸ Quotes: Port Council(?!\])/);
});

it('says of a recommendation whose article it is and why it is one, and still does when the card is changed', async () => {
  const { ports, data } = fakePorts();
  const article = sampleArticle({ text, sourceTitle: 'Port *Review*' });
  data.articles = [{ article, channelId: newsId }];
  const card = sampleDelivery({ articleId: article.id, payload: { recommendation: { note: 'Read it.\n# Twice' } } });
  data.deliveries.set(card.id, card);
  const id = 'klmnopqrst234567' as DeliveryId;
  const edit = sampleDelivery({ id, purpose: 'edit', steps: ['edit'], step: 'edit', payload: { editsId: card.id } });
  for (const delivery of [card, edit]) {
    const shown = textOf((await composeMessage(delivery, ports)) ?? { components: [] });
    expect(shown).toContain(
      '▸ Recommended: an article by Port \\*Review\\*\n**Why we recommend it:** Read it.\n\\# Twice',
    );
    expect(shown).not.toContain('▸ Quotes');
  }
});
