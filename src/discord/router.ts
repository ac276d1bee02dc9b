// interaction → command → view → reply. Finds the command, validates, asks it, answers in time, maps errors, audits, times.

import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  Client,
  Interaction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import { Refusal } from '../domain/errors.ts';
import type { MessageId } from '../domain/ids.ts';
import { parseCustomId } from '../kit/customId.ts';
import {
  type Answering,
  type Asked,
  answeringParts,
  type Command,
  mayOpenForm,
  type Subcommand,
} from '../kit/defineCommand.ts';
import type { Choice, Result } from '../kit/result.ts';
import type { Audit } from '../ports/audit.ts';
import type { Settings } from '../ports/settings.ts';
import { cutText } from '../views/text.ts';
import type { Answerable } from './answer.ts';
import { askedBy, askedDirectly, mayUse } from './asked.ts';
import { offerChoices } from './callBack.ts';
import { isTooLate } from './isTooLate.ts';
import { readOptions, readTyping } from './readOptions.ts';
import { readTarget } from './readTarget.ts';
import type { Mention } from './registerCommands.ts';
import { registeredName } from './registeredName.ts';
import { logDefect, type RespondParts, respond } from './respond.ts';

/** @see https://docs.discord.com/developers/interactions/application-commands#autocomplete */
const choicesLimit = 25;
/** Characters of a choice's name and value. */
const choiceLimit = 100;

export interface RouterParts<Ports> extends RespondParts {
  readonly commands: readonly Command<Ports>[];
  readonly ports: Ports;
  readonly settings: Settings;
  readonly audit: Audit;
  readonly mention: Mention;
}

/** Answers every interaction of the client from now on. */
export function routeInteractions<Ports>(client: Client, parts: RouterParts<Ports>): void {
  client.on('interactionCreate', (interaction) => {
    route(interaction, parts).catch((error) => {
      if (!isTooLate(error)) return logDefect(parts.log, interaction, error);
      parts.log.warn('command.refused', { guildId: interaction.guildId, reason: error.message, code: error.code });
    });
  });
}

async function route<Ports>(interaction: Interaction, parts: RouterParts<Ports>): Promise<void> {
  if (interaction.isChatInputCommand()) return runCommand(interaction, parts);
  if (interaction.isMessageContextMenuCommand()) return useMenu(interaction, parts);
  if (interaction.isAutocomplete()) return completeOption(interaction, parts);
  if (interaction.isMessageComponent()) return pressComponent(interaction, parts);
  if (interaction.isModalSubmit()) return submitForm(interaction, parts);
}

async function runCommand<Ports>(interaction: ChatInputCommandInteraction, parts: RouterParts<Ports>): Promise<void> {
  const found = findSubcommand(interaction, parts.commands);
  if (!found) return refuseOutlived(interaction, parts, interaction.commandName);
  const { command, subcommand } = found;
  const typed = `${command.name} ${subcommand.name}`.trim();
  await perform(
    interaction,
    parts,
    { command, part: subcommand, label: typed, given: auditable(interaction) },
    (asked) =>
      subcommand.run({ ...asked, options: readOptions(interaction, subcommand.options) as never }, parts.ports),
  );
}

async function useMenu<Ports>(
  interaction: MessageContextMenuCommandInteraction,
  parts: RouterParts<Ports>,
): Promise<void> {
  const label = interaction.commandName;
  const menu = parts.commands.find((command) => command.kind === 'messageMenu' && registeredName(command) === label);
  if (menu?.kind !== 'messageMenu') return refuseOutlived(interaction, parts, label);
  const given = { message: interaction.targetId };
  await perform(interaction, parts, { command: menu, part: menu, label, given }, (asked) =>
    menu.run({ ...asked, message: readTarget(interaction) }, parts.ports),
  );
}

interface Performed<Ports> {
  readonly command: Command<Ports>;
  readonly part: Answering<Ports>;
  /** As the audit and the log call it. */
  readonly label: string;
  /** What the audit keeps of it. */
  readonly given: Readonly<Record<string, string | number | boolean>>;
}

async function perform<Ports>(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  parts: RouterParts<Ports>,
  { command, part, label, given }: Performed<Ports>,
  run: (asked: Asked) => Promise<Result>,
): Promise<void> {
  const { visibility } = part;
  await respond(interaction, parts, { visibility, mayDefer: !mayOpenForm(part), label }, async (now) => {
    const asked = await askedBy(interaction, await mayUse(interaction, command), visibility, { ...parts, now });
    const result = await run(asked);
    if (command.access === 'moderators' && !part.auditsItself) {
      const { guildId, member } = asked;
      await parts.audit.record({ guildId, userId: member.id, command: label, options: given, at: now });
    }
    return result;
  });
}

async function pressComponent<Ports>(
  interaction: MessageComponentInteraction,
  parts: RouterParts<Ports>,
): Promise<void> {
  const direct = interaction.inGuild() ? undefined : findHandler(parts.commands, interaction.customId, 'directActions');
  if (direct) return pressDirectly(interaction, parts, direct);
  const found = findHandler(parts.commands, interaction.customId, 'actions');
  if (!found) return refuseOutlived(interaction, parts, 'unknown button');
  const values = interaction.isAnySelectMenu() ? interaction.values : [];
  const manner = {
    visibility: 'private',
    mayDefer: !mayOpenForm(found.part, found.action),
    label: found.label,
  } as const;
  await respond(interaction, parts, manner, async (now) => {
    const asked = await askedBy(interaction, await allowed(interaction, found.command), 'private', { ...parts, now });
    return found.handler(
      { ...asked, id: found.id, values, messageId: interaction.message.id as MessageId },
      parts.ports,
    );
  });
}

async function pressDirectly<Ports>(
  interaction: MessageComponentInteraction,
  parts: RouterParts<Ports>,
  { handler, id, label }: Pick<FoundHandler<Ports, 'directActions'>, 'handler' | 'id' | 'label'>,
): Promise<void> {
  const values = interaction.isAnySelectMenu() ? interaction.values : [];
  await respond(interaction, parts, { visibility: 'private', mayDefer: true, label }, async (now) =>
    handler({ ...askedDirectly(interaction, { ...parts, now }), id, values }, parts.ports),
  );
}

async function submitForm<Ports>(interaction: ModalSubmitInteraction, parts: RouterParts<Ports>): Promise<void> {
  const found = findHandler(parts.commands, interaction.customId, 'forms');
  if (!found) return refuseOutlived(interaction, parts, 'unknown form');
  const fields = Object.fromEntries(
    [...interaction.fields.fields.values()].flatMap((field) =>
      'value' in field ? [[field.customId, String(field.value)]] : [],
    ),
  ) as Record<string, string>;
  const manner = { visibility: found.part.visibility, mayDefer: true, label: found.label };
  await respond(interaction, parts, manner, async (now) => {
    const asked = await askedBy(interaction, await allowed(interaction, found.command), 'private', { ...parts, now });
    return found.handler({ ...asked, id: found.id, fields }, parts.ports);
  });
}

async function completeOption<Ports>(interaction: AutocompleteInteraction, parts: RouterParts<Ports>): Promise<void> {
  const { option, ...typing } = readTyping(interaction);
  const found = findSubcommand(interaction, parts.commands);
  const handler = found?.subcommand.complete?.[option];
  let offered: readonly Choice[] = [];
  if (found && handler) {
    const asked = await askedBy(interaction, await mayUse(interaction, found.command), 'private', {
      ...parts,
      now: parts.clock.now(),
    });
    const result = await handler({ ...asked, ...typing }, parts.ports);
    if (result.kind === 'choices') offered = result.choices;
  }
  const fitting = offered.filter((choice) => choice.value.length <= choiceLimit && choice.name !== '');
  const choices = fitting
    .slice(0, choicesLimit)
    .map(({ name, value }) => ({ name: cutText(name, choiceLimit), value }));
  await offerChoices(interaction, choices);
}

function refuseOutlived<Ports>(interaction: Answerable, parts: RouterParts<Ports>, label: string): Promise<void> {
  return respond(interaction, parts, { visibility: 'private', mayDefer: false, label }, async () => {
    throw new Refusal('buttonOutlived', { command: parts.mention('help') });
  });
}

async function allowed(
  interaction: Answerable,
  command: Pick<Command<never>, 'kind' | 'name' | 'access'>,
): Promise<boolean> {
  const may = await mayUse(interaction, command);
  if (command.access === 'moderators' && !may) throw new Refusal('moderatorsOnly');
  return may;
}

function findSubcommand<Ports>(
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
  commands: readonly Command<Ports>[],
): { command: Command<Ports>; subcommand: Subcommand<Ports> } | undefined {
  const command = commands.find(({ name }) => name === interaction.commandName);
  if (command?.kind !== 'slash') return undefined;
  const name = interaction.options.getSubcommand(false) ?? '';
  const subcommand = command.subcommands.find((candidate) => candidate.name === name);
  return subcommand && { command, subcommand };
}

type HandlerKind = 'actions' | 'forms' | 'directActions';
type FoundHandler<Ports, Kind extends HandlerKind> = NonNullable<ReturnType<typeof findHandler<Ports, Kind>>>;

function findHandler<Ports, Kind extends HandlerKind>(commands: readonly Command<Ports>[], text: string, kind: Kind) {
  const parsed = parseCustomId(text);
  const command = commands.find(({ name }) => name === parsed?.command);
  const part =
    parsed &&
    command &&
    answeringParts(command).find((candidate) => Object.hasOwn(candidate[kind] ?? {}, parsed.action));
  const handler = parsed && part?.[kind]?.[parsed.action];
  if (!parsed || !command || !part || !handler) return undefined;
  return {
    command,
    part,
    handler: handler as NonNullable<NonNullable<Answering<Ports>[Kind]>[string]>,
    action: parsed.action,
    id: parsed.id,
    label: `${command.name}:${parsed.action}`,
  };
}

/** Options as the audit keeps them: what was typed or the id of what was chosen. */
function auditable(interaction: ChatInputCommandInteraction): Record<string, string | number | boolean> {
  const given = interaction.options.data.flatMap((option) => option.options ?? [option]);
  return Object.fromEntries(
    given.flatMap(({ name, value }) => (value === undefined || value === null ? [] : [[name, value]])),
  );
}
