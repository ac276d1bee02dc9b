import { beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/domain/delivery.ts';
import { SourceError } from '../../../src/domain/errors.ts';
import type { RoleId } from '../../../src/domain/ids.ts';
import { createPreviewing } from '../../../src/jobs/composeCard.ts';
import { starterQuestions } from '../../../src/reading/starterQuestion.ts';
import { fakePorts, guildId, hiddenId, moderator, newsId, refusalOf, sampleArticle } from '../../support/fakePorts.ts';
import { customIdsOf, faultsOf, labelsOf, nodesOf, textOf, viewOf } from '../views/readView.ts';
import { fill, press, run } from './runCommand.ts';

const asked = moderator();
const url = 'https://www.harbour.example/tides';
const page = {
  title: 'What tides teach planners',
  siteName: 'Harbour Review',
  text: 'Tide tables are older than most ports that use them. Planners read them as promises. The sea reads them as a draft.',
  authors: ['A. Writer'],
};

let fake = fakePorts();

beforeEach(() => {
  fake = fakePorts();
  fake.data.settings = { ...fake.data.settings, articlesChannelId: newsId };
  fake.data.pages.set(url, page);
  fake.ports.previewing = createPreviewing(fake.ports);
});

const post = (options: Record<string, unknown> = {}) => run('post', { url, ...options }, asked, fake.ports);
const show = async (options: Record<string, unknown> = {}) => viewOf(await post(options));

type Shown = Awaited<ReturnType<typeof show>>;
const pressIn = (view: Shown, action: string) =>
  press(customIdsOf(view).find((id) => id.startsWith(`v1:post:${action}:`)) ?? '', asked, fake.ports);
const rewrite = async (view: Shown, fields: Record<string, string>) => {
  const result = await pressIn(view, 'edit');
  if (result.kind !== 'modal') throw new Error('no form opened');
  return fill(result.form.custom_id, fields, asked, fake.ports);
};
/** As if what was recommended first had come so far. */
const become = (changes: Partial<Delivery>) => {
  fake.data.recommended = fake.data.recommended.map((delivery) => ({ ...delivery, ...changes }));
};

describe('/post', () => {
  it('shows the card with its site, note and question, privately, and posts nothing yet', async () => {
    const answer = await post({ note: 'Short, and it changes how one plans.', question: 'Who should own the tables?' });
    expect(answer).toMatchObject({ kind: 'reply' });
    const shown = viewOf(answer);
    expect(faultsOf(shown)).toEqual([]);
    expect(textOf(shown)).toContain(`This is how it will look in <#${newsId}>:`);
    expect(textOf(shown)).toContain(`### [What tides teach planners](${url})`);
    expect(textOf(shown)).toContain('-# Harbour Review · by A. Writer');
    expect(textOf(shown)).toContain('▸ Recommended: an article by Harbour Review\n');
    expect(textOf(shown)).toContain('**Why we recommend it:** Short, and it changes how one plans.');
    expect(textOf(shown)).toContain('The discussion will open with:\n**Who should own the tables?**');
    expect(labelsOf(shown)).toEqual(['Read the article', 'Summary', 'Post it', 'Edit note and question']);
    expect(JSON.stringify(shown).match(/"style":3,"label":"([^"]*)"/g)).toEqual(['"style":3,"label":"Post it"']);
    expect(nodesOf(shown).find(({ label }) => label === 'Summary')).toMatchObject({ disabled: true });
    expect(fake.data.recommended).toEqual([]);
  });

  it('is posted by the green button as it was shown, like any article, and the audit keeps who did it', async () => {
    const shown = await show({ url: 'www.harbour.example/tides', note: 'Short.', question: 'Who gains' });
    fake.data.pages.clear();
    const done = await pressIn(shown, 'confirm');
    expect(done.kind).toBe('update');
    expect(textOf(viewOf(done))).toContain(`It will be in <#${newsId}> in a moment.`);
    expect(fake.data.recommended).toMatchObject([
      {
        purpose: 'article',
        channelId: newsId,
        steps: ['message', 'thread', 'question'],
        payload: { recommendation: { note: 'Short.' } },
        dedupeKey: `article:${newsId}:https://harbour.example/tides`,
        orderedAt: asked.now,
      },
    ]);
    expect([...fake.data.postDrafts.values()]).toMatchObject([{ question: 'Who gains?', siteName: 'Harbour Review' }]);
    const options = { url, channel: newsId, note: 'Short.', question: 'Who gains?' };
    expect(fake.data.audit).toMatchObject([{ command: 'post', userId: asked.member.id, options }]);
  });

  it('asks in its form for another note and question, and shows the card anew', async () => {
    const first = await show({ note: 'Short.', question: 'Who gains?' });
    const form = await pressIn(first, 'edit');
    expect(JSON.stringify(form)).toContain('"value":"Short."');
    expect(JSON.stringify(form)).toContain('"value":"Who gains?"');
    const second = await rewrite(first, { note: '', question: 'Who loses?' });
    expect(second.kind).toBe('update');
    const shown = viewOf(second);
    expect(textOf(shown)).not.toContain('Why we recommend it');
    expect(textOf(shown)).toContain('**Who loses?**');
    await pressIn(shown, 'confirm');
    expect(fake.data.recommended).toMatchObject([{ payload: { recommendation: {} } }]);
    expect(fake.data.recommended[0]?.payload).toEqual({ recommendation: {} });
  });

  it.each([
    ['???', 'I found no words in that.'],
    ['What was asked before?', 'That was asked on this server less than 30 days ago.'],
    ['x'.repeat(240), 'That question is too long to be read at a glance.'],
  ])('keeps what was typed with the command beside a question that cannot be asked: %s', async (question, words) => {
    fake.data.askedElsewhere = new Set(['What was asked before?']);
    const shown = await show({ note: 'Typed with care.', question });
    expect(faultsOf(shown)).toEqual([]);
    expect(textOf(shown)).toContain(words);
    expect(textOf(shown)).toContain(`\n> ${question}`);
    expect(textOf(shown)).toContain('**Why we recommend it:** Typed with care.');
    expect(textOf(shown)).toContain(`**${starterQuestions(sampleArticle(page))[0]}**`);
  });

  it.each([
    ['???', 'I found no words in that.'],
    ['What was asked before?', 'That was asked on this server less than 30 days ago.'],
  ])('keeps the note that was typed beside a question that cannot be asked: %s', async (question, words) => {
    fake.data.askedElsewhere = new Set(['What was asked before?']);
    const result = await rewrite(await show({ question: 'Who gains?' }), { note: 'Typed with care.', question });
    expect(result.kind).toBe('update');
    const shown = viewOf(result);
    expect(textOf(shown)).toContain(words);
    expect(textOf(shown)).toContain('**Who gains?**');
    await pressIn(shown, 'confirm');
    expect(fake.data.recommended).toMatchObject([{ payload: { recommendation: { note: 'Typed with care.' } } }]);
  });

  it('proposes a question that was not asked lately, also where the form is left empty', async () => {
    const [first, second] = starterQuestions({ ...page, teaser: '' });
    expect(textOf(await show())).toContain(`**${first}**`);
    fake.data.askedElsewhere = new Set([first ?? '']);
    expect(textOf(await show())).toContain(`**${second}**`);
    const emptied = await rewrite(await show({ question: 'Who gains?' }), { note: '', question: ' ' });
    expect(textOf(viewOf(emptied))).toContain(`**${second}**`);
  });

  it('says so where no discussion is opened', async () => {
    fake.data.settings = { ...fake.data.settings, threads: false };
    const shown = await show({ question: 'Who gains?' });
    expect(textOf(shown)).toContain('No discussion will be opened');
    expect(textOf(shown)).not.toContain('Who gains');
  });

  it('pings nobody with a note, a question, a title or the name of a site', async () => {
    const wild = '@everyone <@300> <@&400> [x](https://evil.example) # y';
    fake.data.pages.set(url, { ...page, title: wild, siteName: wild });
    const shown = await show({ note: wild, question: wild });
    expect(faultsOf(shown)).toEqual([]);
    expect(textOf(shown)).not.toMatch(/(?<!\\)<@|@everyone|(?<!\\)\[x|^# y/m);
    expect(shown.mentions).toBeUndefined();
  });

  it('shows whom the card will mention, and mentions nobody yet', async () => {
    fake.data.settings = { ...fake.data.settings, pingRoleId: '400' as RoleId };
    const shown = await show();
    expect(textOf(shown)).toContain('<@&400>');
    expect(shown.mentions).toBeUndefined();
  });

  it('goes into the channel that is given, as it is known there', async () => {
    const known = {
      ...sampleArticle({ url, title: 'The feed’s own title' }),
      canonicalLink: 'https://harbour.example/tides',
    };
    fake.data.articles.push({ article: known, channelId: hiddenId });
    const channel = { id: hiddenId, name: 'hidden', kind: 'text' };
    const shown = await show({ channel });
    expect(textOf(shown)).toContain('The feed’s own title');
    expect(fake.data.readUrls).toEqual([]);
    await pressIn(shown, 'confirm');
    expect(fake.data.recommended).toMatchObject([{ channelId: hiddenId, articleId: known.id }]);
    expect(fake.data.articles).toHaveLength(1);
    expect(textOf(await show())).toContain('What tides teach planners');
  });

  it('is called by the address of its site where the page does not name it', async () => {
    const { siteName: _, ...nameless } = page;
    fake.data.pages.set(url, nameless);
    expect(textOf(await show())).toContain('an article by harbour.example');
  });
});

describe('/post of what cannot be posted', () => {
  it.each([
    [
      'says where it is',
      { results: { message: '900' } },
      'postKnown',
      `https://discord.com/channels/${guildId}/200/900`,
    ],
    [
      'says where it is in a forum',
      { targetKind: 'forum', results: { message: '900' } },
      'postKnown',
      `${guildId}/900`,
    ],
    ['says that it waits', {}, 'postWaiting', '</status:1>'],
    [
      'leaves it away where a person removed it',
      { reason: 'removedByPerson', state: 'dead' },
      'postTakenBack',
      '<#200>',
    ],
  ] as const)('%s, the second time', async (_what, changes, code, words) => {
    const shown = await show();
    await pressIn(shown, 'confirm');
    become(changes as Partial<Delivery>);
    const shared = `${url}/?utm_source=mail`;
    fake.data.pages.set(shared, { ...page, url: shared });
    for (const again of [() => post(), () => post({ url: shared }), () => pressIn(shown, 'confirm')]) {
      const refusal = await refusalOf(again());
      expect(refusal.code).toBe(code);
      expect(asked.say(refusal.sentence, refusal.args)).toContain(words);
    }
    expect(fake.data.recommended).toHaveLength(1);
    expect(fake.data.audit).toHaveLength(1);
  });

  it('knows it by the address the page gives itself', async () => {
    await pressIn(await show(), 'confirm');
    const short = 'https://short.example/t';
    fake.data.pages.set(short, { ...page, canonicalUrl: url });
    expect((await refusalOf(post({ url: short }))).code).toBe('postWaiting');
  });

  it('needs a channel, an article and a page that answers', async () => {
    fake.data.pages.set(url, { ...page, title: ' ' });
    expect((await refusalOf(post())).code).toBe('articleMissing');
    const marked = 'https://a_b_.example/';
    fake.data.pages.set(marked, { ...page, canonicalUrl: marked, title: '' });
    expect((await refusalOf(post({ url: marked }))).args.host).toBe('a\\_b\\_.example');
    await expect(post({ url: 'https://gone.example/' })).rejects.toBeInstanceOf(SourceError);
    const { articlesChannelId: _, ...none } = fake.data.settings;
    fake.data.settings = none;
    expect((await refusalOf(post())).code).toBe('channelMissing');
  });

  it('says what is missing in the channel, before it reads anything and when it is confirmed', async () => {
    const shown = await show();
    fake.data.readUrls.length = 0;
    fake.data.readiness.set(newsId, { kind: 'missing', name: 'news', permissions: ['CreatePublicThreads'] });
    for (const answer of [await post(), await pressIn(shown, 'confirm')]) {
      expect(answer.kind).toBe('reply');
      expect(textOf(viewOf(answer))).toContain('the permission **Create Public Threads** is missing');
    }
    expect([fake.data.readUrls, fake.data.recommended]).toEqual([[], []]);
  });

  it('names the command where a button has outlived what it stood for, or stands on another server', async () => {
    const shown = await show();
    fake.data.postDrafts.clear();
    for (const action of ['confirm', 'edit']) {
      const refusal = await refusalOf(pressIn(shown, action));
      expect([refusal.code, refusal.args.command]).toEqual(['buttonOutlived', '</post:1>']);
    }
  });
});
