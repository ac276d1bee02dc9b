// A command's declaration as Discord's registration JSON. Descriptions are sentences of the locale; in other languages than
// English names are, too. What people send back carries the declared names, in every language.

import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  Locale,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { ChannelKind } from '../domain/channelKind.ts';
import type { Command, Subcommand } from '../kit/defineCommand.ts';
import type { Option } from '../kit/options.ts';
import { findSentence, languageOf, type Say } from '../kit/translate.ts';
import { registeredName } from './registeredName.ts';

/** Discord's channel types for each kind of channel an option may take; a private thread is none. */
export const channelTypes = {
  text: [ChannelType.GuildText],
  announcement: [ChannelType.GuildAnnouncement],
  forum: [ChannelType.GuildForum],
  thread: [ChannelType.PublicThread, ChannelType.AnnouncementThread],
} as const satisfies Record<ChannelKind, readonly ChannelType[]>;

/** Other locales that Discord's clients have, for whose language there may be a file in locales/. */
const otherLocales = Object.values(Locale).filter((locale) => languageOf(locale) !== 'en');

/** @param say English; what other languages say stands beside it */
export function commandJson(command: Command<never>, say: Say): RESTPostAPIApplicationCommandsJSONBody {
  const everywhere = {
    name: registeredName(command),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: command.access === 'moderators' ? String(PermissionFlagsBits.ManageGuild) : null,
  };
  const key = `commands.${command.name}` as const;
  if (command.kind === 'messageMenu')
    return { ...everywhere, ...localised('name', `${key}.title`), type: ApplicationCommandType.Message };
  const only = command.subcommands.find((subcommand) => subcommand.name === '');
  return {
    ...everywhere,
    ...localised('name', `names.commands.${command.name}`),
    type: ApplicationCommandType.ChatInput,
    ...described(`${key}.description`, say),
    options: only
      ? optionsJson(only, key, say)
      : command.subcommands.map((subcommand) => subcommandJson(command.name, subcommand, say)),
  };
}

/** An option by the name that a person sees. */
export function optionNameIn(locale: string, name: string): string {
  return findSentence(locale, `names.options.${name}`) ?? name;
}

function subcommandJson(
  commandName: string,
  subcommand: Subcommand<never>,
  say: Say,
): APIApplicationCommandSubcommandOption {
  const key = `commands.${commandName}.${subcommand.name}` as const;
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: subcommand.name,
    ...localised('name', `names.commands.${commandName} ${subcommand.name}`),
    ...described(`${key}.description`, say),
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
  const base = {
    name,
    ...localised('name', `names.options.${name}`),
    ...described(`${key}.options.${name}`, say),
    required: option.isRequired,
  };
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
        const choices = option.choices.map((value) => ({
          name: value,
          ...localised('name', `names.choices.${value}`),
          value,
        }));
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

function described(key: `commands.${string}`, say: Say) {
  return { description: say(key), ...localised('description', key) };
}

/** Nothing where no other language says anything, so that Discord shows the English. */
function localised(
  field: 'name' | 'description',
  key: string,
): { [Key in `${typeof field}_localizations`]?: LocalizationMap } {
  const said = otherLocales.flatMap((locale) => {
    const text = findSentence(locale, key);
    return text === undefined ? [] : [[locale, text]];
  });
  return said.length === 0 ? {} : { [`${field}_localizations`]: Object.fromEntries(said) };
}
