// The typed values of a command's options, validated against its declaration before anything is acknowledged.

import type { AutocompleteInteraction, ChannelType, ChatInputCommandInteraction } from 'discord.js';
import type { ChannelKind } from '../domain/channelKind.ts';
import { Refusal } from '../domain/errors.ts';
import type { ChannelId, RoleId } from '../domain/ids.ts';
import type { ChosenChannel, Option, Options } from '../kit/options.ts';
import { channelTypes, optionNameIn } from './commandJson.ts';

const kindsByType: ReadonlyMap<ChannelType, ChannelKind> = new Map(
  Object.entries(channelTypes).flatMap(([kind, types]) => types.map((type) => [type, kind as ChannelKind])),
);

/** @throws Refusal when a value does not fit its declaration (an old client may send a form of the command we no longer declare) */
export function readOptions(interaction: ChatInputCommandInteraction, declared: Options): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(declared).flatMap(([name, option]) => {
      const value = readOption(interaction, name, option);
      if (value === undefined && option.isRequired) throw invalid(interaction, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function readOption(interaction: ChatInputCommandInteraction, name: string, option: Option): unknown {
  const { options } = interaction;
  switch (option.kind) {
    case 'text': {
      const text = options.getString(name)?.trim();
      if (text !== undefined && option.choices && !option.choices.includes(text)) throw invalid(interaction, name);
      return text === '' ? undefined : text;
    }
    case 'integer': {
      const number = options.getInteger(name) ?? undefined;
      const isOutside = number !== undefined && (number < (option.min ?? number) || number > (option.max ?? number));
      if (isOutside) throw invalid(interaction, name);
      return number;
    }
    case 'flag':
      return options.getBoolean(name) ?? undefined;
    case 'role': {
      const role = options.getRole(name);
      return role ? { id: role.id as RoleId, name: role.name } : undefined;
    }
    case 'file': {
      const attachment = options.getAttachment(name);
      return attachment ? { name: attachment.name, url: attachment.url, sizeBytes: attachment.size } : undefined;
    }
    case 'channel':
      return readChannel(interaction, name, option);
  }
}

function invalid({ locale }: ChatInputCommandInteraction, name: string): Refusal {
  return new Refusal('optionInvalid', { option: optionNameIn(locale, name) });
}

function readChannel(
  interaction: ChatInputCommandInteraction,
  name: string,
  option: Option,
): ChosenChannel | undefined {
  const channel = interaction.options.getChannel(name);
  if (!channel) return undefined;
  const kind = kindsByType.get(channel.type);
  if (kind === undefined || !option.channelKinds?.includes(kind))
    throw new Refusal('channelKind', { channel: `<#${channel.id}>` });
  return { id: channel.id as ChannelId, name: channel.name ?? '', kind };
}

interface Typed {
  readonly option: string;
  readonly typed: string;
  readonly given: Readonly<Record<string, string>>;
}

/** What is being typed, into which option, and what stands in the others. */
export function readTyping({ options }: AutocompleteInteraction): Typed {
  const focused = options.getFocused(true);
  const all = options.data.flatMap((option) => option.options ?? [option]);
  const given = all.filter(({ name, value }) => name !== focused.name && value !== undefined);
  return {
    option: focused.name,
    typed: String(focused.value),
    given: Object.fromEntries(given.map(({ name, value }) => [name, String(value)])),
  };
}
