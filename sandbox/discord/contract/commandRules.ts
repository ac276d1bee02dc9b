// What Discord refuses in commands, threads and autocomplete answers although its description lets it pass.

import type { Json } from '../payloads/componentPayload.ts';
import type { Path, Place } from './violation.ts';

const docs = 'https://discord.com/developers/docs';
const commandDocs = `${docs}/interactions/application-commands`;

export interface BodyRule {
  readonly name: string;
  readonly source: string;
  readonly check: (operation: string, body: Json) => Place[];
}

/** @see https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const maxCommandCharacters = 8000;
const maxOfType: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };
const subcommandTypes = [1, 2];

const at = (path: Path, message: string): Place => ({ path, message });
const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
const isChatInput = (command: Json): boolean => Number(command.type ?? 1) === 1;

export function commandsIn(operation: string, body: Json): { command: Json; path: Path }[] {
  if (!/^(PUT|POST) .*\/commands$/.test(operation)) return [];
  return Array.isArray(body)
    ? list(body).map((command, index) => ({ command, path: [index] }))
    : [{ command: body, path: [] }];
}

export function optionsOf(owner: Json, path: Path): { option: Json; path: Path }[] {
  return list(owner.options).flatMap((option, index) => {
    const place = [...path, 'options', index];
    return [{ option, path: place }, ...optionsOf(option, place)];
  });
}

/** A rule about every option of every command, at any depth. */
const ofOptions =
  (check: (option: Json, path: Path) => Place[]): BodyRule['check'] =>
  (operation, body) =>
    commandsIn(operation, body).flatMap(({ command, path }) =>
      optionsOf(command, path).flatMap((one) => check(one.option, one.path)),
    );

/** A rule about every list of options: the command's own and each subcommand's. */
const ofOptionLists =
  (check: (options: Json[], path: Path) => Place[]): BodyRule['check'] =>
  (operation, body) =>
    commandsIn(operation, body).flatMap(({ command, path }) =>
      [{ option: command, path }, ...optionsOf(command, path)].flatMap((one) =>
        check(list(one.option.options), [...one.path, 'options']),
      ),
    );

export function isWrongName(name: unknown): boolean {
  return typeof name !== 'string' || !commandName.test(name) || name !== name.toLowerCase();
}

export function repeated(names: readonly unknown[]): unknown[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

/** Of names, descriptions and values; of a text in several languages the longest counts. */
function charactersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, one]) => {
    if (key.endsWith('_localizations')) return sum;
    const counts = (key === 'name' || key === 'description' || key === 'value') && typeof one === 'string';
    if (!counts) return sum + charactersOf(one);
    const translations = Object.values(((value as Json)[`${key}_localizations`] ?? {}) as Record<string, string>);
    return sum + Math.max(one.length, ...translations.map((translation) => translation.length));
  }, 0);
}

const wrongName = 'Command name is invalid: lower case letters, digits, - and _, 1 to 32 of them';

export const commandRules: readonly BodyRule[] = [
  {
    name: 'command name',
    source: `${commandDocs}#application-command-object-application-command-naming`,
    check: (operation, body) =>
      commandsIn(operation, body)
        .filter(({ command }) => isChatInput(command) && isWrongName(command.name))
        .map(({ path }) => at([...path, 'name'], wrongName)),
  },
  {
    name: 'option name',
    source: `${commandDocs}#application-command-object-application-command-naming`,
    check: ofOptions((option, path) => (isWrongName(option.name) ? [at([...path, 'name'], wrongName)] : [])),
  },
  {
    name: 'command description',
    source: `${commandDocs}#application-command-object`,
    check: (operation, body) =>
      commandsIn(operation, body)
        .filter(({ command }) => isChatInput(command) !== Boolean(command.description))
        .map(({ path }) => at([...path, 'description'], 'A slash command needs a description, a menu must have none')),
  },
  {
    name: 'required options first',
    source: `${commandDocs}#application-command-object-application-command-option-structure`,
    check: ofOptionLists((options, path) => {
      const firstOptional = options.findIndex((option) => option.required !== true);
      const late = options.findIndex((option, index) => option.required === true && index > firstOptional);
      return firstOptional >= 0 && late >= 0
        ? [at([...path, late], 'Required options must be placed before non-required options')]
        : [];
    }),
  },
  {
    name: 'names repeat',
    source: `${commandDocs}#registering-a-command`,
    check: (operation, body) => {
      const commands = commandsIn(operation, body);
      const keys = commands.map(({ command }) => `${Number(command.type ?? 1)} ${command.name}`);
      const ofCommands = repeated(keys).map((key) => at([], `Application command names must be unique (${key})`));
      const ofOptionNames = ofOptionLists((options, path) =>
        repeated(options.map((option) => option.name)).map((name) => at(path, `Option names must be unique (${name})`)),
      );
      return [...ofCommands, ...ofOptionNames(operation, body)];
    },
  },
  {
    name: 'choices',
    source: `${commandDocs}#application-command-object-application-command-option-choice-structure`,
    check: ofOptions((option, path) => {
      const choices = list(option.choices);
      const names = repeated(choices.map((choice) => choice.name));
      return [
        ...(choices.length > 25 ? [at([...path, 'choices'], 'Must be 25 or fewer in length.')] : []),
        ...(choices.length > 0 && option.autocomplete
          ? [at([...path, 'choices'], 'Not together with autocomplete')]
          : []),
        ...names.map((name) => at([...path, 'choices'], `Choice names must be unique (${name})`)),
      ];
    }),
  },
  {
    name: 'bounds of an option',
    source: `${commandDocs}#application-command-object-application-command-option-structure`,
    check: ofOptions((option, path) => {
      const isOver = (least: unknown, most: unknown): boolean =>
        typeof least === 'number' && typeof most === 'number' && least > most;
      const reversed = isOver(option.min_value, option.max_value) || isOver(option.min_length, option.max_length);
      return reversed ? [at(path, 'The least is greater than the most')] : [];
    }),
  },
  {
    name: 'subcommands stand alone',
    source: `${commandDocs}#subcommands-and-subcommand-groups`,
    check: ofOptionLists((options, path) => {
      const nested = options.filter((option) => subcommandTypes.includes(Number(option.type)));
      return nested.length > 0 && nested.length < options.length
        ? [at(path, 'Sub-command and sub-command group option types are mutually exclusive to all other types')]
        : [];
    }),
  },
  {
    name: 'size of a command',
    source: `${commandDocs}#registering-a-command`,
    check: (operation, body) =>
      commandsIn(operation, body)
        .filter(({ command }) => charactersOf(command) > maxCommandCharacters)
        .map(({ command, path }) =>
          at(path, `At most ${maxCommandCharacters} characters in a command, not ${charactersOf(command)}`),
        ),
  },
  {
    name: 'number of commands',
    source: `${commandDocs}#registering-a-command`,
    check: (operation, body) =>
      Object.entries(maxOfType).flatMap(([type, most]) => {
        const count = commandsIn(operation, body).filter(
          ({ command }) => Number(command.type ?? 1) === Number(type),
        ).length;
        return count > most ? [at([], `At most ${most} commands of type ${type}, not ${count}`)] : [];
      }),
  },
  {
    name: 'autocomplete choices',
    source: `${docs}/interactions/receiving-and-responding#interaction-response-object-autocomplete`,
    check: (operation, body) => {
      if (!operation.endsWith('/callback') || body.type !== 8) return [];
      const choices = list((body.data as Json | undefined)?.choices);
      const tooLong = (text: unknown): boolean => typeof text === 'string' && (text.length > 100 || text.length < 1);
      return [
        ...(choices.length > 25 ? [at(['data', 'choices'], 'Must be 25 or fewer in length.')] : []),
        ...choices.flatMap((choice, index) => [
          ...(tooLong(choice.name)
            ? [at(['data', 'choices', index, 'name'], 'Must be between 1 and 100 in length.')]
            : []),
          ...(tooLong(choice.value)
            ? [at(['data', 'choices', index, 'value'], 'Must be between 1 and 100 in length.')]
            : []),
        ]),
      ];
    },
  },
  {
    name: 'thread name',
    source: `${docs}/resources/channel#start-thread-from-message`,
    check: (operation, body) => {
      const names =
        /^(PATCH \/channels\/\{channel_id\}|POST .*\/threads)$/.test(operation) && typeof body.name === 'string';
      const size = names ? [...String(body.name).trim()].length : 1;
      return size < 1 || size > 100 ? [at(['name'], 'Must be between 1 and 100 in length.')] : [];
    },
  },
  {
    name: 'nonce',
    source: `${docs}/resources/message#create-message`,
    check: (operation, body) => {
      if (operation !== 'POST /channels/{channel_id}/messages') return [];
      const nonce = body.nonce === undefined || body.nonce === null ? undefined : String(body.nonce);
      return [
        ...(nonce !== undefined && nonce.length > 25 ? [at(['nonce'], 'Must be 25 or fewer in length.')] : []),
        ...(body.enforce_nonce === true && !nonce ? [at(['nonce'], 'enforce_nonce needs a nonce')] : []),
      ];
    },
  },
];
