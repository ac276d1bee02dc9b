import { describe, expect, it } from 'vitest';
import type { SourceId } from '../../../src/domain/ids.ts';
import { sayIn } from '../../../src/kit/translate.ts';
import { articleCard } from '../../../src/views/articleCard.ts';
import { sourcePreview } from '../../../src/views/sourcePreview.ts';
import { newsId, sampleArticle } from '../../support/fakePorts.ts';
import { faultsOf, textOf } from './readView.ts';

const say = sayIn('en');
const entry = { title: 'Title', url: 'https://society.example/a', fate: '**Posted**' };
const preview = {
  sourceId: 1 as SourceId,
  source: '**Society blog**',
  channelId: newsId,
  noCard: 'no card',
  entries: [entry, entry, entry, entry, entry],
  page: 0,
  pageCount: 2,
  say,
};

describe('the preview of a source', () => {
  it('stays within one message, however long the card and the addresses are, and cuts no link', () => {
    const url = `https://society.example/${'_'.repeat(450)}`;
    const article = sampleArticle({ title: '_'.repeat(400), url, authors: Array(5).fill('_'.repeat(80)) });
    const card = articleCard({
      article,
      excerpt: '*'.repeat(900),
      quotes: { name: '_'.repeat(99), title: '_'.repeat(300), url },
      say,
    });
    const long = { title: '_'.repeat(300), url, fate: `Posted: [see it](https://discord.com/channels/1/2/3)` };
    const view = sourcePreview({ ...preview, card, entries: [long, long, long, long, long] });
    expect(faultsOf(view)).toEqual([]);
    expect(textOf(view)).not.toMatch(/\]\([^)\s]*…/);
  });

  it('shows short entries whole', () => {
    const view = sourcePreview(preview);
    expect(faultsOf(view)).toEqual([]);
    expect(textOf(view).match(/\[Title\]\(https:\/\/society\.example\/a\)\n-# \*\*Posted\*\*/g)).toHaveLength(5);
    expect(textOf(view)).toContain('no card');
    expect(textOf(sourcePreview({ ...preview, page: 1 }))).not.toContain('no card');
  });
});
