// en.json against everything that speaks from it: errors, commands, permissions, placeholders; and its voice. Other languages are
// held against it in translations.test.ts.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { commandsPage, pageUrl } from '../../docs/generateCommands.ts';
import { discordRefusalCodes, refusalCodes, sourceErrorCodes, transientCodes } from '../../src/domain/errors.ts';
import { permissions } from '../../src/domain/permission.ts';
import { answeringParts } from '../../src/kit/defineCommand.ts';
import english from '../../src/locales/en.json' with { type: 'json' };
import { sentencesIn, type Tree } from '../support/sentences.ts';

const slashCommands = commands.filter((command) => command.kind === 'slash');
const menus = commands.filter((command) => command.kind === 'messageMenu');
const root = fileURLToPath(new URL('../../', import.meta.url));
/** Discord's limit for descriptions of commands and options. */
const descriptionLimit = 100;
/** Discord's limit for the name of a menu. */
const titleLimit = 32;

const isPlural = (node: Tree) => typeof node.other === 'string';

const sentences = new Map(sentencesIn(english));

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

const withoutComments = (file: string) =>
  readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

const speaking = [...filesUnder('commands'), ...filesUnder('src/views')];

describe('every error', () => {
  it.each([
    ...refusalCodes.map((code) => `errors.refusal.${code}`),
    ...sourceErrorCodes.map((code) => `errors.source.${code}`),
    ...discordRefusalCodes.map((code) => `errors.discord.${code}`),
    ...transientCodes.map((code) => `errors.transient.${code}`),
    'errors.defect',
  ])('%s has a sentence that says what to do next', (key) => {
    const sentence = sentences.get(key) ?? '';
    expect(sentence.split(/(?<=[.?]) /).length).toBeGreaterThan(1);
  });

  it('has no sentence without an error', () => {
    const counted =
      refusalCodes.length + sourceErrorCodes.length + discordRefusalCodes.length + transientCodes.length + 1;
    expect([...sentences.keys()].filter((key) => key.startsWith('errors.'))).toHaveLength(counted);
  });

  it('leaves "incident" and "broke" to the defect', () => {
    const others = [...sentences].filter(([key]) => key !== 'errors.defect');
    expect(others.filter(([, sentence]) => /incident|something broke/i.test(sentence))).toEqual([]);
  });

  it('thrown by a command gets every value that its sentence names', () => {
    let thrown = 0;
    for (const file of filesUnder('commands')) {
      for (const [, code = '', args = ''] of withoutComments(file).matchAll(
        /new Refusal\(\s*'(\w+)'(?:,\s*\{([^}]*)\})?/g,
      )) {
        thrown += 1;
        const named = [...(sentences.get(`errors.refusal.${code}`) ?? '').matchAll(/\{(\w+)\}/g)].map(
          ([, name = '']) => name,
        );
        const given = args.split(',').map((part) => part.split(':')[0]?.trim());
        expect(given, `${file} ${code}`).toEqual(expect.arrayContaining(named));
      }
    }
    expect(thrown).toBeGreaterThan(10);
  });
});

describe('every command', () => {
  const titles = menus.map(({ name }) => `commands.${name}.title`);
  const described = slashCommands.flatMap(({ name, subcommands }) => [
    `commands.${name}.description`,
    ...subcommands.flatMap((subcommand) => {
      const key = subcommand.name === '' ? `commands.${name}` : `commands.${name}.${subcommand.name}`;
      return [`${key}.description`, ...Object.keys(subcommand.options).map((option) => `${key}.options.${option}`)];
    }),
  ]);
  described.push(...menus.map(({ name }) => `commands.${name}.description`));

  it.each(titles)('%s is a name that Discord takes for a menu', (key) => {
    expect(sentences.get(key)?.length).toBeLessThanOrEqual(titleLimit);
  });

  it.each(described)('%s is described within the limit of Discord', (key) => {
    const text = sentences.get(key) ?? '';
    expect(text).not.toBe('');
    expect(text.length).toBeLessThanOrEqual(descriptionLimit);
  });

  it('has no description without a declaration', () => {
    const keys = [...sentences.keys()].filter((key) => key.startsWith('commands.'));
    expect(keys.filter((key) => ![...described, ...titles].includes(key))).toEqual([]);
  });

  it('names each of its actions once, so that a button finds its handler', () => {
    for (const command of commands) {
      const actions = answeringParts(command).flatMap((part) => Object.keys(part.actions ?? {}));
      expect(new Set(actions).size, command.name).toBe(actions.length);
    }
  });

  it('completes exactly the options that say so', () => {
    for (const subcommand of slashCommands.flatMap((command) => command.subcommands)) {
      const declared = Object.keys(subcommand.options).filter((name) => subcommand.options[name]?.completes);
      expect(Object.keys(subcommand.complete ?? {}).sort()).toEqual(declared.sort());
    }
  });

  it('is in docs/commands.md as it is declared (else run: npm run docs)', () => {
    expect(readFileSync(pageUrl, 'utf8')).toBe(commandsPage());
  });
});

describe('the voice', () => {
  it('uses no exclamation marks and no words of the trade', () => {
    const loud = [...sentences].filter(([, sentence]) =>
      /!|\b(outbox|payload|invalid|error occurred|please)\b/i.test(sentence),
    );
    expect(loud).toEqual([]);
  });

  it('has no sentence outside of the locale', () => {
    const found = speaking.flatMap((file) =>
      [...withoutComments(file).matchAll(/'((?:[^'\\\n]|\\.)*)'|`([^`\n]*)`/g)]
        .map(([, quoted, template]) => (quoted ?? template ?? '').replace(/\$\{[^}]*\}/g, '·'))
        .filter((text) => /\p{L}{2,} \p{L}{2,}/u.test(text) && !isCommandName(text))
        .map((text) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('names every permission', () => {
    expect(Object.keys(english.permissions).sort()).toEqual([...permissions].sort());
  });
});

describe('every sentence', () => {
  it('is used, and every one used is there', () => {
    const code = [...speaking, ...filesUnder('src')].map(withoutComments).join('\n');
    const keys = new Set([...sentences.keys()].map((key) => key.replace(/\.(one|other|few|many|two|zero)$/, '')));
    const dynamic =
      /^(commands|errors|permissions|sourceTrouble|held\.(why|remedy|named|unable|waiting|leaveOut)|alert\.givenUp|sourceAlert\.remedy|flood\.(because|choice|decided)|conferences\.doubts|milestones|conferenceQuestion\.decided|programme\.(cancel|fields)|reminders\.before|status\.choose|zoneRegions)\.|^conferences\.(cancelled|tentative|confirmed)$/;
    const unused = [...keys].filter((key) => !dynamic.test(key) && !code.includes(`'${key}'`));
    expect(unused).toEqual([]);
  });

  it('gets every value it names where it is said', () => {
    const named = (key: string) =>
      [...(sentences.get(key) ?? sentences.get(`${key}.other`) ?? '').matchAll(/\{(\w+)\}/g)].map(
        ([, name = '']) => name,
      );
    const calls = speaking.flatMap((file) =>
      [...withoutComments(file).matchAll(/say\(\s*'([\w.]+)'(?:,\s*\{((?:[^{}]|\{[^{}]*\})*)\})?\s*,?\s*\)/g)].map(
        ([, key = '', args = '']) => ({ file, key, args }),
      ),
    );
    expect(calls.length).toBeGreaterThan(60);
    for (const { file, key, args } of calls) {
      const missing = named(key).filter((name) => !new RegExp(`\\b${name}\\b`).test(args));
      expect(missing, `${file} ${key}`).toEqual([]);
    }
  });

  it('with a plural has a form for one and one for many that name the same values', () => {
    const visit = (node: Tree, key: string): void => {
      if (isPlural(node)) {
        expect(Object.keys(node).sort(), key).toEqual(['one', 'other']);
        const values = (text: unknown) =>
          [...String(text).matchAll(/\{(\w+)\}/g)]
            .map(([, name]) => name)
            .filter((name) => name !== 'count')
            .sort();
        expect(values(node.one), key).toEqual(values(node.other));
        return;
      }
      for (const [name, child] of Object.entries(node)) if (typeof child !== 'string') visit(child, `${key}.${name}`);
    };
    visit(english, '');
  });
});

function isCommandName(text: string): boolean {
  return slashCommands.some(({ name, subcommands }) => subcommands.some((one) => `${name} ${one.name}` === text));
}
