// What Discord refuses in the translations of commands although its description lets it pass.

import { Locale } from 'discord-api-types/v10';
import type { Json } from '../payloads/componentPayload.ts';
import { type BodyRule, commandsIn, isWrongName, optionsOf, repeated } from './commandRules.ts';
import type { Path, Place } from './violation.ts';

const source = 'https://discord.com/developers/docs/interactions/application-commands#localization';
const locales: ReadonlySet<string> = new Set(Object.values(Locale));
const nameMost = 32;
const choiceNameMost = 100;
const descriptionMost = 100;

interface Named {
  readonly node: Json;
  readonly path: Path;
  readonly kind: 'slash' | 'menu' | 'option' | 'choice';
}

/** Everything that has a name: commands, their options at any depth, and the choices of these. */
function namedIn(operation: string, body: Json): Named[] {
  return commandsIn(operation, body).flatMap(({ command, path }): Named[] => [
    { node: command, path, kind: Number(command.type ?? 1) === 1 ? 'slash' : 'menu' },
    ...optionsOf(command, path).flatMap((one): Named[] => [
      { node: one.option, path: one.path, kind: 'option' },
      ...listOf(one.option.choices).map(
        (node, index): Named => ({
          node,
          path: [...one.path, 'choices', index],
          kind: 'choice',
        }),
      ),
    ]),
  ]);
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}

function translations(node: Json, field: 'name' | 'description'): [locale: string, text: unknown][] {
  return Object.entries((node[`${field}_localizations`] ?? {}) as Json);
}

function isWrong(kind: Named['kind'], text: unknown): boolean {
  if (kind === 'slash' || kind === 'option') return isWrongName(text);
  return typeof text !== 'string' || text.length < 1 || text.length > (kind === 'menu' ? nameMost : choiceNameMost);
}

function eachTranslation(
  field: 'name' | 'description',
  judge: (kind: Named['kind'], locale: string, text: unknown) => string | undefined,
): BodyRule['check'] {
  return (operation, body) =>
    namedIn(operation, body).flatMap(({ node, path, kind }) =>
      translations(node, field).flatMap(([locale, text]): Place[] => {
        const message = judge(kind, locale, text);
        return message === undefined ? [] : [{ path: [...path, `${field}_localizations`, locale], message }];
      }),
    );
}

/** What stands side by side, and must have a name of its own in every language. */
function groupsOf(named: readonly Named[]): Named[][] {
  const groups = new Map<string, Named[]>();
  for (const one of named) {
    const isCommand = one.kind === 'slash' || one.kind === 'menu';
    const key = isCommand ? one.kind : one.path.slice(0, -1).join('.');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** As people of a locale see them: where a name has no translation, its own. */
function repeatedIn(locale: string, group: readonly Named[]): unknown[] {
  return repeated(group.map(({ node }) => ((node.name_localizations ?? {}) as Json)[locale] ?? node.name));
}

export const localisationRules: readonly BodyRule[] = [
  {
    name: 'locale of a translation',
    source,
    check: (operation, body) =>
      (['name', 'description'] as const).flatMap((field) =>
        eachTranslation(field, (_, locale) =>
          locales.has(locale) ? undefined : `Value must be one of the locales of Discord (${locale})`,
        )(operation, body),
      ),
  },
  {
    name: 'translated name',
    source,
    check: eachTranslation('name', (kind, _, text) => (isWrong(kind, text) ? 'Command name is invalid' : undefined)),
  },
  {
    name: 'translated description',
    source,
    check: eachTranslation('description', (kind, _, text) => {
      const isFitting = typeof text === 'string' && text.length >= 1 && text.length <= descriptionMost;
      return isFitting && kind !== 'menu' ? undefined : `Must be between 1 and ${descriptionMost} in length.`;
    }),
  },
  {
    name: 'translated names repeat',
    source,
    check: (operation, body) =>
      groupsOf(namedIn(operation, body)).flatMap((group) => {
        const used = new Set(group.flatMap(({ node }) => translations(node, 'name').map(([locale]) => locale)));
        return [...used].flatMap((locale) =>
          repeatedIn(locale, group).map((name) => ({
            path: group[0]?.path.slice(0, -1) ?? [],
            message: `Names must be unique in ${locale} (${name})`,
          })),
        );
      }),
  },
];
