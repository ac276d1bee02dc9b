import { afterAll, beforeAll, expect, it } from 'vitest';
import { askBot, customIdOf, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';
import { openSite, type Site } from '../unit/sources/siteServer.ts';

const feed = `<rss version="2.0"><channel><title>River notes</title><link>https://society.example</link>
<item><title>Tides</title><link>https://society.example/tides</link><guid>1</guid></item></channel></rss>`;

let world: World;
let site: Site;
let isBroken = false;

beforeAll(async () => {
  site = await openSite((_, response) => {
    response.writeHead(isBroken ? 401 : 200, { 'content-type': 'application/rss+xml' });
    response.end(isBroken ? undefined : feed);
  });
  world = await startWorld({ fetchAllowHosts: [site.host] });
  await world.startBot();
  await askBot(world.discord, 'setup', { articles: { channel: 'news' } });
  await askBot(world.discord, 'sources add', { url: `${site.url}/feed.xml` });
}, 60_000);
afterAll(async () => {
  expect(world.discord.violations).toEqual([]);
  await world.close();
  await site.close();
});

const status = async () => (await askBot(world.discord, 'status')).message;

it('a source in trouble is read again by a button of /status, which whoever is no moderator any more cannot press', async () => {
  const { discord } = world;
  isBroken = true;
  const report = await waitFor('the trouble', async () => {
    const message = await status();
    return textOf(message).includes('again now') ? message : undefined;
  });
  expect(textOf(report)).toContain('Read “River notes” again now');
  const press = async () => {
    const customId = customIdOf(report, /Read “River notes” again now/);
    return discord.click({ user: 'moderator', messageId: report?.id ?? '', customId, timeoutMs: 20_000 });
  };
  expect(textOf((await press()).message)).toContain('login');
  isBroken = false;
  discord.takeRole('moderator', 'Moderators');
  expect(textOf((await press()).message)).toContain('That is for moderators.');
  discord.giveRole('moderator', 'Moderators');
  expect(textOf((await press()).message)).toContain('River notes');
  expect(textOf(await status())).not.toContain('again now');
}, 90_000);
