import { beforeEach, describe, expect, it } from 'vitest';
import type { RoleId, SourceId } from '../../../src/domain/ids.ts';
import { parseOpml } from '../../../src/sources/opml.ts';
import { askedBy, followed, guildId, hiddenId, newsId, now, refusalOf, sampleSource } from '../../support/fakePorts.ts';
import { faultsOf, textOf } from '../views/readView.ts';
import { asked, fake, renew, source, use } from './followedWorld.ts';
import { run } from './runCommand.ts';

beforeEach(renew);

describe('/sources export and import', () => {
  const listed = { url: 'https://one.example/feed', title: 'One', kind: 'feed', isPaused: false } as const;
  const file = { name: 'sources.opml', url: 'https://cdn.example/sources.opml', sizeBytes: 1_000 };
  const give = (change: Partial<NonNullable<typeof fake.data.feedList>> = {}) => {
    fake.data.feedList = { feeds: [listed], refused: [], ...change };
  };
  const take = async (options: Record<string, unknown> = {}) => textOf(await use('import', { file, ...options }));

  it('writes every source with its choices', async () => {
    await use('edit', { source, threads: 'off', question: 'off', filter_any: 'river' });
    const result = await run('sources export', {}, asked, fake.ports);
    if (result.kind !== 'file') throw new Error(`expected a file, got ${result.kind}`);
    expect(faultsOf(result.view)).toEqual([]);
    expect(result.file.name).toBe('sources.opml');
    expect(parseOpml({ bytes: result.file.bytes })).toMatchObject({
      guildId,
      feeds: [
        {
          url: 'https://society.example/feed.xml',
          title: 'Society blog',
          threads: false,
          question: false,
          channelId: newsId,
        },
      ],
    });
    fake.data.followed = [];
    expect(textOf(await use('export', {}))).toContain('</sources add:1>');
  });

  it('follows each feed without reading it', async () => {
    give();
    const text = await take();
    expect(text).toContain('One feed is followed now. What it shows already counts as seen');
    expect(fake.data.readUrls).toEqual([file.url]);
    expect(fake.data.savedSources).toMatchObject([{ url: listed.url, title: 'One', nextPollAt: now }]);
    expect(fake.data.followed[1]?.subscription).toMatchObject({ channelId: newsId, addedBy: '300' });
  });

  it('counts what it knew, what was too much and what it could not take', async () => {
    fake.data.followed = Array.from({ length: 98 }, (_, id) =>
      followed(sampleSource({ id: (id + 1) as SourceId, url: `https://${id}.example/` })),
    );
    const feeds = [
      'http://www.0.example',
      'https://a.example',
      'https://a.example/',
      'https://b.example',
      'https://c.example',
    ];
    give({
      feeds: feeds.map((url) => ({ ...listed, url })),
      refused: [{ ...listed, title: 'Inside', fault: 'addressPrivate' }],
    });
    const text = await take();
    expect(text).toContain('2 feeds are followed now.');
    expect(text).toContain('2 were followed already.');
    expect(text).toContain('One was left out, because a server can follow 100.');
    expect(text).toContain('- Inside: its address leads into a private network');
    expect(fake.data.followed).toHaveLength(100);
  });

  it('gives back channels, roles and pauses to the server they come from, and to no other', async () => {
    const own = {
      ...listed,
      channelId: hiddenId,
      pingRoleId: '400' as RoleId,
      threads: false,
      question: false,
      isPaused: true,
    };
    give({ guildId, feeds: [own] });
    await take();
    expect(fake.data.followed[1]?.subscription).toMatchObject({
      channelId: hiddenId,
      pingRoleId: '400',
      threads: false,
      pausedAt: now,
    });
    give({ guildId: '999' as typeof guildId, feeds: [{ ...own, url: 'https://two.example/' }] });
    await take();
    const other = fake.data.followed[2]?.subscription;
    expect(other).toMatchObject({ channelId: newsId, threads: false, question: false, pausedAt: now });
    expect(other).not.toHaveProperty('pingRoleId');
  });

  it('never mentions everybody, whatever the file says', async () => {
    give({ guildId, feeds: [{ ...listed, pingRoleId: guildId as string as RoleId }] });
    await take();
    expect(fake.data.followed[1]?.subscription.pingRoleId).toBe('nobody');
  });

  it('posts into no channel that the person may not view', async () => {
    give({ guildId, feeds: [{ ...listed, channelId: hiddenId }] });
    const narrow = askedBy({ mayManage: true });
    await run('sources import', { file }, narrow, fake.ports);
    expect(fake.data.followed[1]?.subscription.channelId).toBe(newsId);
  });

  it('saves nothing before it knows where to post', async () => {
    const { articlesChannelId: _, ...bare } = fake.data.settings;
    fake.data.settings = bare;
    give();
    expect((await refusalOf(run('sources import', { file }, asked, fake.ports))).code).toBe('channelMissing');
    expect(fake.data.savedSources).toEqual([]);
    expect(await take({ channel: { id: newsId } })).toContain('One feed is followed now.');
  });

  it('refuses a file that is too large without reading it, and one without feeds', async () => {
    const large = { ...file, sizeBytes: 1_000_001 };
    const refusal = await refusalOf(run('sources import', { file: large }, asked, fake.ports));
    expect(refusal).toMatchObject({ code: 'fileTooLarge', args: { limit: '1 MB' } });
    expect(fake.data.readUrls).toEqual([]);
    give({ feeds: [] });
    expect((await refusalOf(run('sources import', { file }, asked, fake.ports))).code).toBe('feedListEmpty');
  });
});
