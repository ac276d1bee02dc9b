// Slash commands of a test, written the way a person types them.

import { type APIApplicationCommandInteractionDataOption, ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { InteractionAnswer } from '../../sandbox/discord/interactions.ts';
import type { LocalDiscord } from '../../sandbox/discord/localDiscordInterface.ts';

interface GivenFile {
  readonly filename: string;
  readonly content: string | Uint8Array;
}

type Value = string | number | { readonly channel: string } | { readonly role: string } | { readonly file: GivenFile };

/** A busy machine may take its time; a bot that is silent is found out all the same. Milliseconds. */
const patienceMs = 20_000;
/** The id of the one file that a command is handed. */
const fileId = '1';

/** @param command e.g. `sources add` */
export function askBot(
  discord: LocalDiscord,
  command: string,
  given: Readonly<Record<string, Value>> = {},
  who: { readonly user?: string; readonly channel?: string; readonly locale?: string; readonly timeoutMs?: number } = {
    user: 'moderator',
  },
): Promise<InteractionAnswer> {
  const [name = '', subcommand] = command.split(' ');
  const options = Object.entries(given).map(([option, value]) => dataOption(discord, option, value));
  const file = Object.values(given).flatMap((value) =>
    typeof value === 'object' && 'file' in value ? value.file : [],
  )[0];
  return discord.slash({
    timeoutMs: patienceMs,
    ...who,
    name,
    ...(file ? { files: { [fileId]: file } } : {}),
    options: subcommand
      ? [
          {
            type: ApplicationCommandOptionType.Subcommand,
            name: subcommand,
            options,
          } as APIApplicationCommandInteractionDataOption,
        ]
      : options,
  });
}

function dataOption(discord: LocalDiscord, name: string, value: Value) {
  const { String: text, Integer, Channel, Role, Attachment } = ApplicationCommandOptionType;
  if (typeof value === 'string') return { type: text as typeof text, name, value };
  if (typeof value === 'number') return { type: Integer as typeof Integer, name, value };
  if ('channel' in value) return { type: Channel as typeof Channel, name, value: discord.channel(value.channel).id };
  if ('file' in value) return { type: Attachment as typeof Attachment, name, value: fileId };
  return { type: Role as typeof Role, name, value: discord.role(value.role).id };
}

/** All text a message shows, in order, one line for each text display and button. */
export function textOf(message: { readonly components?: unknown } | undefined): string {
  const lines: string[] = [];
  const visit = (part: unknown) => {
    if (typeof part !== 'object' || part === null) return;
    for (const key of ['content', 'label', 'placeholder'] as const) {
      if (key in part) lines.push(String((part as Record<string, unknown>)[key]));
    }
    for (const key of ['components', 'accessory', 'options'] as const) {
      const inner = (part as Record<string, unknown>)[key];
      if (Array.isArray(inner)) inner.forEach(visit);
      else if (inner) visit(inner);
    }
  };
  if (Array.isArray(message?.components)) message.components.forEach(visit);
  return lines.join('\n');
}

/** The custom_id of the component with this label. @throws Error when the message has none */
export function customIdOf(message: unknown, label: RegExp): string {
  let found: string | undefined;
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const fields = part as Record<string, unknown>;
    if (typeof fields.custom_id === 'string' && label.test(String(fields.label ?? fields.placeholder ?? '')))
      found ??= fields.custom_id;
    for (const inner of Object.values(fields).flat()) visit(inner);
  };
  visit(message);
  if (found === undefined) throw new Error(`no component labelled ${label}`);
  return found;
}

/** The direct messages the bot has sent to a person so far. */
export function directTo(discord: LocalDiscord, person: string) {
  try {
    return discord.messages(discord.channel(`dm-${person}`).id);
  } catch {
    return [];
  }
}
