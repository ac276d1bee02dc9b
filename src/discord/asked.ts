// Who asks, where and in which language, read from an interaction for the commands, which never see one.

import { type AutocompleteInteraction, type Client, type GuildMember, PermissionFlagsBits } from 'discord.js';
import { Refusal } from '../domain/errors.ts';
import type { ChannelId, GuildId, Instant, UserId } from '../domain/ids.ts';
import type { ChannelSet, Member } from '../domain/member.ts';
import type { Asked, Command, PressedDirectly } from '../kit/defineCommand.ts';
import type { Visibility } from '../kit/result.ts';
import { sayIn } from '../kit/translate.ts';
import type { Settings } from '../ports/settings.ts';
import type { Answerable } from './answer.ts';
import type { Mention } from './registerCommands.ts';
import { registeredName } from './registeredName.ts';

type Asking = Answerable | AutocompleteInteraction;

export interface AskedContext {
  readonly settings: Settings;
  readonly mention: Mention;
  readonly now: Instant;
}

/** A private answer is in the member's language, a public one in the guild's. @throws Refusal outside of a guild */
export async function askedBy(
  interaction: Asking,
  mayManage: boolean,
  visibility: Visibility,
  { settings, mention, now }: AskedContext,
): Promise<Asked> {
  if (!interaction.inCachedGuild() || !interaction.channelId) throw new Refusal('notInGuild');
  const guildId = interaction.guildId as GuildId;
  const locale = visibility === 'private' ? interaction.locale : (await settings.get(guildId)).language;
  const member: Member = {
    id: interaction.user.id as UserId,
    locale: interaction.locale,
    mayManage,
    visibleChannelIds: visibleTo(interaction.member),
  };
  return {
    member,
    guildId,
    guildName: interaction.guild.name,
    channelId: interaction.channelId as ChannelId,
    now,
    say: sayIn(locale),
    mention,
  };
}

/** Looked up once for each channel that is asked about: in a large server all of them would take milliseconds. */
function visibleTo(member: GuildMember): ChannelSet {
  const known = new Map<ChannelId, boolean>();
  const isVisible = (id: ChannelId) => {
    const channel = member.guild.channels.cache.get(id);
    return channel?.permissionsFor(member).has(PermissionFlagsBits.ViewChannel) ?? false;
  };
  return {
    has(id) {
      const answer = known.get(id) ?? isVisible(id);
      known.set(id, answer);
      return answer;
    },
  };
}

/** In a direct message, where nobody's rights are known. */
export function askedDirectly(
  { user, locale }: Answerable,
  { mention, now }: Pick<AskedContext, 'mention' | 'now'>,
): Omit<PressedDirectly, 'id' | 'values'> {
  return { member: { id: user.id as UserId, locale }, now, say: sayIn(locale), mention };
}

/**
 * Whether the person may use a moderators' command. Discord itself has checked a command it delivers; for a button, a select
 * or a form the bot checks Manage Server or the guild's own grant of that command.
 */
export async function mayUse(
  interaction: Asking,
  command: Pick<Command<never>, 'kind' | 'name' | 'access'>,
): Promise<boolean> {
  if (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return true;
  if (command.access === 'members') return false;
  if (interaction.isCommand() || interaction.isAutocomplete()) return true;
  return hasGrant(interaction, registeredName(command));
}

async function hasGrant(interaction: Asking, commandName: string): Promise<boolean> {
  if (!interaction.inCachedGuild()) return false;
  const commandId = await findCommandId(interaction.client, commandName);
  if (commandId === undefined) return false;
  const grants = await interaction.client.application.commands.permissions
    .fetch({ guild: interaction.guildId, command: commandId })
    .catch(() => []);
  const mine = grants.filter(
    (grant) => grant.id === interaction.user.id || interaction.member.roles.cache.has(grant.id),
  );
  const personal = mine.find((grant) => grant.id === interaction.user.id);
  return personal ? personal.permission : mine.some((grant) => grant.permission && grant.id !== interaction.guildId);
}

async function findCommandId(client: Client<true>, name: string): Promise<string | undefined> {
  const { commands } = client.application;
  if (commands.cache.size === 0) await commands.fetch();
  return commands.cache.find((command) => command.name === name)?.id;
}
