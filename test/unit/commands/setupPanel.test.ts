import { beforeEach, describe, expect, it } from 'vitest';
import type { RoleId } from '../../../src/domain/ids.ts';
import type { Result } from '../../../src/kit/result.ts';
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
    await use('threads:');
    expect(fake.data.settings.threads).toBe(false);
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
    fake.data.followed = [];
    expect(text(await use('postNewest:done'))).toContain('was posted already');
  });

  it('keeps within Discord’s limits at every step, also in the largest region', async () => {
    for (const step of ['articles', 'sources', 'conferences', 'server', 'done']) {
      expect(faultsOf(viewOf(await use(`step:${step}`)))).toEqual([]);
    }
    expect(faultsOf(viewOf(await use('region:', ['America'])))).toEqual([]);
  });
});
