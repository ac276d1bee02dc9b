// Uses a command as a person would: by its name, its options, its buttons.

import { type CommandPorts, commands } from '../../../commands/index.ts';
import type { MessageId } from '../../../src/domain/ids.ts';
import { type Asked, answeringParts, type Subcommand, type TargetMessage } from '../../../src/kit/defineCommand.ts';
import type { Choice, Result } from '../../../src/kit/result.ts';

/** @param typed as a person types it, e.g. `articles latest` */
export function run(
  typed: string,
  options: Readonly<Record<string, unknown>>,
  asked: Asked,
  ports: CommandPorts,
): Promise<Result> {
  return subcommandOf(typed).run({ ...asked, options: options as never }, ports);
}

/** Uses the menu of a message. @param name of the menu in the code, e.g. `deletePost` */
export function useMenu(name: string, message: TargetMessage, asked: Asked, ports: CommandPorts): Promise<Result> {
  const menu = commands.find((one) => one.name === name);
  if (menu?.kind !== 'messageMenu') throw new Error(`there is no menu ${name}`);
  return menu.run({ ...asked, message }, ports);
}

/** Uses the button or the select that has this custom_id. */
export async function press(
  customId: string,
  asked: Asked,
  ports: CommandPorts,
  values: readonly string[] = [],
): Promise<Result> {
  const [, command, action = '', ...id] = customId.split(':');
  const parts = commands.filter(({ name }) => name === command).flatMap(answeringParts);
  const [handler, second] = parts.flatMap(({ actions }) => actions?.[action] ?? []);
  if (!handler || second) throw new Error(`${customId} must have one handler`);
  return handler({ ...asked, id: id.join(':'), values, messageId: '1' as MessageId }, ports);
}

/** Sends the form that has this custom_id, filled in. */
export async function fill(
  customId: string,
  fields: Readonly<Record<string, string>>,
  asked: Asked,
  ports: CommandPorts,
): Promise<Result> {
  const [, command, form = '', ...id] = customId.split(':');
  const parts = commands.filter(({ name }) => name === command).flatMap(answeringParts);
  const [handler, second] = parts.flatMap(({ forms }) => forms?.[form] ?? []);
  if (!handler || second) throw new Error(`${customId} must have one handler`);
  return handler({ ...asked, id: id.join(':'), fields }, ports);
}

export async function complete(
  typed: string,
  option: string,
  letters: string,
  asked: Asked,
  ports: CommandPorts,
  given: Readonly<Record<string, string>> = {},
): Promise<readonly Choice[]> {
  const handler = subcommandOf(typed).complete?.[option];
  if (!handler) throw new Error(`${typed} ${option} offers nothing`);
  const result = await handler({ ...asked, typed: letters, given }, ports);
  if (result.kind !== 'choices') throw new Error(`expected choices, got ${result.kind}`);
  return result.choices;
}

function subcommandOf(typed: string): Subcommand<CommandPorts> {
  const [command, name = ''] = typed.split(' ');
  const slash = commands.find((one) => one.name === command);
  const found = slash?.kind === 'slash' ? slash.subcommands.find((one) => one.name === name) : undefined;
  if (!found) throw new Error(`there is no /${typed}`);
  return found;
}
