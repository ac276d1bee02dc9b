// Scheduled events of the local Discord, as Discord's own: who may make them, what is refused, what time does to them.

import { PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../sandbox/discord/localDiscord.ts';
import { sendAsBot } from '../unit/sandbox/sendAsBot.ts';

let discord: LocalDiscord;
beforeEach(async () => {
  discord = await startLocalDiscord({ rateScale: 0 });
});
afterEach(() => discord.close());

const dayMs = 86_400_000;
const iso = (inMs: number) => new Date(Date.now() + inMs).toISOString();
const path = (id?: unknown) => `/guilds/${discord.guildId}/scheduled-events${id === undefined ? '' : `/${id}`}`;
const meeting = (change: Record<string, unknown> = {}) => ({
  name: 'Annual meeting',
  privacy_level: 2,
  entity_type: 3,
  scheduled_start_time: iso(dayMs),
  scheduled_end_time: iso(2 * dayMs),
  entity_metadata: { location: 'Rome' },
  ...change,
});
const make = (change?: Record<string, unknown>) => sendAsBot(discord, 'POST', path(), meeting(change));
const patch = (id: unknown, change: Record<string, unknown>) => sendAsBot(discord, 'PATCH', path(id), change);
const refused = (status: number, code: number) => ({ status, body: { code } });

test.each([
  ['begins in the past', { scheduled_start_time: iso(-1000) }],
  ['ends before it begins', { scheduled_end_time: iso(dayMs / 2) }],
  ['has no place', { entity_metadata: { location: '' } }],
  ['has a place of 101 characters', { entity_metadata: { location: 'x'.repeat(101) } }],
  ['has a description of 1001 characters', { description: 'x'.repeat(1001) }],
])('refuses an event that %s', async (_, change) => {
  expect(await make(change)).toMatchObject(refused(400, 50035));
});

test('takes a hundred events that are to come, whoever made them', async () => {
  const { name, scheduled_start_time, scheduled_end_time, entity_metadata } = meeting();
  const made = await make();
  for (let count = 1; count < 100; count += 1)
    discord.addEvent('member', { name, scheduled_start_time, scheduled_end_time, entity_metadata });
  expect(await make()).toMatchObject(refused(400, 30038));
  await patch(made.body.id, { status: 4 });
  expect((await make()).status).toBe(200);
});

test('lets the bot change its own events with Create Events, and those of others with Manage Events only', async () => {
  const own = await make();
  const { name, scheduled_start_time, scheduled_end_time, entity_metadata } = meeting();
  const other = discord.addEvent('member', { name, scheduled_start_time, scheduled_end_time, entity_metadata });
  discord.setRolePermissions('bot', Allow.ViewChannel | Allow.CreateEvents);
  expect((await patch(own.body.id, { name: 'General assembly' })).status).toBe(200);
  expect(await patch(other.id, { name: 'General assembly' })).toMatchObject(refused(403, 50013));
  discord.setRolePermissions('bot', Allow.ViewChannel | Allow.ManageEvents);
  expect(await make()).toMatchObject(refused(403, 50013));
  expect((await patch(other.id, { name: 'General assembly' })).status).toBe(200);
});

test('changes nothing of an event that is cancelled, and lists it no more', async () => {
  const { id } = (await make()).body;
  expect((await patch(id, { status: 4 })).status).toBe(200);
  expect(await patch(id, { name: 'General assembly' })).toMatchObject(refused(400, 180_000));
  expect((await sendAsBot(discord, 'GET', path())).body).toEqual([]);
  expect(await sendAsBot(discord, 'GET', path(id))).toMatchObject({ status: 200, body: { status: 4 } });
});

test('begins and ends an event by itself, and leaves its beginning where it was', async () => {
  const { id } = (await make({ scheduled_start_time: iso(80), scheduled_end_time: iso(600) })).body;
  const status = async () => (await sendAsBot(discord, 'GET', path(id))).body.status;
  await expect.poll(status).toBe(2);
  expect(await patch(id, { status: 4 })).toMatchObject(refused(400, 180_000));
  expect(await patch(id, { scheduled_start_time: iso(300) })).toMatchObject(refused(400, 50035));
  await expect.poll(status).toBe(3);
});
