// Real documents of many makers, where they are at hand: every one gives a card or one plain sentence, never silence.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askBot, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

const folder = new URL('../../../shared/data/feeds/input/', import.meta.url);
const isPresent = existsSync(folder);
if (!isPresent) console.warn('skipped: no real feeds beside this checkout');

/** Whole feeds with at least one item that has a title and a link, smallest names first so that the choice is stable. */
function listFeeds(count: number): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .filter((name) => {
      const text = readFileSync(new URL(name, folder), 'latin1');
      return /<(item|entry)[\s>]/.test(text) && /<title/.test(text) && text.length > 300;
    })
    .sort()
    .filter((_name, index, all) => index % Math.max(1, Math.floor(all.length / count)) === 0)
    .slice(0, count);
}

describe.skipIf(!isPresent)('real feeds', () => {
  let world: World;
  let site: Server;
  const names = isPresent ? listFeeds(24) : [];

  beforeAll(async () => {
    site = createServer((request, response) => {
      const name = decodeURIComponent((request.url ?? '').slice(1));
      if (!names.includes(name)) return response.writeHead(404).end();
      response.writeHead(200, { 'content-type': 'application/xml' }).end(readFileSync(new URL(name, folder)));
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    world = await startWorld();
    const host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
    await world.startBot({ fetchAllowHosts: [host], pollIntervalMs: 60_000 });
  });
  afterAll(async () => {
    await world?.close();
    site?.close();
  });

  it('are at least twenty', () => {
    expect(names.length).toBeGreaterThanOrEqual(20);
  });

  it('give a card or a plain sentence each, and break no rule of Discord', async () => {
    const { discord } = world;
    const { port } = site.address() as AddressInfo;
    const news = discord.channel('news').id;
    let added = 0;
    for (const name of names) {
      const url = `http://127.0.0.1:${port}/${encodeURIComponent(name)}`;
      const answer = await askBot(discord, 'sources add', { url, channel: { channel: 'news' }, backfill: 1 });
      const said = textOf(answer.message);
      expect(said, name).not.toMatch(/incident/);
      expect(said.length, name).toBeGreaterThan(20);
      if (/On their way|on its way/i.test(said)) added += 1;
    }
    expect(added).toBeGreaterThanOrEqual(names.length / 2);
    const posted = await waitFor(
      'a card for each feed',
      () => {
        const cards = discord.messages(news);
        return cards.length >= added * 0.9 && discord.threads(news).length === cards.length ? cards : undefined;
      },
      60_000,
    );
    for (const card of posted) expect(textOf(card)).toMatch(/^### \S/);
    for (const thread of discord.threads(news)) expect(thread.name.trim()).not.toBe('');
    expect(discord.violations).toEqual([]);
  }, 120_000);
});
