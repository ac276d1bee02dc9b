import { describe, expect, it } from 'vitest';
import { completeEntry, type Entry } from '../../../src/domain/article.ts';

const entry: Entry = { title: 'The harbour', teaser: 'Three stages.', text: '', authors: [], categories: [] };
const page = {
  text: 'All of it.',
  authors: ['Ada Member'],
  publishedAt: 1,
  language: 'en',
  quotes: { name: 'Harbour Review', url: 'https://review.example.net/1' },
};

describe('an entry completed from its page', () => {
  it('takes from the page what the feed leaves out', () => {
    expect(completeEntry(entry, page)).toEqual({ ...entry, ...page });
  });

  it("keeps the feed's own authors and date", () => {
    const own = { ...entry, authors: ['Ben Guest'], publishedAt: 2 };
    expect(completeEntry(own, page)).toMatchObject({ authors: ['Ben Guest'], publishedAt: 2 });
  });
});
