// Every picture of a message has words for those who do not see it, where Discord has a field for them.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../src/kit/message.ts';
import { sayIn } from '../../src/kit/translate.ts';
import { articleCard } from '../../src/views/articleCard.ts';
import { sourcePreview } from '../../src/views/sourcePreview.ts';
import { fullestCardParts, fullestLists, fullestOfArticles } from '../support/fullest/fullestArticles.ts';
import { fullestOfConferences } from '../support/fullest/fullestConferences.ts';
import { fullestPosts } from '../support/fullest/fullestPosts.ts';
import { fullestAudit, fullestSetup } from '../support/fullest/fullestSetup.ts';
import { languages } from '../support/languages.ts';
import { newsId, sampleArticle, sampleSource } from '../support/samples.ts';

/** Characters. @see https://docs.discord.com/developers/components/reference#thumbnail */
const descriptionMost = 1024;
/** Kinds of components that show a picture. @see https://docs.discord.com/developers/components/reference#component-object-component-types */
const thumbnail = 11;
const mediaGallery = 12;
const url = 'https://society.example/river.png';
const views = new URL('../../src/views/', import.meta.url);

interface Shown {
  readonly type?: number;
  readonly description?: string;
  readonly items?: readonly { readonly description?: string }[];
  readonly components?: readonly Shown[];
  readonly accessory?: Shown;
}

/** What stands for each picture of a message, for a screen reader; undefined where nothing does. */
function picturesOf(components: readonly object[]): (string | undefined)[] {
  return (components as readonly Shown[]).flatMap(({ type, description, items = [], components = [], accessory }) => [
    ...(type === thumbnail ? [description] : []),
    ...(type === mediaGallery ? items.map((item) => item.description) : []),
    ...picturesOf([...components, ...(accessory ? [accessory] : [])]),
  ]);
}

const isSaid = (words: string | undefined) => (words?.trim() ?? '') !== '' && (words ?? '').length <= descriptionMost;

describe.each(languages)('in %s', (_, say) => {
  const wordless = { ...fullestCardParts(say), article: sampleArticle({ title: '*'.repeat(5_000), picture: { url } }) };
  const nameless = articleCard({ article: sampleArticle({ title: '', picture: { url, alt: ' ' } }), excerpt: '', say });
  const shown = { sourceId: sampleSource().id, source: 'x', channelId: newsId, noCard: '', page: 0, pageCount: 1, say };
  const samples: readonly (readonly [string, MessageView])[] = [
    ...fullestOfArticles(say),
    ...fullestOfConferences(say),
    ...fullestSetup(say),
    ...fullestAudit(say),
    ...fullestPosts(fullestCardParts(say)),
    ...fullestPosts(wordless),
    ...fullestLists(say).map((view) => ['a list', view] as const),
    ['a card without words for its picture', articleCard(wordless)],
    ['a card with nothing to say', nameless],
    ['its preview', sourcePreview({ ...shown, card: nameless, entries: [] })],
  ];

  it.each(samples)('each picture has words: %s', (_name, view) => {
    expect(picturesOf(view.components).filter((words) => !isSaid(words))).toEqual([]);
  });

  it('there are samples with pictures', () => {
    expect(samples.filter(([, view]) => picturesOf(view.components).length > 0).length).toBeGreaterThanOrEqual(8);
  });
});

it.each([
  ['en', 'Picture of the article “River treaties in dry years”'],
  ['de', 'Bild zum Artikel „River treaties in dry years“'],
])('a picture that nobody described is named after its article, in %s', (language, words) => {
  const article = sampleArticle({ picture: { url } });
  expect(picturesOf(articleCard({ article, excerpt: '', say: sayIn(language) }).components)).toEqual([words]);
});

it('the words of the page or the feed come first', () => {
  const article = sampleArticle({ picture: { url, alt: 'A dry river bed' } });
  expect(picturesOf(articleCard({ article, excerpt: '', say: sayIn('en') }).components)).toEqual(['A dry river bed']);
});

it('only the card shows pictures, and nothing uses an embed, which has no field for words', () => {
  const showing = readdirSync(views).filter((file) =>
    /ComponentType\.(?:MediaGallery|Thumbnail)|\bembeds\b/.test(readFileSync(new URL(file, views), 'utf8')),
  );
  expect(showing).toEqual(['articleCard.ts']);
});
