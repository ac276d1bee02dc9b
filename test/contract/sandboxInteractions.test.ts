// People act on a real discord.js bot through the local Discord, and get what Discord would show them.

import {
  ActionRowBuilder,
  type Client,
  Events,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../sandbox/discord/localDiscord.ts';
import { card, connectBot, textChannel as findTextChannel, noMentions } from '../unit/sandbox/connectBot.ts';

let discord: LocalDiscord;
let client: Client<true>;

beforeEach(async () => {
  discord = await startLocalDiscord({ rateScale: 0.02 });
  client = await connectBot(discord);
});

afterEach(async () => {
  await client.destroy();
  await discord.close();
});

const textChannel = (name: string) => findTextChannel(client, discord.channel(name).id);

const string = 3;

function whenInteraction(answer: (interaction: Interaction) => Promise<unknown>): void {
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
}

const hello = {
  name: 'hello',
  description: 'Says hello',
  default_member_permissions: null,
  options: [{ type: string, name: 'who', description: 'Whom', autocomplete: true, required: true }],
} as const;
const who = (value: string) => [{ type: string, name: 'who', value }];

test('a person is answered: at once, after a deferral, with choices, privately', async () => {
  await client.application.commands.set([hello]);
  let read: unknown;
  whenInteraction(async (interaction) => {
    if (interaction.isAutocomplete()) return interaction.respond([{ name: 'World', value: 'world' }]);
    if (!interaction.isChatInputCommand()) return undefined;
    const name = interaction.options.getString('who', true);
    if (name === 'at once') return interaction.reply({ content: `hello ${interaction.locale}`, ...noMentions });
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply({ content: `hello ${name}`, ...noMentions });
    read = await client.rest.get(`/webhooks/${interaction.applicationId}/${interaction.token}/messages/@original`);
    return interaction.followUp({ content: 'and more', flags: MessageFlags.Ephemeral, ...noMentions });
  });
  const quick = await discord.slash({ name: 'hello', options: who('at once'), locale: 'de' });
  expect(quick).toMatchObject({ deferred: false, ephemeral: false, message: { content: 'hello de', type: 20 } });
  const late = await discord.slash({ user: 'moderator', channel: 'news', name: 'hello', options: who('you') });
  expect(late).toMatchObject({ deferred: true, ephemeral: true, message: { content: 'hello you', flags: 64 } });
  await expect.poll(() => late.followUps.length).toBe(1);
  expect(read).not.toHaveProperty('visibleTo');
  const news = discord.channel('news').id;
  expect(discord.messages(news)).toEqual([]);
  expect(discord.messages(news, discord.user('moderator').id)).toHaveLength(2);
  const typed = await discord.autocomplete({
    name: 'hello',
    options: [{ type: string, name: 'who', value: 'w', focused: true }],
  });
  expect(typed).toEqual([{ name: 'World', value: 'world' }]);
  expect(discord.violations).toEqual([]);
});

test('a button updates its message, opens a form, and the form is answered', async () => {
  whenInteraction(async (interaction) => {
    if (interaction.isModalSubmit()) {
      return interaction.reply({ content: interaction.fields.getTextInputValue('note'), ...noMentions });
    }
    if (!interaction.isButton()) return undefined;
    if (interaction.customId === 'form') {
      const note = new TextInputBuilder().setCustomId('note').setLabel('Note').setStyle(TextInputStyle.Short);
      const row = new ActionRowBuilder<TextInputBuilder>().addComponents(note);
      return interaction.showModal(new ModalBuilder().setCustomId('m').setTitle('Note').addComponents(row));
    }
    return interaction.update({ components: card('form').components, ...noMentions });
  });
  const message = await (await textChannel('news')).send(card('change'));
  const changed = await discord.click({ messageId: message.id, customId: 'change' });
  expect(changed.message?.id).toBe(message.id);
  expect(JSON.stringify(changed.message?.components)).toContain('"form"');
  await expect(discord.click({ messageId: message.id, customId: 'change' })).rejects.toThrow('no component "change"');
  await discord.click({ messageId: message.id, customId: 'form' });
  await expect(discord.submitModal({ customId: 'm', fields: {} })).rejects.toThrow('"note" of the form is required');
  const answer = await discord.submitModal({ customId: 'm', fields: { note: 'fine' } });
  expect(answer.message?.content).toBe('fine');
  expect(discord.violations).toEqual([]);
});

test('what follows a deferral that was taken back, or a deferred update, is the answer', async () => {
  await client.application.commands.set([{ name: 'setup', description: 'Sets up' }]);
  const refusal = { content: 'no', flags: MessageFlags.Ephemeral, ...noMentions } as const;
  whenInteraction(async (interaction) => {
    if (interaction.isButton()) {
      await interaction.deferUpdate();
      await interaction.followUp(refusal);
    }
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.deleteReply();
    await interaction.followUp(refusal);
  });
  const seen = { deferred: true, ephemeral: true, message: { content: 'no' }, followUps: [{ content: 'no' }] };
  expect(await discord.slash({ name: 'setup' })).toMatchObject(seen);
  const message = await (await textChannel('news')).send(card('press'));
  expect(await discord.click({ messageId: message.id, customId: 'press' })).toMatchObject(seen);
  expect(discord.messages(discord.channel('general').id)).toEqual([]);
  expect(discord.violations).toEqual([]);
});

test('a menu on a message reaches the bot with the message', async () => {
  await client.application.commands.set([{ name: 'Summarise article', type: 3 }]);
  whenInteraction(async (interaction) => {
    if (interaction.isMessageContextMenuCommand()) {
      return interaction.reply({ content: interaction.targetMessage.content, ...noMentions });
    }
    return undefined;
  });
  const message = discord.say({ channel: 'papers', content: 'https://example.org/paper' });
  const answer = await discord.menu({ name: 'Summarise article', messageId: message.id });
  expect(answer.message?.content).toBe('https://example.org/paper');
  expect(discord.violations).toEqual([]);
});

test('a person gets only the commands that Discord offers, and a grant changes that', async () => {
  await client.application.commands.set([
    { name: 'setup', description: 'Sets up', defaultMemberPermissions: PermissionFlagsBits.ManageGuild },
  ]);
  whenInteraction(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: 'ok', ...noMentions });
  });
  await expect(discord.slash({ name: 'setup' })).rejects.toThrow('does not offer');
  await discord.slash({ user: 'moderator', name: 'setup' });
  discord.grantCommand('setup', [{ id: discord.user('member').id, type: 2, permission: true }]);
  await discord.slash({ name: 'setup' });
  await expect(discord.slash({ name: 'nothing' })).rejects.toThrow('no command "nothing"');
  expect(discord.violations).toEqual([]);
});

test('a bot that is silent is reported, and an answer after three seconds comes too late', async () => {
  await client.application.commands.set([hello]);
  const late = new Promise<unknown>((resolve) => {
    whenInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      setTimeout(() => interaction.reply({ content: 'late', ...noMentions }).catch(resolve), 3100);
    });
  });
  await expect(discord.slash({ name: 'hello', options: who('x'), timeoutMs: 50 })).rejects.toThrow(
    'did not acknowledge',
  );
  await expect(late).resolves.toMatchObject({ code: 10062 });
});

test('an interaction is acknowledged once', async () => {
  await client.application.commands.set([hello]);
  const second = new Promise<unknown>((resolve) => {
    whenInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const again = { type: 4, data: { content: 'again', allowed_mentions: { parse: [] } } } as const;
      await interaction.reply({ content: 'once', ...noMentions });
      const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
      await client.rest.post(path, { body: again, auth: false }).catch(resolve);
    });
  });
  await discord.slash({ name: 'hello', options: who('x') });
  await expect(second).resolves.toMatchObject({ code: 40060 });
});
