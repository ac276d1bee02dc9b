// Every other language against English, which is the source of truth: the same sentences with the same values, names that Discord
// takes for commands, and its voice. A sentence that is missing is said in English all the same; here it is reported.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { sayIn, spokenLanguages } from '../../src/kit/translate.ts';
import { fullestForms } from '../support/fullest/fullestConferences.ts';
import { sentencesIn, type Tree, valuesIn, withoutForm } from '../support/sentences.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readCatalogue = (language: string) =>
  JSON.parse(readFileSync(join(root, 'src/locales', `${language}.json`), 'utf8')) as Tree;
const english = new Map(sentencesIn(readCatalogue('en')));
const others = spokenLanguages.filter((language) => language !== 'en');

/** @see https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const nameOfCommand = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const descriptionMost = 100;
const titleMost = 32;
const choiceMost = 100;
const buttonMost = 80;

const slash = commands.filter((command) => command.kind === 'slash');
const subcommands = slash.flatMap((command) => command.subcommands.map((subcommand) => ({ command, subcommand })));
/** Everything that a person types, grouped by what must differ from each other. */
const groups = {
  commands: [
    slash.map(({ name }) => name),
    ...slash.map(({ name, subcommands: own }) =>
      own.filter((subcommand) => subcommand.name !== '').map((subcommand) => `${name} ${subcommand.name}`),
    ),
  ],
  options: subcommands.map(({ subcommand }) => Object.keys(subcommand.options)),
  choices: subcommands.flatMap(({ subcommand }) =>
    Object.values(subcommand.options).map(({ choices = [] }) => [...choices] as string[]),
  ),
};

/** What is not said in the voice of the product, by language. */
const foreignToVoice: Readonly<Record<string, readonly RegExp[]>> = {
  de: [
    /!|\b(bitte|ungültig\w*|fehlgeschlagen|outbox|payload)\b/i,
    // "du", never "Sie"; at the beginning of a sentence it may be "they".
    /[\p{Ll},;] Sie\b|\bIhnen\b|\bIhre?[mnrs]?\b/u,
    // For everybody: no forms of one gender for people, and no signs within words.
    /\p{L}[:*_/](innen|in)\b|\p{L}Innen\b|\b(Moderator|Administrator|Nutzer|Benutzer|Veranstalter|Leser|Organisator|Autor)(en|s|n)?\b/u,
    // „…“ as German sets them.
    /["”»«]|“[^“„]*“|„[^“]*$/,
  ],
};

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

it('there is a file for every language, and no other', () => {
  const files = readdirSync(join(root, 'src/locales'));
  expect(files.sort()).toEqual(spokenLanguages.map((language) => `${language}.json`).sort());
});

describe.each(others)('%s', (language) => {
  const tree = readCatalogue(language);
  const sentences = new Map(sentencesIn(tree));
  const said = [...sentences].filter(([key]) => !key.startsWith('names.'));
  const say = sayIn(language);

  it('says everything that English says', () => {
    const known = new Set([...sentences.keys()].map(withoutForm));
    const missing = [...new Set([...english.keys()].map(withoutForm))].filter((key) => !known.has(key));
    expect(missing, `said in English so far: ${missing.join(', ')}`).toEqual([]);
  });

  it('says nothing that English does not say', () => {
    const known = new Set([...english.keys()].map(withoutForm));
    expect(said.map(([key]) => key).filter((key) => !known.has(withoutForm(key)))).toEqual([]);
  });

  it('puts the same values into each sentence', () => {
    const differing = said.filter(([key, sentence]) => {
      const model = english.get(key) ?? english.get(`${withoutForm(key)}.other`) ?? '';
      const isForm = withoutForm(key) !== key;
      const values = (text: string) => valuesIn(text).filter((name) => !(isForm && name === 'count'));
      return values(model).join() !== values(sentence).join();
    });
    expect(differing).toEqual([]);
  });

  it('has every form that its plurals take', () => {
    const categories = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
    const plurals = new Set([...english.keys()].filter((key) => key.endsWith('.other')).map(withoutForm));
    for (const key of plurals) {
      const forms = [...sentences.keys()].filter((one) => withoutForm(one) === key && one !== key);
      expect(forms.map((form) => form.slice(key.length + 1)).sort(), key).toEqual(categories);
    }
  });

  it('says with every error what to do next', () => {
    const errors = said.filter(([key]) => key.startsWith('errors.'));
    expect(errors.length).toBeGreaterThan(80);
    expect(errors.filter(([, sentence]) => sentence.split(/(?<=[.?]) /).length < 2)).toEqual([]);
  });

  it('keeps to the voice', () => {
    const rules = foreignToVoice[language] ?? [];
    expect(rules.length).toBeGreaterThan(0);
    expect(said.filter(([, sentence]) => rules.some((rule) => rule.test(sentence)))).toEqual([]);
  });

  it('names each command that a sentence spells out as that language’s clients show it', () => {
    const spelledOut = (text: string) =>
      [...text.matchAll(/`\/([^`]+)`|\/(status)\b/g)].map((match) => match[1] ?? match[2]);
    const words = tree.names as { commands: Record<string, string> };
    const localName = (command = '') => {
      const [name = '', subcommand] = command.split(' ');
      const inner = subcommand === undefined ? [] : [words.commands[command]];
      return [words.commands[name], ...inner].join(' ');
    };
    let count = 0;
    for (const [key, sentence] of said) {
      const expected = spelledOut(english.get(key) ?? '').map(localName);
      count += expected.length;
      expect(spelledOut(sentence), key).toEqual(expected);
    }
    expect(count).toBeGreaterThan(15);
  });

  it('describes commands and names menus within Discord’s limits', () => {
    const descriptions = said.filter(([key]) => key.startsWith('commands.'));
    expect(descriptions.filter(([, text]) => text === '' || text.length > descriptionMost)).toEqual([]);
    const titles = descriptions.filter(([key]) => /^commands\.\w+\.title$/.test(key)).map(([, text]) => text);
    expect(titles.filter((title) => title.length > titleMost)).toEqual([]);
    expect(new Set(titles).size).toBe(commands.length - slash.length);
  });

  it('names every command, option and choice, and nothing else', () => {
    for (const kind of ['commands', 'options', 'choices'] as const) {
      const declared = new Set(groups[kind].flat());
      const named = Object.keys((tree.names as Record<string, Record<string, string>>)[kind] ?? {});
      expect(named.sort(), kind).toEqual([...declared].sort());
    }
  });

  it('gives names that Discord takes, each once among those it stands beside', () => {
    for (const kind of ['commands', 'options', 'choices'] as const) {
      for (const group of groups[kind]) {
        const names = group.map((name) => sentences.get(`names.${kind}.${name}`) ?? '');
        expect(new Set(names).size, group.join()).toBe(names.length);
        for (const name of names) {
          if (kind === 'choices') expect(name.length).toBeLessThanOrEqual(choiceMost);
          else expect(name).toMatch(nameOfCommand);
          if (kind !== 'choices') expect(name).toBe(name.toLowerCase());
        }
      }
    }
  });

  it('has no button, form or field whose words are cut', () => {
    const labels = [...filesIn('src/views'), ...filesIn('commands')].flatMap((code) =>
      [...code.matchAll(/(?:action|confirm|link)Button\(\s*say\((?:[^'()]*\?)?\s*'([\w.]+)'/g)].map(
        ([, key = '']) => key,
      ),
    );
    expect(labels.length).toBeGreaterThan(30);
    expect(labels.filter((key) => (sentences.get(key)?.length ?? 0) > buttonMost)).toEqual([]);
    for (const [name, form] of fullestForms(say)) {
      const shown = form.components.flatMap((field) =>
        'label' in field ? [field.label, field.description ?? ''] : [],
      );
      expect(
        [form.title, ...shown].filter((text) => text.endsWith('…')),
        name,
      ).toEqual([]);
    }
  });
});
