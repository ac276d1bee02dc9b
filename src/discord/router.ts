// interaction → command → view → reply. Finds the command, validates, asks it, answers in time, maps errors, audits, times.

import { randomBytes } from 'node:crypto';
import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  Client,
  Interaction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import { isSayable, Refusal } from '../domain/errors.ts';
import type { Instant, MessageId } from '../domain/ids.ts';
import { parseCustomId } from '../kit/customId.ts';
import {
  type Answering,
  type Asked,
  answeringParts,
  type Command,
  mayOpenForm,
  type Subcommand,
} from '../kit/defineCommand.ts';
import type { Log } from '../kit/log.ts';
import { type Choice, type Result, reply } from '../kit/result.ts';
import { sayIn } from '../kit/translate.ts';
import type { Audit } from '../ports/audit.ts';
import type { Clock } from '../ports/clock.ts';
import type { Settings } from '../ports/settings.ts';
import { notice } from '../views/notice.ts';
import { cutText } from '../views/text.ts';
import { type Answerable, answer } from './answer.ts';
import { askedBy, askedDirectly, mayUse } from './asked.ts';
import { isTooLate } from './isTooLate.ts';
import { readOptions, readTyping } from './readOptions.ts';
import { readTarget } from './readTarget.ts';
import type { Mention } from './registerCommands.ts';
import { registeredName } from './registeredName.ts';
import type { Sharing } from './shares.ts';

/** @see https://docs.discord.com/developers/interactions/application-commands#autocomplete */
const choicesLimit = 25;
/** Characters of a choice's name and value. */
const choiceLimit = 100;

export interface RouterParts<Ports> {
  readonly commands: readonly Command<Ports>[];
  readonly ports: Ports;
  readonly settings: Settings;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly log: Log;
  readonly mention: Mention;
  readonly sharing: Sharing;
  readonly deferMs: number;
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
  if (!found) return respond(interaction, parts, 'private', false, interaction.commandName, outlived(parts));
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
  if (menu?.kind !== 'messageMenu') return respond(interaction, parts, 'private', false, label, outlived(parts));
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
  await respond(interaction, parts, part.visibility, !mayOpenForm(part), label, async (now) => {
    const asked = await askedBy(interaction, await mayUse(interaction, command), part.visibility, { ...parts, now });
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
  if (!found) return respond(interaction, parts, 'private', false, 'unknown button', outlived(parts));
  const values = interaction.isAnySelectMenu() ? interaction.values : [];
  await respond(interaction, parts, 'private', !mayOpenForm(found.part, found.action), found.label, async (now) => {
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
  await respond(interaction, parts, 'private', true, label, async (now) =>
    handler({ ...askedDirectly(interaction, { ...parts, now }), id, values }, parts.ports),
  );
}

async function submitForm<Ports>(interaction: ModalSubmitInteraction, parts: RouterParts<Ports>): Promise<void> {
  const found = findHandler(parts.commands, interaction.customId, 'forms');
  if (!found) return respond(interaction, parts, 'private', false, 'unknown form', outlived(parts));
  const fields = Object.fromEntries(
    [...interaction.fields.fields.values()].flatMap((field) =>
      'value' in field ? [[field.customId, String(field.value)]] : [],
    ),
  ) as Record<string, string>;
  await respond(interaction, parts, found.part.visibility, true, found.label, async (now) => {
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
  await interaction.respond(
    fitting.slice(0, choicesLimit).map(({ name, value }) => ({ name: cutText(name, choiceLimit), value })),
  );
}

/** Answers, whatever `produce` does: a known error is said, anything else is a defect with an incident id. */
async function respond<Ports>(
  interaction: Answerable,
  parts: RouterParts<Ports>,
  visibility: 'private' | 'public',
  mayDefer: boolean,
  label: string,
  produce: (now: Instant) => Promise<Result>,
): Promise<void> {
  const startedAt = performance.now();
  let outcome = 'answered';
  const refuse = (error: unknown): Result => {
    const say = sayIn(interaction.locale);
    if (isSayable(error)) {
      outcome = error.code;
      return reply(notice(say(error.sentence, error.args)), 'private');
    }
    outcome = 'defect';
    return reply(notice(say('errors.defect', { incident: logDefect(parts.log, interaction, error) })), 'private');
  };
  const asked = () => produce(parts.clock.now()).catch(refuse);
  await answer(interaction, { ...parts, visibility, mayDefer, refuse }, asked);
  const durationMs = Math.round(performance.now() - startedAt);
  parts.log.info('command.answered', { command: label, guildId: interaction.guildId, outcome, durationMs });
}

const outlived =
  ({ mention }: { readonly mention: Mention }) =>
  async (): Promise<Result> => {
    throw new Refusal('buttonOutlived', { command: mention('help') });
  };

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

function logDefect(log: Log, interaction: Pick<Interaction, 'guildId'>, error: unknown): string {
  const incident = randomBytes(2).toString('hex').toUpperCase();
  log.error('command.failed', { incident, guildId: interaction.guildId, err: error });
  return incident;
}
