import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../sandbox/discord/state.ts';
import { askBot, customIdOf, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

/** The article's card in a message, without the mark of its delivery and the numbers that Discord gives components. */
function cardIn(message: Message | undefined): unknown {
  const cards = ((message?.components ?? []) as { type: number }[]).filter(({ type }) => type === 17);
  return JSON.parse(
    JSON.stringify(cards[0] ?? null).replace(/(v1:articles:summary:\d+)\.[a-z2-7]{16}/g, '$1'),
    (key, value) => (key === 'id' ? undefined : value),
  );
}

describe('the sources of a server, on the real discord.js and the real SQLite', () => {
  let world: World;
  let news: string;
  let papers: string;
  const source = 'Example Economics Society';
  const ask = (command: string, given: Parameters<typeof askBot>[2] = {}) => askBot(world.discord, command, given);

  /** Resolves once every feed has been read twice more. */
  const twoMorePolls = async (paths: readonly string[]) => {
    const count = (path: string) => world.site.requests.filter((one) => one.path === path && one.status > 0).length;
    const before = paths.map(count);
    await waitFor('two more readings', () => paths.every((path, index) => count(path) >= (before[index] ?? 0) + 2));
  };

  beforeAll(async () => {
    world = await startWorld();
    await world.startBot();
    news = world.discord.channel('news').id;
    papers = world.discord.channel('papers').id;
    await ask('setup', { articles: { channel: 'news' }, alerts: { channel: 'moderators' } });
    await ask('sources add', { url: world.site.feedUrl });
  });
  afterAll(() => world.close());

  it('previews the very card that is posted', async () => {
    const { discord, site } = world;
    site.publishNext();
    await waitFor('a post', () => discord.threads(news).length === 1);
    const answer = await ask('sources preview', { source });
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer.message)).toContain('Posted: [see it](');
    const [posted] = discord.messages(news);
    expect(cardIn(posted)).not.toBeNull();
    expect(cardIn(answer.message)).toEqual(cardIn(posted));
    const second = await discord.click({
      user: 'moderator',
      messageId: answer.message?.id ?? '',
      customId: customIdOf(answer.message, /Next/),
    });
    expect(textOf(second.message)).toContain('page 2 of');
  });

  it('is noted in the audit where something changed, and only then', async () => {
    await ask('sources list');
    const audit = await ask('audit');
    expect(audit.ephemeral).toBe(true);
    const text = textOf(audit.message);
    expect(text).toContain('**/sources add**');
    expect(text).toMatch(/Articles: <#\d+> \(was: Articles: none yet\)/);
    expect(text).not.toMatch(/sources (list|preview)/);
  });

  it('opens a source from the list, and pauses it by button', async () => {
    const { discord } = world;
    const list = await ask('sources list');
    const customId = customIdOf(list.message, /Open a source/);
    const shown = await discord.click({
      user: 'moderator',
      messageId: list.message?.id ?? '',
      customId,
      values: ['1'],
    });
    expect(textOf(shown.message)).toContain('Feed: ');
    const press = (label: RegExp) =>
      discord.click({
        user: 'moderator',
        messageId: shown.message?.id ?? '',
        customId: customIdOf(shown.message, label),
      });
    const paused = await press(/Pause/);
    expect(textOf(paused.message)).toContain('Paused since');
    expect(textOf((await press(/Resume/)).message)).not.toContain('Paused since');
  });

  it('posts by the choices of the source: its channel, without a thread, only what its filter wants', async () => {
    const { discord, site } = world;
    await ask('sources edit', { source, channel: { channel: 'papers' }, threads: 'off', filter_none: 'economists' });
    const before = site.published().length;
    const unwanted = await waitFor('an article that the filter keeps out', () => {
      const next = site.publishNext();
      return /economists/i.test(JSON.stringify(next)) ? next : undefined;
    });
    const wantedCount = site.published().length - before - 1;
    await waitFor('the articles that are wanted', () => discord.messages(papers).length >= wantedCount);
    await twoMorePolls(['/blog-feed.xml']);
    expect(discord.messages(papers)).toHaveLength(wantedCount);
    const preview = textOf((await ask('sources preview', { source })).message);
    expect(preview).toContain('Not posted: “economists” is in it');
    const titles = discord.messages(papers).map(textOf).join('\n');
    expect(titles).not.toContain(unwanted.title.slice(0, 12));
    expect(discord.threads(papers)).toEqual([]);
  });

  it('carries the list away and back, and posts nothing old', async () => {
    const { discord, site } = world;
    await ask('sources add', { url: `${site.url}/atom.xml`, channel: { channel: 'papers' } });
    const exported = await ask('sources export');
    expect(exported.ephemeral).toBe(true);
    const attachment = exported.message?.attachments[0];
    const content = discord.attachedFile(attachment?.id ?? '');
    const listed = textOf((await ask('sources list')).message);
    for (const address of [site.feedUrl, `${site.url}/atom.xml`]) await ask('sources remove', { source: address });
    expect(textOf((await ask('sources list')).message)).toContain('follows no source yet');
    // What appeared while nobody followed it is old, too.
    site.publishNext();
    const posts = [news, papers].map((id) => discord.messages(id).length);

    const file = { filename: 'sources.opml', content };
    const imported = await ask('sources import', { file: { file } });
    expect(textOf(imported.message)).toContain('2 feeds are followed now.');
    await twoMorePolls(['/blog-feed.xml', '/atom.xml']);
    expect([news, papers].map((id) => discord.messages(id).length)).toEqual(posts);
    const names = (text: string) => [...text.matchAll(/\*\*\[([^\]]+)\]/g)].map(([, name]) => name);
    const again = textOf((await ask('sources list')).message);
    expect(names(again)).toEqual(names(listed));
    expect(names(again)).toHaveLength(2);
    expect(textOf((await ask('sources edit', { source: site.feedUrl })).message)).toContain(
      'Not wanted with: economists',
    );

    const repeated = await ask('sources import', { file: { file } });
    expect(textOf(repeated.message)).toContain('2 were followed already.');
  });

  it('says what is wrong with a file that is no list', async () => {
    const file = { filename: 'x.opml', content: '<html></html>' };
    const answer = await ask('sources import', { file: { file } });
    expect(textOf(answer.message)).toContain('not a list of feeds');
  });

  it('breaks none of Discord’s rules', () => {
    expect(world.discord.violations).toEqual([]);
  });
});
