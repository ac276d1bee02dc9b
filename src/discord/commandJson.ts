// A command's declaration as Discord's registration JSON. Descriptions are sentences of the locale.

import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { ChannelKind } from '../domain/channelKind.ts';
import type { Command, Subcommand } from '../kit/defineCommand.ts';
import type { Option } from '../kit/options.ts';
import type { Say } from '../kit/translate.ts';
import { registeredName } from './registeredName.ts';

/** Discord's channel types for each kind of channel an option may take; a private thread is none. */
export const channelTypes = {
  text: [ChannelType.GuildText],
  announcement: [ChannelType.GuildAnnouncement],
  forum: [ChannelType.GuildForum],
  thread: [ChannelType.PublicThread, ChannelType.AnnouncementThread],
} as const satisfies Record<ChannelKind, readonly ChannelType[]>;

/** @param say English: what is registered is the same for all, so that its hash changes only with the declaration */
export function commandJson(command: Command<never>, say: Say): RESTPostAPIApplicationCommandsJSONBody {
  const everywhere = {
    name: registeredName(command),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: command.access === 'moderators' ? String(PermissionFlagsBits.ManageGuild) : null,
  };
  if (command.kind === 'messageMenu') return { ...everywhere, type: ApplicationCommandType.Message };
  const key = `commands.${command.name}` as const;
  const only = command.subcommands.find((subcommand) => subcommand.name === '');
  return {
    ...everywhere,
    type: ApplicationCommandType.ChatInput,
    description: say(`${key}.description`),
    options: only
      ? optionsJson(only, key, say)
      : command.subcommands.map((subcommand) => subcommandJson(subcommand, `${key}.${subcommand.name}`, say)),
  };
}

function subcommandJson(
  subcommand: Subcommand<never>,
  key: `commands.${string}`,
  say: Say,
): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: subcommand.name,
    description: say(`${key}.description`),
    options: optionsJson(subcommand, key, say),
  };
}

/** Discord wants required options first. */
function optionsJson(
  subcommand: Subcommand<never>,
  key: `commands.${string}`,
  say: Say,
): APIApplicationCommandBasicOption[] {
  return Object.entries(subcommand.options)
    .sort(([, a], [, b]) => Number(b.isRequired) - Number(a.isRequired))
    .map(([name, option]) => optionJson(name, option, key, say));
}

function optionJson(
  name: string,
  option: Option,
  key: `commands.${string}`,
  say: Say,
): APIApplicationCommandBasicOption {
  const base = { name, description: say(`${key}.options.${name}`), required: option.isRequired };
  switch (option.kind) {
    case 'integer':
      return {
        ...base,
        type: ApplicationCommandOptionType.Integer,
        ...(option.min === undefined ? {} : { min_value: option.min }),
        ...(option.max === undefined ? {} : { max_value: option.max }),
      };
    case 'flag':
      return { ...base, type: ApplicationCommandOptionType.Boolean };
    case 'role':
      return { ...base, type: ApplicationCommandOptionType.Role };
    case 'file':
      return { ...base, type: ApplicationCommandOptionType.Attachment };
    case 'channel':
      return {
        ...base,
        type: ApplicationCommandOptionType.Channel,
        channel_types: (option.channelKinds ?? []).flatMap((kind) => channelTypes[kind]),
      };
    case 'text':
      if (option.choices) {
        const choices = option.choices.map((value) => ({ name: value, value }));
        return { ...base, type: ApplicationCommandOptionType.String, choices };
      }
      if (option.completes) return { ...base, type: ApplicationCommandOptionType.String, autocomplete: true };
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        ...(option.min === undefined ? {} : { min_length: option.min }),
        ...(option.max === undefined ? {} : { max_length: option.max }),
      };
  }
}
