import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askBot, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

/** Answers by path: what sites send instead of a feed. */
function startOddSite(): Promise<Server> {
  const answers: Record<string, [type: string, body: string]> = {
    '/page': ['text/html', '<!doctype html><html><head><title>Blog</title></head><body><p>Welcome</p></body></html>'],
    '/broken': ['application/rss+xml', '<rss version="2.0"><channel><title>Broken</title><item><title>Half an ite'],
    '/nothing': ['text/plain', 'Here is nothing to follow.'],
  };
  const server = createServer((request, response) => {
    const [type, body] = answers[request.url ?? ''] ?? ['text/plain', ''];
    response.writeHead(answers[request.url ?? ''] ? 200 : 404, { 'content-type': type }).end(body);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe('a person who gives the bot something it cannot use', () => {
  let world: World;
  let odd: Server;
  let oddUrl: string;

  beforeAll(async () => {
    odd = await startOddSite();
    oddUrl = `http://127.0.0.1:${(odd.address() as AddressInfo).port}`;
    world = await startWorld();
    await world.startBot({ fetchAllowHosts: [...world.config.fetchAllowHosts, new URL(oddUrl).host] });
    await askBot(world.discord, 'setup', { articles: { channel: 'news' } });
    await askBot(world.discord, 'sources add', { url: world.site.feedUrl });
  });
  afterAll(async () => {
    await world.close();
    odd.close();
  });

  it.each([
    ['a web page instead of a feed', () => `${oddUrl}/page`, /web page, not a feed/],
    ['something that is no feed', () => `${oddUrl}/nothing`, /not a feed/],
    ['an address that does not exist', () => `${oddUrl}/missing`, /error 404/],
    ['a private address', () => 'http://10.0.0.1/feed', /private network/],
    ['the address of the machine itself', () => 'http://127.0.0.1:1/feed', /private network|not an address/],
    ['no address at all', () => 'not an address', /not an address|can't find that site/],
    ['a source that is followed already', () => world.site.feedUrl, /follows .+ already/],
  ])('hears in one private sentence about %s', async (_what, url, sentence) => {
    const answer = await askBot(world.discord, 'sources add', { url: url() });
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer.message)).toMatch(sentence);
    expect(textOf(answer.message)).not.toMatch(/incident/);
  });

  it('gets what can be read of a feed that is cut short', async () => {
    const answer = await askBot(world.discord, 'sources add', { url: `${oddUrl}/broken` });
    expect(textOf(answer.message)).toMatch(/Broken/);
  });

  it.each([
    ['sources check', { source: 'no such source' }, /don't know a source/],
    ['articles summary', { article: 'no such article at all' }, /don't know/],
    ['articles search', { query: 'zyxwv' }, /nothing|no article/i],
    ['articles search', { query: 'money', since: 'whenever' }, /can't read “whenever” as a time/],
    ['setup', { time_zone: 'Atlantis' }, /don't know the time zone/],
    ['setup', { language: 'tlh' }, /don't speak/],
    ['programme import', { url: 'http://10.0.0.1/x.ics' }, /private network/],
  ])('hears what to do next from /%s %o', async (command, given, sentence) => {
    const answer = await askBot(world.discord, command, given);
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer.message)).toMatch(sentence);
  });

  it('loses nothing while a permission is missing, is told once, and gets everything after the mend', async () => {
    const { discord, site } = world;
    const papers = discord.channel('papers').id;
    await askBot(discord, 'setup', { articles: { channel: 'papers' }, alerts: { channel: 'moderators' } });
    await askBot(discord, 'sources remove', { source: 'Example Economics Society' });
    await askBot(discord, 'sources add', { url: site.feedUrl });
    discord.setPermissions(papers, { role: 'bot', deny: PermissionFlagsBits.SendMessages });

    site.publishNext();
    const moderators = discord.channel('moderators').id;
    const alert = await waitFor('an alert', () =>
      discord.messages(moderators).find((message) => /can't post in/.test(textOf(message))),
    );
    expect(textOf(alert)).toContain('Send Messages');
    expect(discord.messages(papers)).toEqual([]);
    const status = await askBot(discord, 'status');
    expect(textOf(status.message)).toMatch(/Send Messages/);

    discord.setPermissions(papers, { role: 'bot', allow: PermissionFlagsBits.SendMessages });
    await waitFor('the article after the mend', () => discord.threads(papers).length === 1);
    expect(discord.messages(papers)).toHaveLength(1);
    // The same message tells that it is over.
    expect(discord.messages(moderators).map(({ id }) => id)).toEqual([alert.id]);
  });

  it('goes on when the channel is deleted, and says so', async () => {
    const { discord, site } = world;
    discord.deleteChannel(discord.channel('papers').id);
    site.publishNext();
    await waitFor('a status that names the channel that is gone', async () =>
      /gone/.test(textOf((await askBot(discord, 'status')).message)),
    );
  });

  it('finds the bot alive after an interaction that expired', async () => {
    const { discord } = world;
    const remove = discord.fault({ mode: 'refuse', route: /\/callback$/, status: 404, code: 10062, times: 1 });
    await expect(askBot(discord, 'help', {}, {})).rejects.toThrow();
    remove();
    expect(textOf((await askBot(discord, 'help', {}, {})).message)).toMatch(/What I do/);
  });

  it('finds the bot back after the gateway closed', async () => {
    const { discord } = world;
    discord.dropGateway();
    await waitFor('the gateway', () => discord.isConnected());
    const answer = await waitFor('an answer', () => askBot(discord, 'help', {}, {}).catch(() => undefined));
    expect(textOf(answer.message)).toMatch(/What I do/);
  });

  it('saw no broken rule of Discord', () => {
    expect(world.discord.violations).toEqual([]);
  });
});
