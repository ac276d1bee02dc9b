// Discord's own client never sends options that the command did not declare; neither does a person here.

import {
  type APIApplicationCommand,
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';

type Given = APIApplicationCommandInteractionDataOption;
type Declared = APIApplicationCommandOption;

interface Bounds {
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly choices?: readonly { readonly value: string | number }[];
}

/**
 * @param isTyping while a person still types (autocomplete), what is required may be missing.
 * @throws Error that says what Discord's client would not let through.
 */
export function checkOptions(command: APIApplicationCommand, given: readonly Given[], isTyping: boolean): void {
  checkList(`/${command.name}`, command.options ?? [], given, isTyping);
}

function checkList(place: string, declared: readonly Declared[], given: readonly Given[], isTyping: boolean): void {
  const names = given.map((option) => option.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`${place}: option "${twice}" is given twice`);
  const nests = declared.some((option) => option.type === Type.Subcommand || option.type === Type.SubcommandGroup);
  if (nests && given.length !== 1)
    throw new Error(`${place}: name one of ${declared.map((option) => option.name).join(', ')}`);
  for (const option of given) checkOne(place, declared, option, isTyping);
  const missing = declared.find((option) => 'required' in option && option.required && !names.includes(option.name));
  if (missing && !isTyping && !nests) throw new Error(`${place}: option "${missing.name}" is required`);
}

function checkOne(place: string, declared: readonly Declared[], given: Given, isTyping: boolean): void {
  const known = declared.find((option) => option.name === given.name);
  if (!known) throw new Error(`${place} has no option "${given.name}"`);
  if (known.type !== given.type) throw new Error(`${place} ${known.name}: is of type ${known.type}, not ${given.type}`);
  if (given.type === Type.Subcommand || given.type === Type.SubcommandGroup) {
    const inner = 'options' in known ? (known.options ?? []) : [];
    checkList(`${place} ${known.name}`, inner, given.options ?? [], isTyping);
  } else if (!isTyping) checkValue(`${place} ${known.name}`, known as Bounds, (given as { value: unknown }).value);
}

function checkValue(place: string, bounds: Bounds, value: unknown): void {
  const size = typeof value === 'number' ? value : 0;
  const length = typeof value === 'string' ? value.length : 0;
  const isText = typeof value === 'string';
  const outside =
    (typeof value === 'number' && (size < (bounds.min_value ?? size) || size > (bounds.max_value ?? size))) ||
    (isText && (length < (bounds.min_length ?? 0) || length > (bounds.max_length ?? 6000)));
  if (outside) throw new Error(`${place}: ${JSON.stringify(value)} is out of bounds`);
  const { choices } = bounds;
  if (choices && !choices.some((choice) => choice.value === value)) {
    throw new Error(`${place}: ${JSON.stringify(value)} is not one of the choices`);
  }
}
