// Tells Discord the commands, globally, only when their declarations changed, and learns the ids that mentions need.

import { createHash } from 'node:crypto';
import { type REST, Routes } from 'discord.js';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Command } from '../kit/defineCommand.ts';
import type { Say } from '../kit/translate.ts';
import type { Registrations } from '../ports/registrations.ts';
import { commandJson } from './commandJson.ts';

/** Mentions by name of the command, e.g. `mention('articles latest')`; plain text until the ids are known. */
export type Mention = (command: string) => string;

export async function registerCommands(
  rest: REST,
  applicationId: string,
  commands: readonly Command<never>[],
  say: Say,
  registrations: Registrations,
): Promise<Mention> {
  const body = commands.map((command) => commandJson(command, say));
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('base64url');
  const route = Routes.applicationCommands(applicationId);
  let registered = (await rest.get(route)) as APIApplicationCommand[];
  if ((await registrations.find(applicationId)) !== hash || registered.length !== body.length) {
    registered = (await rest.put(route, { body })) as APIApplicationCommand[];
    await registrations.save(applicationId, hash);
  }
  const ids = new Map(registered.map((command) => [command.name, command.id]));
  return (command) => {
    const id = ids.get(command.split(' ')[0] ?? '');
    return id === undefined ? `\`/${command}\`` : `</${command}:${id}>`;
  };
}
