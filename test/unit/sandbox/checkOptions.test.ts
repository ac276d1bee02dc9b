import type { APIApplicationCommand, APIApplicationCommandInteractionDataOption } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { checkOptions } from '../../../sandbox/discord/people/checkOptions.ts';

const latest = [
  { type: 4, name: 'count', description: 'How many', min_value: 1, max_value: 10 },
  { type: 3, name: 'length', description: 'How long', choices: [{ name: 'short', value: 'short' }], required: true },
];
const command = {
  name: 'articles',
  options: [{ type: 1, name: 'latest', description: 'The newest', options: latest }],
} as unknown as APIApplicationCommand;

type Options = APIApplicationCommandInteractionDataOption[];
const check = (options: unknown, isTyping = false) =>
  checkOptions(command, [{ type: 1, name: 'latest', options }] as Options, isTyping);
const short = { type: 3, name: 'length', value: 'short' };

test('what the command declares is let through', () => {
  expect(() => check([{ type: 4, name: 'count', value: 10 }, short])).not.toThrow();
});

test.each([
  ['an option it does not have', [short, { type: 3, name: 'colour', value: 'red' }], 'has no option "colour"'],
  ['an option of another type', [short, { type: 3, name: 'count', value: '3' }], 'is of type 4, not 3'],
  ['a number out of bounds', [short, { type: 4, name: 'count', value: 11 }], 'out of bounds'],
  ['a value that is no choice', [{ ...short, value: 'long' }], 'not one of the choices'],
  ['a required option left out', [], 'option "length" is required'],
  ['an option twice', [short, short], 'given twice'],
])('%s is what Discord’s client would not send', (_case, options, message) => {
  expect(() => check(options)).toThrow(message);
});

test('while a person types, what is required may be missing', () => {
  expect(() => check([{ type: 4, name: 'count', value: 2 }], true)).not.toThrow();
});

test('a command with subcommands wants one of them', () => {
  expect(() => checkOptions(command, [], false)).toThrow('name one of latest');
});
