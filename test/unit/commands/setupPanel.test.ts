import { beforeEach, describe, expect, it } from 'vitest';
import type { ChannelId, RoleId, SourceId } from '../../../src/domain/ids.ts';
import type { Result } from '../../../src/kit/result.ts';
import type { FeedReading } from '../../../src/ports/reader.ts';
import { fakePorts, followed, moderator, newsId, refusalOf, sampleSource } from '../../support/fakePorts.ts';
import { customIdsOf, faultsOf, labelsOf, textOf, viewOf } from '../views/readView.ts';
import { fill, press, run } from './runCommand.ts';

let fake: ReturnType<typeof fakePorts>;
const asked = moderator();
beforeEach(() => {
  fake = fakePorts();
});

const open = (by = asked) => run('setup', {}, by, fake.ports);
const use = (action: string, values: readonly string[] = [], by = asked) =>
  press(`v1:setup:${action}`, by, fake.ports, values);
const text = (result: Result) => textOf(viewOf(result));
const shows = (result: Result, action: string) =>
  customIdsOf(viewOf(result)).some((id) => id.startsWith(`v1:setup:${action}`));

describe('the panel of /setup', () => {
  it('walks from step to step, and saves each choice at once', async () => {
    expect(text(await open())).toContain('**○ 1. Articles: none yet**');
    const chosen = await use('articles:', [newsId]);
    expect(text(chosen)).toContain('✓ 1. Articles: <#200>');
    expect(fake.data.settings).toMatchObject({ articlesChannelId: newsId, setUpBy: '300' });
    const sources = await use('step:sources');
    expect(shows(sources, 'addSource')).toBe(true);
    await use('conferences:', ['210']);
    await use('alerts:', ['220']);
    await use('language:', ['de']);
    expect(fake.data.settings).toMatchObject({ conferencesChannelId: '210', alertsChannelId: '220', language: 'de' });
    expect(text(await use('step:done'))).toContain('Articles: <#200>');
    expect(text(await use('finish:'))).toContain('What is chosen for this server');
    expect(fake.data.audit.map(({ command }) => command)).toEqual(['setup', 'setup', 'setup', 'setup']);
  });

  it('goes on where it was left', async () => {
    fake.data.settings = { ...fake.data.settings, articlesChannelId: newsId };
    expect(text(await open())).toContain('step 2 of 4');
    expect(text(await open())).toContain('**○ 2. Sources: none yet**');
    fake.data.followed = [followed(sampleSource())];
    expect(text(await open())).toContain('**○ 3. Conferences: none yet**');
  });

  it('names at once what is missing in a channel, and looks again on a press', async () => {
    fake.data.readiness.set(newsId, { kind: 'missing', name: 'news', permissions: ['CreatePublicThreads'] });
    const missing = await use('articles:', [newsId]);
    expect(text(missing)).toContain('the permission **Create Public Threads** is missing');
    expect(labelsOf(viewOf(missing))).toContain('Check again');
    fake.data.readiness.clear();
    expect(text(await use('step:articles'))).not.toContain('missing');
  });

  it('takes a role, nobody, and no discussions', async () => {
    await use('role:', ['55']);
    expect(fake.data.settings.pingRoleId).toBe('55' as RoleId);
    await use('noRole:');
    expect(fake.data.settings).not.toHaveProperty('pingRoleId');
    await use('threads:off');
    expect(fake.data.settings.threads).toBe(false);
  });

  it('says where a mention of the role would reach nobody', async () => {
    const roleId = '55' as RoleId;
    expect(text(await use('role:', [roleId]))).not.toContain('notified');
    fake.data.roleReadiness.set(roleId, 'silent');
    const silent = 'When I mention <@&55>, its members are not notified yet.';
    for (const shown of [await use('step:articles'), await use('finish:')]) expect(text(shown)).toContain(silent);
    expect(text(await run('setup', { threads: 'off' }, asked, fake.ports))).toContain(silent);
    fake.data.roleReadiness.set(roleId, 'gone');
    const gone = viewOf(await use('step:articles'));
    expect(textOf(gone)).toContain('The role I was to mention is gone.');
    expect(JSON.stringify(gone)).not.toContain('default_values');
  });

  it('does what a button said, also where somebody else has pressed the same one before', async () => {
    const off = customIdsOf(viewOf(await use('step:articles'))).find((id) => id.includes(':threads:')) ?? '';
    await press(off, asked, fake.ports);
    await press(off, asked, fake.ports);
    expect(fake.data.settings.threads).toBe(false);
    const on = customIdsOf(viewOf(await use('step:articles'))).find((id) => id.includes(':threads:')) ?? '';
    await press(on, asked, fake.ports);
    expect(fake.data.settings.threads).toBe(true);
  });

  it('keeps both choices of two moderators at once', async () => {
    await Promise.all([use('articles:', [newsId]), use('alerts:', ['220']), use('threads:off')]);
    const { articlesChannelId, alertsChannelId, threads } = fake.data.settings;
    expect([articlesChannelId, alertsChannelId, threads]).toEqual([newsId, '220', false]);
  });

  it('says that sources keep their channel where another one is chosen for articles', async () => {
    await use('articles:', [newsId]);
    fake.data.followed = [followed(sampleSource())];
    expect(text(await use('articles:', [newsId]))).not.toContain('another channel');
    const words = 'One source posts in another channel: each keeps the channel it was added with.';
    expect(text(await use('articles:', ['201']))).toContain(`${words} To move it, use </sources edit:1>.`);
    const channel = { id: '202', name: 'papers', kind: 'text' };
    expect(text(await run('setup', { articles: channel }, asked, fake.ports))).toContain(words);
    expect(text(await run('setup', { language: 'de' }, asked, fake.ports))).not.toContain(words);
  });

  it('opens at what is not chosen yet, and at the end for whoever went past the conferences', async () => {
    const opened = async () => text(await run('setup', {}, asked, fake.ports));
    expect(await opened()).toContain('step 1 of 4');
    await use('articles:', [newsId]);
    expect(await opened()).toContain('step 2 of 4');
    fake.data.followed = [followed(sampleSource())];
    expect(await opened()).toContain('step 3 of 4');
    await use('alerts:', ['220']);
    expect(await opened()).not.toContain(' of 4');
  });

  it('takes the channels back that a server may do without', async () => {
    const offers = async (step: string) => labelsOf(viewOf(await use(`step:${step}`)));
    expect(await offers('conferences')).not.toContain('Announce no conferences');
    await use('conferences:', ['210']);
    await use('alerts:', ['220']);
    expect(await offers('conferences')).toContain('Announce no conferences');
    expect(await offers('server')).toContain('No channel for alerts');
    expect(text(await use('noConferences:'))).toContain('**○ 3. Conferences: none yet**');
    await use('noAlerts:');
    expect(fake.data.settings).not.toHaveProperty('conferencesChannelId');
    expect(fake.data.settings).not.toHaveProperty('alertsChannelId');
  });

  it('shows no thread and no channel that is gone as chosen in a menu, which Discord would break on', async () => {
    const shown = async () => JSON.stringify(viewOf(await use('step:articles')));
    fake.data.settings = { ...fake.data.settings, articlesChannelId: newsId };
    fake.data.kinds.set(newsId, 'text');
    expect(await shown()).toContain('"default_values":[{"id":"200"');
    fake.data.kinds.set(newsId, 'thread');
    expect(await shown()).not.toContain('default_values');
    fake.data.kinds.delete(newsId);
    expect(await shown()).not.toContain('default_values');
  });

  it('asks of the channel for conferences what their discussions need', async () => {
    const conferencesId = '210' as ChannelId;
    fake.data.readiness.set(conferencesId, { kind: 'missing', name: 'events', permissions: ['CreatePublicThreads'] });
    expect(text(await use('conferences:', [conferencesId]))).toContain('**Create Public Threads** is missing');
  });

  it('notes in the audit only what became another choice', async () => {
    await use('articles:', [newsId]);
    await use('articles:', [newsId]);
    await use('noRole:');
    await run('setup', { threads: 'on' }, asked, fake.ports);
    expect(fake.data.audit).toHaveLength(1);
  });

  it('follows the site whose address is typed, and shows what it found below', async () => {
    fake.data.settings = { ...fake.data.settings, articlesChannelId: newsId };
    fake.data.feed = {
      ...{ kind: 'read', url: 'https://society.example/feed', title: 'Society News', validators: {}, entries: [] },
      fingerprint: '',
    } as never;
    expect((await use('addSource:')).kind).toBe('modal');
    const found = await fill('v1:setup:site:', { url: 'society.example' }, asked, fake.ports);
    expect(text(found)).toContain('✓ 2. Sources: one');
    expect(text(found)).toContain('I found [Society News]');
    expect(labelsOf(viewOf(found))).toContain('Look at the newest');
  });

  it('goes on below the panel where a site offers several feeds, or a page to read', async () => {
    fake.data.settings = { ...fake.data.settings, articlesChannelId: newsId };
    const reading = {
      ...{ kind: 'read', url: 'https://society.example/feed', title: 'Society News', validators: {}, entries: [] },
      fingerprint: '',
    } as never as FeedReading;
    fake.data.feed = reading;
    fake.data.discovery = { kind: 'several', readings: [reading, { ...reading, url: 'https://society.example/all' }] };
    const offered = await fill('v1:setup:site:', { url: 'society.example' }, asked, fake.ports);
    expect(customIdsOf(viewOf(offered))).toContain('v1:setup:choose:offer1');
    expect(fake.data.audit).toEqual([]);
    const chosen = await use('choose:offer1', ['0']);
    const options = { url: 'https://society.example/feed', channel: newsId };
    expect(fake.data.audit).toMatchObject([{ command: 'sources add', options }]);
    expect(chosen.kind).toBe('update');
    expect(text(chosen)).toContain('**✓ 2. Sources: one**');
    expect(text(chosen)).toContain('I found');
    fake.data.followed = [];
    fake.data.discovery = { kind: 'index', reading };
    const page = await fill('v1:setup:site:', { url: 'society.example' }, asked, fake.ports);
    expect(customIdsOf(viewOf(page))).toContain('v1:setup:followPage:offer2');
    expect(text(await use('followPage:offer2'))).toContain('**✓ 2. Sources: one**');
  });

  it('keeps within Discord’s limits where a site offers many feeds with long names', async () => {
    fake.data.settings = { ...fake.data.settings, articlesChannelId: newsId };
    fake.data.followed = Array.from({ length: 20 }, (_, id) =>
      followed(sampleSource({ id: (id + 1) as SourceId, title: `*${'x'.repeat(300)}` })),
    );
    const readings = Array.from({ length: 25 }, (_, place) => ({
      ...{ kind: 'read', url: `https://society.example/feed/${place}`, title: `*${'y'.repeat(300)}` },
      ...{ validators: {}, entries: [], fingerprint: '' },
    })) as never as FeedReading[];
    fake.data.discovery = { kind: 'several', readings: readings as never };
    const offered = viewOf(await fill('v1:setup:site:', { url: 'society.example' }, asked, fake.ports));
    expect(faultsOf(offered)).toEqual([]);
    expect(customIdsOf(offered)).toContain('v1:setup:choose:offer1');
  });

  it('asks for the channel of articles before it follows anything', async () => {
    expect(text(await use('step:sources'))).toContain('Choose a channel for articles first');
    expect((await refusalOf(fill('v1:setup:site:', { url: 'x.example' }, asked, fake.ports))).code).toBe(
      'channelMissing',
    );
  });

  it('finds the time zone by region, by city, or by the language of whoever asks', async () => {
    const zones = await use('region:', ['Europe']);
    expect(text(zones)).toContain('In UTC it is');
    await use('zone:0', ['Europe/Lisbon']);
    expect(fake.data.settings.timeZone).toBe('Europe/Lisbon');
    await fill('v1:setup:typedZone:', { timeZone: 'nairobi' }, asked, fake.ports);
    expect(fake.data.settings.timeZone).toBe('Africa/Nairobi');
    const refused = await refusalOf(fill('v1:setup:typedZone:', { timeZone: 'Lisbonn' }, asked, fake.ports));
    expect(refused).toMatchObject({ code: 'timeZoneUnknownNearest' });
    const german = { ...asked, member: { ...asked.member, locale: 'de' } };
    const server = await use('step:server', [], german);
    expect(labelsOf(viewOf(server))).toContain('Take Europe/Berlin');
    await use('useZone:Europe/Berlin');
    expect(fake.data.settings.timeZone).toBe('Europe/Berlin');
  });

  it('posts the newest article once it is asked to', async () => {
    fake.data.settings = { ...fake.data.settings, articlesChannelId: newsId };
    fake.data.followed = [followed(sampleSource())];
    expect(labelsOf(viewOf(await use('step:sources')))).toContain('Post the newest article now');
    expect(text(await use('postNewest:sources'))).toContain('The newest article is on its way.');
    expect(fake.data.backfilled).toMatchObject([{ purpose: 'article' }]);
  });

  it('shows and posts the newest article of the site that was added last', async () => {
    fake.data.settings = { ...fake.data.settings, articlesChannelId: newsId };
    const added = (id: number, at: number) => {
      const one = followed(sampleSource({ id: id as SourceId, title: `Site ${id}` }));
      return { ...one, subscription: { ...one.subscription, addedAt: at } };
    };
    fake.data.followed = [added(1, 10), added(2, 30), added(3, 20)];
    expect(customIdsOf(viewOf(await use('step:sources')))).toContain('v1:sources:preview:2');
    await use('postNewest:sources');
    expect(fake.data.audit).toMatchObject([{ options: { source: 'Site 2' } }]);
  });

  it('says what the newest article waits for', async () => {
    fake.data.settings = { ...fake.data.settings, articlesChannelId: '201' as ChannelId };
    fake.data.followed = [followed(sampleSource())];
    fake.data.readiness.set(newsId, { kind: 'missing', name: 'news', permissions: ['SendMessages'] });
    const waiting = text(await use('postNewest:done'));
    expect(waiting).toMatch(/I can't post in <#200> yet: .*Until then the articles wait, and none is lost\./);
    expect(waiting).not.toContain('is on its way');
    const options = { source: sampleSource().title, posted: 'newest' };
    expect(fake.data.audit).toMatchObject([{ command: 'setup', options }]);
  });

  it('says why there is nothing to post', async () => {
    fake.data.settings = { ...fake.data.settings, articlesChannelId: newsId };
    const { subscription, ...source } = followed(sampleSource());
    const filter = { any: ['nothing has this word'], all: [], none: [] };
    fake.data.followed = [{ ...source, subscription: { ...subscription, filter } }];
    expect(text(await use('postNewest:done'))).toContain('was posted already, is on its way, or is left out by its');
    fake.data.followed = [{ ...followed(sampleSource()), articleCount: 0 }];
    fake.ports.subscriptions.postNewest = async () => 0;
    expect(text(await use('postNewest:done'))).toContain('No source has shown me an article yet.');
  });

  it('keeps within Discord’s limits at every step, also in the largest region', async () => {
    for (const step of ['articles', 'sources', 'conferences', 'server', 'done']) {
      expect(faultsOf(viewOf(await use(`step:${step}`)))).toEqual([]);
    }
    expect(faultsOf(viewOf(await use('region:', ['America'])))).toEqual([]);
  });
});
