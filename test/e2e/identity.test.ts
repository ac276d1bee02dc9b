import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { changingFeeds } from '../support/history/changingFeeds.ts';
import { failingSites } from '../support/history/failingSites.ts';
import { floods } from '../support/history/floods.ts';
import type { Scenario } from '../support/history/scenario.ts';
import { openSite, type Site } from '../support/history/site.ts';
import { alertsId, newsId, openSociety, papersId, type Society } from '../support/history/society.ts';

const scenarios: readonly Scenario[] = [...changingFeeds, ...failingSites, ...floods];

describe.each([
  { lives: 'in one life', restarts: false },
  { lives: 'with a restart before every step', restarts: true },
])('nothing is posted twice and nothing is lost, $lives', ({ restarts }) => {
  const leftovers: (() => Promise<void>)[] = [];
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());
  afterEach(async () => {
    for (const remove of leftovers.splice(0).reverse()) await remove();
  });

  it.each(scenarios)('$name', async ({ steps, news = [], papers = [], alerts = [] }) => {
    site.clear();
    const folder = await mkdtemp(join(tmpdir(), 'society-bot-history-'));
    leftovers.push(() => rm(folder, { recursive: true, force: true }));
    const society: Society = await openSociety(folder, site);
    leftovers.push(() => society.close());
    for (const step of steps) {
      if (restarts) await society.restart();
      await step(society);
    }
    expect(society.discord.done(newsId)).toEqual(news);
    expect(society.discord.done(papersId)).toEqual(papers);
    expect(society.discord.done(alertsId)).toEqual(alerts);
    expect(society.discord.pingedByEdits()).toEqual([]);
  });
});
