// The sandbox's page in a real browser, as a new moderator and a member meet it. One browser and one bot for all; each test goes on
// where the one before left off.

import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openSandbox, type Sandbox } from '../../sandbox/openSandbox.ts';
import { findObstacles } from '../support/browser/findObstacles.ts';
import { desktop, findBrowser, type Opened, openBrowser, phone } from '../support/browser/openBrowser.ts';
import { Person } from '../support/browser/person.ts';
import { createMovableClock } from '../support/movableClock.ts';
import { quickTiming } from '../support/quickTiming.ts';
import { waitFor } from '../support/waitFor.ts';

const chromium = findBrowser();
if (chromium === undefined) console.warn('No chromium here: the journeys in a browser are skipped.');
/** `npm run screenshots` names the folder. */
const pictures = process.env.SCREENSHOTS;
const pictureSize = { width: 1080, height: 680 };
/** A press, a choice, a submit, something typed and a command each count one. */
const mostActions = 10;
const nextYear = new Date().getFullYear() + 1;
const hourMs = 3_600_000;
/** A reminder that has not come by then does not come. Milliseconds. */
const reminderPatienceMs = 60_000;

describe.skipIf(chromium === undefined)('the sandbox in a browser', () => {
  const clock = createMovableClock();
  let sandbox: Sandbox;
  let opened: Opened;
  let person: Person;

  beforeAll(async () => {
    [sandbox, opened] = await Promise.all([
      openSandbox({ timing: quickTiming, clock, pollIntervalMs: 500, logLevel: 'silent' }),
      openBrowser(chromium ?? ''),
    ]);
    await opened.page.goto(sandbox.discord.url);
    person = new Person(opened.page);
  });
  afterAll(async () => {
    await opened?.browser.close();
    await sandbox?.close();
  });
  afterEach(async () => {
    expect(await findObstacles(opened.page)).toEqual([]);
    expect(opened.complaints).toEqual([]);
    expect(sandbox.discord.violations).toEqual([]);
  });

  /** For the docs, without the passing notice at the bottom. */
  async function picture(name: string, colorScheme: 'light' | 'dark' = 'light', size = pictureSize): Promise<void> {
    if (!pictures) return;
    const { page } = opened;
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    await page.evaluate("document.querySelector('#notice').replaceChildren()");
    await page.screenshot({ path: `${pictures}/${name}.png`, scale: 'css' });
    await page.setViewportSize(desktop);
  }
  const channel = (name: RegExp) =>
    opened.page.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name });
  const focusedText = () => opened.page.evaluate<string>('document.activeElement.textContent');
  const expectCount = (what: Locator, count: number) =>
    waitFor(`${count} of them`, async () => (await what.count()) === count);
  const publish = () => opened.page.getByRole('button', { name: 'Publish an article' });
  const cardOf = (title: string) => opened.page.getByRole('article').filter({ hasText: title }).first();
  const newest = () => sandbox.site.published()[0]?.title ?? '';

  it('leads from /setup to the first real post in at most ten actions', async () => {
    await person.run(await person.command('setup'));
    const panel = await person.readAnswer(/Set up this server/);
    const panelButton = (name: string) => panel.getByRole('button', { name, exact: true });
    await person.choose(panel, 'Channel for articles …', '#news');
    await panel.getByText('✓ 1. Articles').waitFor();
    await person.press(panelButton('Next'));
    await person.press(panelButton('Add a site'));
    const form = opened.page.getByRole('dialog', { name: 'Add a site' });
    await person.type(form, 'Address', sandbox.site.url);
    await person.press(form.getByRole('button', { name: 'Submit' }));
    await panel.getByText('I found Example Economics Society').waitFor();
    await person.press(panelButton('Post the newest article now'));
    await channel(/^news.*1 new/).waitFor();
    console.info(`from /setup to the first post: ${person.actions} actions, at most ${mostActions}`);
    expect(person.actions).toBeLessThanOrEqual(mostActions);
    await person.open(/^news\b/);
    await cardOf(newest()).waitFor();
    // The next one comes by itself.
    const first = newest();
    await publish().click();
    await waitFor('another article', () => newest() !== first);
    await cardOf(newest()).waitFor();
    await opened.page.getByRole('button', { name: 'Close these steps' }).click();
  });

  it('takes a conference in words, reads it back, and shows it to members', async () => {
    const add = await person.command('programme add');
    await person.type(add, 'title', 'Workshop on shared rivers');
    await person.type(add, 'start', `12-14 June ${nextYear}`);
    await person.type(add, 'place', 'Example Hall, Lisbon');
    await person.run(add);
    await person.press((await person.readAnswer(/how I read it/)).getByRole('button', { name: 'Save' }));
    await person.become('member');
    const upcoming = await person.command('conferences upcoming');
    await person.type(upcoming, 'months', '24');
    await person.run(upcoming);
    await person.readAnswer(/On the programme[\s\S]*Workshop on shared rivers[\s\S]*Example Hall, Lisbon/);
    await person.become('moderator');
  });

  it('shows the discussion below the card, with its question', async () => {
    await cardOf(newest())
      .getByRole('button', { name: /open the discussion/ })
      .click();
    await opened.page.getByRole('heading', { level: 2, name: newest() }).waitFor();
    await opened.page.getByText('Share what you think').waitFor();
    await picture('discussion');
  });

  it('opens a form of the bot, which Escape closes and a moderator sends', async () => {
    const { page } = opened;
    const question = page.getByRole('article').filter({ hasText: 'Share what you think' });
    await question.locator('summary').focus();
    await page.keyboard.press('Enter');
    await question.getByRole('button', { name: 'Change question' }).press('Enter');
    const write = (await person.readAnswer(/Write/)).getByRole('button', { name: /Write/ });
    await write.press('Enter');
    const form = page.getByRole('dialog');
    await form.waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
    await write.press('Enter');
    await form.getByRole('textbox').fill('Who should pay for the measuring of a shared river?');
    expect(await findObstacles(page)).toEqual([]);
    await form.getByRole('button', { name: 'Submit' }).press('Enter');
    const proposed = await person.readAnswer(/I could ask this instead[\s\S]*Who should pay/);
    await proposed.getByRole('button', { name: 'Use this question' }).press('Enter');
    await question.filter({ hasText: 'Who should pay for the measuring' }).waitFor();
  });

  it('gives a member a summary, from the card and by a command that completes the title', async () => {
    await person.become('member');
    await person.open(/^news\b/);
    await person.press(cardOf(newest()).getByRole('button', { name: 'Summary' }));
    await person.readAnswer(/Excerpt/);
    const summary = await person.command('articles summary');
    await person.complete(summary, 'article', 'treaties', /Small treaties/);
    await person.choose(summary, 'length', 'long');
    await picture('command', 'dark');
    await person.run(summary);
    await person.readAnswer(/Excerpt[\s\S]*Share in this channel/);
  });

  it('finds an article by its words, and its summary from the list', async () => {
    const search = await person.command('articles search');
    await person.type(search, 'query', 'shared rivers');
    await person.run(search);
    const found = await person.readAnswer(/Small treaties/);
    const answers = await person.countAnswers();
    await found.getByRole('combobox').last().selectOption({ index: 1 });
    await waitFor('one more answer', async () => (await person.countAnswers()) > answers);
  });

  it('promises a member a reminder and lists it', async () => {
    const remind = await person.command('conferences remind');
    await person.complete(remind, 'conference', 'rivers', /Workshop on shared rivers/);
    await person.choose(remind, 'before', '1 week');
    await person.run(remind);
    await person.readAnswer(/I will remind you of Workshop on shared rivers/);
    await person.run(await person.command('reminders list'));
    await person.readAnswer(/One reminder to come[\s\S]*Workshop on shared rivers/);
  });

  it('keeps moderators’ commands from members, and says when no command fits', async () => {
    const { page } = opened;
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find a command' }).fill('sources add');
    await page.getByText('No command has these words').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expectCount(channel(/^moderators\b/), 0);
    await person.become('moderator');
    await channel(/^moderators\b/).waitFor();
  });

  it('leads through the channels by arrow keys', async () => {
    await channel(/^general\b/).focus();
    await opened.page.keyboard.press('ArrowDown');
    await opened.page.keyboard.press('Enter');
    await opened.page.getByRole('heading', { level: 2, name: '# news' }).waitFor();
    expect(await focusedText()).toContain('news');
    await opened.page.keyboard.press('End');
    expect(await focusedText()).toContain('papers-forum');
  });

  it.each([
    ['Too many requests (429)', /refused a post/],
    ['Discord is broken (503)', /failed at a post/],
    ['A lost answer', /the answer was lost/],
  ])('shows how the bot comes through: %s', async (trouble, struck) => {
    const { page } = opened;
    const log = page.getByRole('log', { name: 'What happened' });
    const recovered = await log.getByText(/it worked|and it is/).count();
    await page.getByRole('button', { name: trouble }).click();
    await page.getByText(/^Waits for the next/).waitFor();
    await publish().click();
    await log.getByText(struck).first().waitFor();
    await waitFor('the recovery', async () => (await log.getByText(/it worked|and it is/).count()) > recovered);
    await person.open(/^news\b/);
    await cardOf(newest()).waitFor();
    await expectCount(opened.page.getByRole('link', { name: newest(), exact: true }), 1);
  });

  it('shows how the bot connects again', async () => {
    await opened.page.getByRole('button', { name: 'The connection drops' }).click();
    await opened.page.getByText(/The bot is connected again/).waitFor();
    await opened.page.getByRole('log', { name: 'What happened' }).scrollIntoViewIfNeeded();
    await picture('trouble', 'dark', { width: 1080, height: 860 });
  });

  it('posts into a forum, whose posts are listed', async () => {
    const edit = await person.command('sources edit');
    await person.complete(edit, 'source', 'Example', /Example Economics Society/);
    await person.choose(edit, 'channel', '#forum');
    await person.run(edit);
    await publish().click();
    await person.open(/^forum\b/);
    await opened.page
      .getByRole('main')
      .getByRole('button', { name: /open the discussion/ })
      .click();
    await opened.page.getByText('Thread in #forum').waitFor();
  });

  it('lists the server’s events as they change', async () => {
    const { discord } = sandbox;
    const events = opened.page.getByRole('region', { name: 'Scheduled events' });
    const { id } = discord.addEvent('moderator', {
      name: 'Evening lecture',
      scheduled_start_time: `${nextYear}-03-04T18:00:00Z`,
      scheduled_end_time: `${nextYear}-03-04T20:00:00Z`,
      entity_metadata: { location: 'Old Library' },
    });
    await events.getByText(new RegExp(`4 March ${nextYear}.*18:00 · Old Library`)).waitFor();
    discord.changeEvent(id, { status: 4 });
    await events.getByText('Old Library · cancelled').waitFor();
  });

  it('fits a phone, one part at a time', async () => {
    const { page } = opened;
    await page.setViewportSize(phone);
    for (const part of ['Checks', 'Channels', 'Messages']) {
      await page.getByRole('navigation', { name: 'Parts of the page' }).getByRole('button', { name: part }).click();
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect(await findObstacles(page)).toEqual([]);
    }
    await picture('phone', 'light', phone);
    await page.setViewportSize(desktop);
  });

  it('brings a member the reminder once its time has come, and stops when told to', async () => {
    const { page } = opened;
    // The minute, because a person types no seconds; the server's time zone is UTC.
    const startsAt = Math.ceil((clock.now() + 3 * hourMs) / 60_000) * 60_000;
    await person.become('moderator');
    const add = await person.command('programme add');
    await person.type(add, 'title', 'Lecture on lakes');
    await person.type(add, 'start', new Date(startsAt).toISOString().slice(0, 16).replace('T', ' '));
    await person.run(add);
    await person.readAnswer(/on the programme[\s\S]*Lecture on lakes/);
    await person.become('member');
    const remind = await person.command('conferences remind');
    await person.complete(remind, 'conference', 'lakes', /Lecture on lakes/);
    await person.choose(remind, 'before', '1 hour');
    await person.run(remind);
    await person.readAnswer(/I will remind you of Lecture on lakes/);
    await expectCount(channel(/direct messages/), 0);
    clock.forward(startsAt - hourMs - clock.now());
    await channel(/direct messages.*1 new/).waitFor({ timeout: reminderPatienceMs });
    await channel(/direct messages/).click();
    const reminder = page.getByRole('article').filter({ hasText: 'Lecture on lakes' });
    await reminder.getByText(/for one hour before/).waitFor();
    await expectCount(reminder, 1);
    await person.press(reminder.getByRole('button', { name: 'Stop' }));
    await page.getByText(/I will remind you of Lecture on lakes no more/).waitFor();
  }, 120_000);
});
