import { beforeEach, describe, expect, it } from 'vitest';
import type { ArticleId, RoleId } from '../../../src/domain/ids.ts';
import {
  followed,
  guildId,
  hiddenId,
  newsId,
  now,
  refusalOf,
  sampleArticle,
  sampleSource,
} from '../../support/fakePorts.ts';
import { sampleDelivery } from '../../support/sampleDelivery.ts';
import { customIdsOf, labelsOf, textOf, viewOf } from '../views/readView.ts';
import { asked, click, fake, renew, source, use } from './followedWorld.ts';
import { complete, press, run } from './runCommand.ts';

beforeEach(renew);

const choices = () => fake.data.followed[0]?.subscription;

describe('/sources show', () => {
  it('tells the whole story', async () => {
    const text = textOf(await use('show'));
    for (const part of [
      'Feed: [society.example/feed.xml](https://society.example/feed.xml)',
      'added by <@300>',
      'Fine, checked',
      'I read it again <t:',
      'I know 3 articles of it.',
      'The newest: [River treaties in dry years](https://society.example/rivers)',
      '- Channel: <#200>',
      '- Mentioned: nobody (as the server)',
      '- Wanted: all its articles',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('tells of trouble in words, with its code and its times', async () => {
    const trouble = { count: 4, sightings: 3, since: now - 86_400_000, code: 'login', detail: '' };
    fake.data.followed = [followed(sampleSource({ trouble, formerUrl: 'https://old.example/feed', nextPollAt: now }))];
    const text = textOf(await use('show'));
    expect(text).toContain('the site asks for a login or turns me away');
    expect(text).toContain('I saw that 3 times in a row, under the code word `login`.');
    expect(text).toContain('old.example/feed');
    expect(text).not.toContain('I read it again');
    expect(textOf(await click('pause:1'))).toContain('Before the pause, since <t:');
  });

  it('says what comes next, also where that is due', async () => {
    fake.data.followed = [followed(sampleSource({ nextPollAt: now }))];
    expect(textOf(await use('show'))).toContain('Not read yet. I will read it soon.**\nI read it again in a moment.');
  });

  it('fits a message whatever addresses and filters hold', async () => {
    const long = (name: string) => `https://${name}.example/${'_'.repeat(400)}`;
    const terms = Array.from({ length: 20 }, (_, index) => `${'*'.repeat(50)}w${index}`);
    const [one] = [
      followed(sampleSource({ url: long('a'), siteUrl: long('b'), formerUrl: long('c'), title: '_'.repeat(300) })),
    ];
    fake.data.followed = [
      { ...one, subscription: { ...one.subscription, filter: { any: terms, all: terms, none: terms } } },
    ] as typeof fake.data.followed;
    fake.data.history = [{ article: sampleArticle({ title: '*'.repeat(300), url: long('d') }), isBaseline: false }];
    const text = textOf(await use('show', { source: '#1' }));
    expect(text).toMatch(/and \d+ more/);
    await use('edit', { source: '#1' });
    await use('preview', { source: '#1' });
  });

  it('opens from the list, pauses and resumes in place', async () => {
    expect(customIdsOf(await use('list', {}))).toContain('v1:sources:open:');
    expect(labelsOf(await click('open:', ['1']))).toEqual(['Check now', 'Pause', 'Preview', 'Edit', 'Remove']);
    const paused = await click('pause:1');
    expect(labelsOf(paused)).toContain('Resume');
    expect(textOf(paused)).toContain('Paused since');
    expect(textOf(paused)).not.toContain('I read it again');
    expect(labelsOf(await click('resume:1'))).toContain('Pause');
    expect(textOf(await click('check:1'))).toContain('shows nothing new');
    expect(textOf(await click('edit:1'))).toContain('What is chosen for **Society blog**');
  });

  it('asks before it removes by button', async () => {
    const question = await click('remove:1');
    expect(textOf(question)).toContain('Stop following **Society blog**?');
    expect(labelsOf(await click('keep:1'))).toContain('Remove');
    expect(fake.data.followed).toHaveLength(1);
    expect(textOf(await click('removeNow:1'))).toContain('is removed');
    expect(fake.data.followed).toEqual([]);
    const refusal = await refusalOf(press('v1:sources:removeNow:1', asked, fake.ports));
    expect(refusal).toMatchObject({ code: 'buttonOutlived', args: { command: '</sources list:1>' } });
  });

  it.each(['show', 'preview', 'edit'])('offers the sources while a person types into /sources %s', async (name) => {
    expect(await complete(`sources ${name}`, 'source', 'soc', asked, fake.ports)).toEqual([
      { name: 'Society blog', value: '#1' },
    ]);
  });
});

describe('/sources edit', () => {
  it('shows what is chosen when nothing is to change', async () => {
    const text = textOf(await use('edit'));
    expect(text).toContain('What is chosen for **Society blog**');
    expect(text).toContain('fill in only what is to be different');
  });

  it('changes only what is given', async () => {
    await use('edit', { source, channel: { id: hiddenId }, threads: 'off', filter_any: 'river, lake' });
    expect(choices()).toMatchObject({ channelId: hiddenId, threads: false, filter: { any: ['river', 'lake'] } });
    const text = textOf(await use('edit', { source, filter_none: 'advert' }));
    expect(choices()?.filter).toEqual({ any: ['river', 'lake'], all: [], none: ['advert'] });
    expect(text).toContain('Wanted with one of: river, lake');
    expect(text).toContain('Not wanted with: advert');
    expect(text).not.toContain('former channel');
  });

  it('takes a filter away by the word none, in any language', async () => {
    await use('edit', { source, filter_any: 'river', filter_all: 'lake' });
    await use('edit', { source, filter_any: 'None' });
    expect(choices()?.filter).toEqual({ any: [], all: ['lake'], none: [] });
    await use('edit', { source, filter_all: ' Keine ' });
    expect(choices()).not.toHaveProperty('filter');
  });

  it('knows a role of its own, nobody, and the server’s', async () => {
    const role = (id: string) => ({ id: id as RoleId, name: 'x' });
    fake.data.settings = { ...fake.data.settings, pingRoleId: '400' as RoleId };
    expect(textOf(await use('edit', { source, role: role('401') }))).toContain('Mentioned: <@&401>');
    expect(choices()?.pingRoleId).toBe('401');
    expect(textOf(await use('edit', { source, role: role(guildId) }))).toContain('- Mentioned: nobody\n');
    expect(choices()?.pingRoleId).toBe('nobody');
    expect(textOf(await use('edit', { source, role: role('400') }))).toContain('<@&400> (as the server)');
    expect(choices()).not.toHaveProperty('pingRoleId');
  });

  it('says so where its role hears nothing, when it is chosen and in /status', async () => {
    const roleId = '401' as RoleId;
    fake.data.roleReadiness.set(roleId, 'silent');
    const silent = 'When I mention <@&401>, its members are not notified yet.';
    expect(textOf(await use('edit', { source, role: { id: roleId, name: 'x' } }))).toContain(silent);
    expect(textOf(viewOf(await run('status', {}, asked, fake.ports)))).toContain(silent);
    fake.data.roleReadiness.set(roleId, 'ready');
    expect(textOf(await use('edit', { source, threads: 'off' }))).not.toContain('notified');
    expect(textOf(viewOf(await run('status', {}, asked, fake.ports)))).not.toContain('notified');
  });

  it('gives threads back to the server’s choice', async () => {
    await use('edit', { source, threads: 'off' });
    await use('edit', { source, threads: 'default' });
    expect(choices()).not.toHaveProperty('threads');
  });

  it('leaves the question of its discussions out, and asks again by default', async () => {
    expect(textOf(await use('edit', { source, question: 'off' }))).toContain('Discussions begin without a question');
    expect(choices()?.question).toBe(false);
    expect(textOf(await use('edit', { source, threads: 'off' }))).not.toContain('Discussions begin');
    await use('edit', { source, threads: 'on', question: 'default' });
    expect(choices()).not.toHaveProperty('question');
    expect(textOf(await use('edit'))).toContain('Discussions begin with a question');
  });

  it('asks of a forum only what posting there takes', async () => {
    fake.data.readiness.set(hiddenId, { kind: 'missing', name: 'x', permissions: ['CreatePublicThreads'] });
    const goTo = async (kind: 'forum' | 'text') => {
      fake.data.kinds.set(hiddenId, kind);
      return textOf(await use('edit', { source, channel: { id: hiddenId, kind } }));
    };
    expect(await goTo('forum')).not.toContain('missing');
    expect(await goTo('text')).toContain('**Create Public Threads** is missing');
  });

  it('says what stands in the way in the new channel', async () => {
    fake.data.readiness.set(hiddenId, { kind: 'missing', name: 'x', permissions: ['SendMessages'] });
    const text = textOf(await use('edit', { source, channel: { id: hiddenId } }));
    expect(text).toContain('the permission **Send Messages** is missing');
    expect(text).toContain('What was waiting for the former channel goes to this one.');
  });

  it.each([
    ['filterTooMany', Array.from({ length: 21 }, (_, index) => `w${index}`).join()],
    ['filterTooLong', 'x'.repeat(61)],
    ['filterWordless', '***'],
  ])('refuses with %s, and changes nothing', async (code, typed) => {
    const refusal = await refusalOf(run('sources edit', { source, filter_all: typed }, asked, fake.ports));
    expect(refusal.code).toBe(code);
    expect(choices()).not.toHaveProperty('filter');
  });
});

describe('/sources preview', () => {
  const delivery = sampleDelivery({ articleId: 7 as ArticleId, channelId: newsId });

  it('shows the card, and what became of each article', async () => {
    fake.data.history = [
      { article: sampleArticle(), isBaseline: false, delivery: { ...delivery, results: { message: '5' } } },
      { article: sampleArticle({ id: 6 as ArticleId }), isBaseline: false, flood: 'open' },
      { article: sampleArticle({ id: 5 as ArticleId }), isBaseline: true },
    ];
    const text = textOf(await use('preview'));
    expect(text).toContain('card of River treaties in dry years');
    expect(text).toContain(`Posted: [see it](https://discord.com/channels/${guildId}/${newsId}/5)`);
    expect(text).toContain('Waits for your answer, because it came with many others: see </status:1>');
    expect(text).toContain('Would post if it were new; it was there before');
  });

  it('says why, by the judgement that posts', async () => {
    await use('edit', { source, filter_none: 'dry' });
    const text = textOf(await use('preview'));
    expect(text).toContain('None of the newest articles of **Society blog** passes its filters.');
    expect(text).toContain('Not posted: “dry” is in it');
    await use('edit', { source, filter_none: 'none', filter_any: 'lake' });
    expect(textOf(await use('preview'))).toContain('none of the words wanted is in it');
    await use('edit', { source, filter_any: 'none' });
    await use('pause');
    const paused = textOf(await use('preview'));
    expect(paused).toContain('card of');
    expect(paused).toContain('Not posted while the source is paused');
  });

  it('tells what a held post waits for', async () => {
    const held = { ...delivery, state: 'held', reason: 'missingPermissions', missing: ['SendMessages'] } as const;
    fake.data.history = [{ article: sampleArticle(), isBaseline: false, delivery: held }];
    expect(textOf(await use('preview'))).toContain(
      "Held. I can't post in <#200>: the permission **Send Messages** is missing.",
    );
  });

  it('tells ten in two pages, the card on the first alone', async () => {
    fake.data.history = Array.from({ length: 12 }, (_, index) => ({
      article: sampleArticle({ id: (100 - index) as ArticleId, title: `Title ${index}` }),
      isBaseline: true,
    }));
    const first = await use('preview');
    expect(textOf(first)).toContain('page 1 of 2');
    expect(textOf(first)).toContain('Title 4');
    expect(textOf(first)).not.toContain('Title 5');
    const second = textOf(await click('previewPage:1.1'));
    expect(second).toContain('Title 9');
    expect(second).not.toContain('Title 10');
    expect(second).not.toContain('card of');
  });

  it('says so where nothing has come yet', async () => {
    fake.data.history = [];
    expect(textOf(await use('preview'))).toContain('has shown no article yet');
  });
});
