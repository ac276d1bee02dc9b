import { describe, expect, it } from 'vitest';
import { sayIn } from '../../../src/kit/translate.ts';
import { articleSummary } from '../../../src/views/articleSummary.ts';
import { sampleArticle } from '../../support/fakePorts.ts';
import { textOf } from './readView.ts';

const say = sayIn('en');
const summary = { article: sampleArticle(), text: 'The river fell by a third.', length: 'standard', say } as const;

describe('the summary of an article', () => {
  it('says key figures beneath it, as they stand, unable to format or ping', () => {
    const text = textOf(articleSummary({ ...summary, figures: ['a cost of $6 million', '**5 %** of @everyone'] }));
    expect(text).toContain('-# In figures: “a cost of $6 million” · “');
    expect(text).not.toContain('“**5');
  });

  it('names the language where it is not the reader’s', () => {
    expect(textOf(articleSummary({ ...summary, language: 'de' }))).toContain('**Excerpt, in German**');
    expect(textOf(articleSummary({ ...summary, language: 'en' }))).toContain('**Excerpt**');
    expect(textOf(articleSummary(summary))).toContain('**Excerpt**');
  });

  it('keeps the source of a curated post apart from its words', () => {
    const text = textOf(articleSummary({ ...summary, quotes: { name: 'Council of Rivers' } }));
    expect(text).toContain('-# ▸ Quotes: Council of Rivers');
  });

  it('says neither where there is nothing to quote', () => {
    const text = textOf(articleSummary({ ...summary, text: '', figures: ['5 %'], quotes: { name: 'Council' } }));
    expect(text).not.toMatch(/In figures|Quotes/u);
  });
});
