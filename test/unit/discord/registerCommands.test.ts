import type { REST } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { registerCommands } from '../../../src/discord/registerCommands.ts';
import type { Command } from '../../../src/kit/defineCommand.ts';
import { sayIn } from '../../../src/kit/translate.ts';

const declared = commands as readonly Command<never>[];
type Registered = { id: string; name: string; name_localizations?: unknown };

describe('registering the commands', () => {
  let kept: Registered[];
  let sent: number;
  let hash: string | undefined;

  beforeEach(() => {
    [kept, sent, hash] = [[], 0, undefined];
  });

  /** As Discord answers: lists come without translations unless they are asked for. */
  const rest = {
    get: async () => kept.map(({ name_localizations: _, ...command }) => command),
    put: async (_: string, { body }: { body: { name: string }[] }) => {
      sent += 1;
      kept = body.map((command, index) => ({ ...command, id: `${index + 1}` }));
      return kept;
    },
  } as unknown as REST;
  const registrations = {
    find: async () => hash,
    save: async (_: string, saved: string) => {
      hash = saved;
    },
  };
  const register = (some = declared) => registerCommands(rest, '1', some, sayIn('en'), registrations);

  it('sends them with their translations, and at the next start not again', async () => {
    await register();
    expect(kept[0]).toMatchObject({ name_localizations: { de: expect.any(String) } });
    const mention = await register();
    expect(sent).toBe(1);
    expect(mention('articles latest')).toMatch(/^<\/articles latest:\d+>$/);
  });

  it('sends them again where one is another, or is lost', async () => {
    await register();
    await register(declared.slice(1));
    expect(sent).toBe(2);
    kept = kept.slice(1);
    await register(declared.slice(1));
    expect(sent).toBe(3);
  });
});
