// Discord's own OpenAPI document as a second judge of what discord.js sends. The document is not part of this
// repository: without it, the tests say so and are skipped.

import { existsSync, readFileSync } from 'node:fs';
import { Client, Events, GatewayIntentBits, TextChannel } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { checkAgainstOpenApi, type OpenApiDocument } from '../../sandbox/discord/contract/openapi.ts';
import { type RecordedRequest, startLocalDiscord } from '../../sandbox/discord/localDiscord.ts';
import { commandJson } from '../../src/discord/commandJson.ts';
import type { Command } from '../../src/kit/defineCommand.ts';
import { sayIn } from '../../src/kit/translate.ts';

const file = new URL('../../../shared/data/discord/openapi.json', import.meta.url);
const isThere = existsSync(file);
if (!isThere) console.warn('skipped: Discord’s openapi.json is not at ../shared/data/discord/');

const slowMs = 60_000;
const readDocument = (): OpenApiDocument => JSON.parse(readFileSync(file, 'utf8'));

const request = (method: string, route: string, body: unknown): RecordedRequest => ({
  startedAt: 0,
  method,
  route,
  path: route,
  body,
  files: [],
  status: 200,
});
const create = (body: unknown) => request('POST', '/channels/{channel_id}/messages', body);

describe.skipIf(!isThere)('against Discord’s own document', { timeout: slowMs }, () => {
  test('what discord.js sends for a card, a thread, commands and an answer is accepted', async () => {
    const discord = await startLocalDiscord();
    const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.apiUrl } });
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(discord.token);
    const { application, channels } = await ready;
    const channel = await channels.fetch(discord.channel('news').id);
    if (!(channel instanceof TextChannel)) throw new Error('not a text channel');
    const allowedMentions = { parse: [] };
    const components = [{ type: 17, components: [{ type: 10, content: 'An article' }] }];
    const message = await channel.send({ flags: 1 << 15, components, allowedMentions });
    await message.edit({ components, allowedMentions });
    await message.startThread({ name: 'Discussion' });
    await application.commands.set([{ name: 'hello', description: 'Says hello', defaultMemberPermissions: 32n }]);
    client.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply({ content: 'hello', allowedMentions });
    });
    await discord.slash({ user: 'moderator', name: 'hello' });
    await client.destroy();
    await discord.close();
    expect(checkAgainstOpenApi(readDocument(), discord.requests)).toEqual([]);
    expect(discord.requests.length).toBeGreaterThan(6);
    expect(discord.violations).toEqual([]);
  });

  test('the commands with their translations are accepted', () => {
    const body = JSON.parse(
      JSON.stringify(commands.map((command) => commandJson(command as Command<never>, sayIn('en')))),
    );
    const put = request('PUT', '/applications/{application_id}/commands', body);
    expect(JSON.stringify(body)).toContain('"name_localizations":{"de"');
    expect(checkAgainstOpenApi(readDocument(), [put])).toEqual([]);
  });

  test('a title too long, a misspelt key at any depth and a route that is none are found', () => {
    const container = { type: 17, components: [{ type: 10, content: 'a', colour: 1 }] };
    const found = checkAgainstOpenApi(readDocument(), [
      create({ embeds: [{ title: 'x'.repeat(300) }] }),
      create({ contnt: 'a' }),
      create({ flags: 1 << 15, components: [container] }),
      request('POST', '/channels/{channel_id}/nothing', {}),
      create({ content: 'fine', flags: '4', nonce: 'n' }),
    ]);
    const places = new Set(found.map(({ rule, path }) => `${rule} ${path}`));
    expect([...places]).toEqual([
      'openapi embeds.0.title',
      'unknown key contnt',
      'unknown key components.0.components.0.colour',
      'unknown route ',
    ]);
  });
});
