import { afterEach, beforeEach, expect, it } from 'vitest';
import type { InteractionAnswer } from '../../sandbox/discord/interactions.ts';
import type { Bot } from '../../src/main.ts';
import { askBot, customIdOf, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';

interface ShownForm {
  readonly custom_id: string;
  readonly components: readonly { readonly component: { readonly custom_id: string; readonly value?: string } }[];
}

const moderator = { user: 'moderator', timeoutMs: 45_000 };
let world: World;
let bot: Bot;
beforeEach(async () => {
  world = await startWorld();
  bot = await world.startBot();
  await askBot(world.discord, 'setup', { articles: { channel: 'news' } });
});
afterEach(async () => {
  expect(world.discord.violations).toEqual([]);
  await world.close();
});

const click = ({ message }: InteractionAnswer, label: RegExp, user = 'moderator') =>
  world.discord.click({ ...moderator, user, messageId: message?.id ?? '', customId: customIdOf(message, label) });
const submit = (answer: InteractionAnswer, fields: Record<string, string>) =>
  world.discord.submitModal({ ...moderator, customId: formIn(answer).custom_id, fields });
const formIn = ({ modal }: InteractionAnswer) => modal as ShownForm;
const typedIn = (answer: InteractionAnswer) =>
  Object.fromEntries(formIn(answer).components.map(({ component }) => [component.custom_id, component.value]));

it('an address that is refused need not be typed again, also after a restart', async () => {
  const { site } = world;
  const opened = await click(await askBot(world.discord, 'setup'), /Add a site/);
  expect(typedIn(opened)).toEqual({ url: undefined });
  const wrong = `${site.url.replace('127.0.0.1', '10.0.0.1')}/blog`;
  const refused = await submit(opened, { url: wrong });
  expect(refused.ephemeral).toBe(true);
  await bot.stop();
  bot = await world.startBot();
  const corrected = await click(refused, /Correct what I typed/);
  expect(typedIn(corrected)).toEqual({ url: wrong });

  const refusedAgain = await submit(corrected, { url: `${wrong}/feed` });
  const correctedAgain = await click(refusedAgain, /Correct what I typed/);
  expect(typedIn(correctedAgain)).toEqual({ url: `${wrong}/feed` });
  expect(textOf((await submit(correctedAgain, { url: site.feedUrl })).message)).toContain('Sources: one');
}, 120_000);

it('a conference with one unreadable date keeps all that was typed', async () => {
  const { discord } = world;
  const added = await askBot(discord, 'programme add', {
    title: 'Rivers and treaties',
    start: '2027-06-14',
    place: 'Lisbon',
  });
  expect(textOf(added.message)).toContain('Rivers and treaties');
  const edited = await askBot(discord, 'programme edit', { conference: 'Rivers and treaties' });
  const typed = { ...typedIn(edited), start: 'whenever it suits' } as Record<string, string>;
  const given = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value ?? '']));
  const corrected = await click(await submit(edited, given), /Correct what I typed/);
  expect(typedIn(corrected)).toEqual(typed);
}, 120_000);

it('the deadlines of a conference are written as lines, and refused ones keep what was typed', async () => {
  const { discord } = world;
  const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await askBot(discord, 'programme add', { title: 'Rivers and treaties', start: dayIn(90) });
  const edited = await askBot(discord, 'programme edit', { conference: 'Rivers and treaties' });
  const same = { title: 'Rivers and treaties', start: dayIn(90), end: '', place: '', url: '' };
  const draft = await submit(edited, same);
  const lines = `Submissions due: ${dayIn(10)}\nTravel grants: ${dayIn(20)} 12:00`;
  const refused = await submit(await click(draft, /^Deadlines$/), { deadlines: `${lines}\nPosters` });
  const corrected = await click(refused, /Correct what I typed/);
  expect(typedIn(corrected)).toEqual({ deadlines: `${lines}\nPosters` });
  const read = await submit(corrected, { deadlines: lines });
  expect(textOf(read.message)).toMatch(/Submissions due: \d.*\n.*Travel grants: /);
  expect(textOf((await click(read, /^Save$/)).message)).toContain('It is on the programme:');
  const deadlines = await askBot(discord, 'conferences deadlines', {}, { user: 'member' });
  expect(textOf(deadlines.message)).toMatch(/Submissions due.*Travel grants/s);
}, 120_000);
