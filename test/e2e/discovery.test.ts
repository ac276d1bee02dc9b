// /sources add with what a person copies from the browser: the front page of a site.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askBot, customIdOf, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

const articles = ['Rivers in dry years', 'Wages in small towns', 'Borders for carbon'];
const slugOf = (title: string) => title.toLowerCase().replaceAll(' ', '-');
const feed = (title: string) =>
  `<rss version="2.0"><channel><title>${title}</title><item><title>First of ${title}</title><guid>${title}</guid></item></channel></rss>`;
const link = (name: string) => `<link rel="alternate" type="application/rss+xml" title="${name}" href="/${name}.xml">`;

const blogOf = (titles: readonly string[], folder = 'blog') => {
  const items = titles.map((title) => `<li><a href="/${folder}/${slugOf(title)}">${title}</a> 3 May 2026</li>`);
  return `<!doctype html><title>The blog</title><nav><a href="/about">About</a></nav><ul>${items.join('')}</ul>`;
};

/** A page without a feed, a page with two, and one that names a feed in a private network. */
function startOtherSite(pages: Record<string, string>): Promise<Server> {
  Object.assign(pages, {
    '/blog': blogOf(articles),
    '/two': `<!doctype html>${link('Essays')}${link('News')}<title>Two</title>`,
    '/Essays.xml': feed('Essays'),
    '/News.xml': feed('News'),
    '/inside': '<!doctype html><link rel="alternate" type="application/rss+xml" href="http://10.0.0.1/feed">',
  });
  const server = createServer((request, response) => {
    const body = pages[request.url ?? ''];
    const type = body?.startsWith('<rss') ? 'application/rss+xml' : 'text/html';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe('a moderator who gives the address of a site', () => {
  let world: World;
  let other: Server;
  let otherUrl: string;
  const pages: Record<string, string> = {};

  beforeAll(async () => {
    other = await startOtherSite(pages);
    otherUrl = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    world = await startWorld();
    await world.startBot({ fetchAllowHosts: [...world.config.fetchAllowHosts, new URL(otherUrl).host] });
    await askBot(world.discord, 'setup', {
      articles: { channel: 'news' },
      alerts: { channel: 'moderators' },
    });
  });
  afterAll(async () => {
    await world.close();
    other.close();
  });

  it('has its one feed followed at once, and gets the next article', async () => {
    const { discord, site } = world;
    const answer = await askBot(discord, 'sources add', { url: `${site.url}/` });
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer.message)).toContain(`(${site.feedUrl})`);
    const { title } = site.publishNext();
    const news = discord.channel('news').id;
    await waitFor('the next article', () =>
      discord.messages(news).find((message) => textOf(message).includes(title.slice(0, 12))),
    );
  });

  it('chooses one of several feeds', async () => {
    const { discord } = world;
    const asked = await askBot(discord, 'sources add', { url: `${otherUrl}/two` });
    expect(asked.ephemeral).toBe(true);
    expect(textOf(asked.message)).toMatch(/I found 2 feeds/);
    const messageId = asked.message?.id ?? '';
    const answer = await discord.click({
      user: 'moderator',
      messageId,
      customId: customIdOf(asked.message, /Which one/),
      values: ['1'],
    });
    expect(textOf(answer.message)).toMatch(/I found .*News.*, with one post/);
    expect(textOf((await askBot(discord, 'sources list')).message)).toMatch(/News/);
  });

  it('sees what was made out on a page without a feed before it is followed', async () => {
    const { discord } = world;
    const asked = await askBot(discord, 'sources add', { url: `${otherUrl}/blog` });
    expect(asked.ephemeral).toBe(true);
    for (const title of articles) expect(textOf(asked.message)).toContain(title);
    expect(textOf((await askBot(discord, 'sources list')).message)).not.toMatch(/The blog/);
    const messageId = asked.message?.id ?? '';
    const answer = await discord.click({
      user: 'moderator',
      messageId,
      customId: customIdOf(asked.message, /Follow this page/),
    });
    expect(textOf(answer.message)).toMatch(/I found .*The blog.*, with 3 posts/);
  });

  it('gets the next article of that page once, and nothing of what was there before', async () => {
    const { discord } = world;
    const news = discord.channel('news').id;
    const cardsOf = (title: string) => discord.messages(news).filter((message) => textOf(message).includes(title));
    pages['/blog'] = blogOf(['Sanctions and trade', ...articles]);
    await waitFor('the next article', () => cardsOf('Sanctions and trade').length === 1);
    for (const title of articles) expect(cardsOf(title)).toEqual([]);
  });

  it.each([
    ['lists other links', blogOf(['Hats for summer days', 'Cups for winter days', 'Scarves for all days'], 'wardrobe')],
    ['lists nothing', '<!doctype html><title>Soon</title><p>Our new site is coming.</p>'],
  ])('hears of a page that was rebuilt and %s, and gets no post from it', async (_what, rebuilt) => {
    const { discord } = world;
    const alerts = () =>
      discord.messages(discord.channel('moderators').id).filter((message) => /The blog/.test(textOf(message)));
    const before = alerts().length;
    const posts = discord.messages(discord.channel('news').id).length;
    pages['/blog'] = rebuilt;
    // A reading that began before the change may still be under way.
    const lookUntil = (what: string, isSeen: (said: string) => boolean) =>
      waitFor(what, async () =>
        isSeen(textOf((await askBot(discord, 'sources check', { source: 'The blog' })).message)),
      );
    await lookUntil('the trouble', (said) => /no longer shows its articles/.test(said));
    await lookUntil('an alert', () => alerts().length > before);
    expect(textOf(alerts().at(-1))).toMatch(/no longer shows its articles/);
    expect(discord.messages(discord.channel('news').id)).toHaveLength(posts);

    pages['/blog'] = blogOf(['Sanctions and trade', ...articles]);
    await lookUntil('its articles', (said) => /shows nothing new/.test(said));
    await waitFor('the end of the alert', () => /can be read again/.test(textOf(alerts().at(-1))));
  });

  it('hears in one private sentence of a feed that leads into a private network', async () => {
    const answer = await askBot(world.discord, 'sources add', { url: `${otherUrl}/inside` });
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer.message)).toMatch(/private network/);
  });

  it('saw no broken rule of Discord', () => {
    expect(world.discord.violations).toEqual([]);
  });
});
