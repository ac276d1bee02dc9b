import { describe, expect, it } from 'vitest';
import { inBrief } from '../../../src/domain/article.ts';
import { sayIn } from '../../../src/kit/translate.ts';
import { articleList } from '../../../src/views/articleList.ts';
import { escapeMarkdown, findLinkUrl } from '../../../src/views/text.ts';
import { sampleArticle } from '../../support/samples.ts';
import { textOf } from './readView.ts';

describe('the address of a link', () => {
  it.each([
    ['https://a.example/5G?c#', 'https://a.example/5G?c#'],
    ['https://a.example?', 'https://a.example/?'],
    ['https://a.example:8080//b//c', 'https://a.example:8080//b//c'],
    ['https://[2001:db8::1]/a[b]', 'https://[2001:db8::1]/a%5Bb%5D'],
    ['https://a.example/@name/**b**', 'https://a.example/@name/%2A%2Ab%2A%2A'],
    ['https://a.example/@Everyone', 'https://a.example/%40Everyone'],
  ])('leads where it led: %s', (url, spelled) => {
    expect(findLinkUrl(url)).toBe(spelled);
  });

  it.each(['https://bank.example@a.example/', 'https://a)b.example/', 'https://a*b.example/'])(
    'is left out where it misleads or breaks the link: %s',
    (url) => {
      expect(findLinkUrl(url)).toBeUndefined();
    },
  );
});

describe('what a search found', () => {
  const shown = (snippet: string) =>
    textOf(
      articleList({
        heading: 'Found',
        entries: [{ article: inBrief(sampleArticle()), snippet }],
        paging: { page: 0, pageCount: 1, toPage: String },
        say: sayIn('en'),
      }),
    );

  it('makes no link of an address whose end is marked as a hit', () => {
    expect(shown('see https:\u0002//evil.example\u0003')).toContain('https\\:**//evil.example**');
  });

  it('shows hits side by side as one', () => {
    expect(shown('\u0002dry\u0003\u0002years\u0003')).toContain('**dryyears**');
  });

  it('parts no emoji where it is cut', () => {
    expect(shown(`${'x'.repeat(318)}👩‍🔬👩‍🔬`)).not.toContain('\uFFFD');
  });
});

describe('a line that begins with a long number', () => {
  it('is no list', () => {
    expect(escapeMarkdown('12345678901. of May')).toBe('12345678901\\. of May');
  });
});
