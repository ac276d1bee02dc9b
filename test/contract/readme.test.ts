import { readFileSync } from 'node:fs';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { operatorCommands } from '../../src/cli/operatorCommands.ts';
import { permissions } from '../../src/domain/permission.ts';
import sentences from '../../src/locales/en.json' with { type: 'json' };

const operations = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

describe('the README', () => {
  it('invites the bot with exactly the permissions it names', () => {
    const bits = permissions.reduce((sum, permission) => sum | PermissionFlagsBits[permission], 0n);
    expect(readme).toContain(`permissions=${bits}`);
    const rows = [...readme.matchAll(/^\| ([A-Z][A-Za-z ]+) \| /gm)].map(([, name]) => name);
    // Discord calls it "View Channels" for a whole server, which is what an invitation asks for.
    const named = permissions.map((permission) => sentences.permissions[permission].replace(/Channel$/, 'Channels'));
    expect(rows).toEqual(named);
  });

  it('names every command', () => {
    for (const command of commands) {
      if (command.kind === 'messageMenu') {
        expect(readme).toContain(sentences.commands[command.name as 'deletePost'].title);
        continue;
      }
      for (const subcommand of command.subcommands) {
        expect(readme).toContain(`/${command.name}`);
        expect(readme).toContain(subcommand.name);
      }
    }
  });
});

describe('docs/operations.md', () => {
  it('names every command of the people who run a bot', () => {
    for (const { name } of operatorCommands) expect(operations).toContain(`npm run bot -- ${name}`);
  });
});
