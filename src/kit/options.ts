// The options of a command as data. The types of a command's values are inferred from it: rename an option and the compiler
// finds every use.

import type { ChannelKind } from '../domain/channelKind.ts';
import type { ChannelId, RoleId } from '../domain/ids.ts';

export interface ChosenChannel {
  readonly id: ChannelId;
  readonly name: string;
  readonly kind: ChannelKind;
}

export interface ChosenRole {
  readonly id: RoleId;
  readonly name: string;
}

export interface ChosenFile {
  readonly name: string;
  readonly url: string;
  readonly sizeBytes: number;
}

interface Kinds {
  text: string;
  integer: number;
  flag: boolean;
  channel: ChosenChannel;
  role: ChosenRole;
  file: ChosenFile;
}

export interface Option<
  Kind extends keyof Kinds = keyof Kinds,
  Value = Kinds[Kind],
  Required extends boolean = boolean,
> {
  readonly kind: Kind;
  readonly isRequired: Required;
  /** Exact choices; their labels are sentences of the locale. */
  readonly choices?: readonly (Value & string)[];
  /** True: the command's `complete` offers choices while a person types. */
  readonly completes?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly channelKinds?: readonly ChannelKind[];
}

export type Options = Readonly<Record<string, Option>>;

/** What `run` gets: each option by its name, undefined when it was left out. */
export type OptionValues<Declared extends Options> = {
  readonly [Name in keyof Declared]: Declared[Name] extends Option<keyof Kinds, infer Value, infer Required>
    ? Required extends true
      ? Value
      : Value | undefined
    : never;
};

interface TextBounds {
  /** Characters. */
  readonly min?: number;
  readonly max?: number;
  readonly completes?: boolean;
}

/** Optional option. */
export const optional = build(false as const);
/** Option without which Discord does not send the command. */
export const required = build(true as const);

function build<Required extends boolean>(isRequired: Required) {
  return {
    text: (bounds: TextBounds = {}): Option<'text', string, Required> => ({ kind: 'text', isRequired, ...bounds }),
    choice: <const Value extends string>(...choices: readonly Value[]): Option<'text', Value, Required> => ({
      kind: 'text',
      isRequired,
      choices,
    }),
    integer: (min: number, max: number): Option<'integer', number, Required> => ({
      kind: 'integer',
      isRequired,
      min,
      max,
    }),
    channel: (...channelKinds: readonly ChannelKind[]): Option<'channel', ChosenChannel, Required> => ({
      kind: 'channel',
      isRequired,
      channelKinds,
    }),
    role: (): Option<'role', ChosenRole, Required> => ({ kind: 'role', isRequired }),
    file: (): Option<'file', ChosenFile, Required> => ({ kind: 'file', isRequired }),
  };
}
