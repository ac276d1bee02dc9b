// A command is typed data plus plain functions. Discord never appears here; the router delivers, the command decides.

import type { ChannelId, GuildId, Instant, MessageId } from '../domain/ids.ts';
import type { Member } from '../domain/member.ts';
import type { Options, OptionValues } from './options.ts';
import type { Result, Visibility } from './result.ts';
import type { Say } from './translate.ts';

/** Who asks, where, when, and in which language to answer. */
export interface Asked {
  readonly member: Member;
  readonly guildId: GuildId;
  readonly guildName: string;
  readonly channelId: ChannelId;
  readonly now: Instant;
  /** In the language of the answer: the member's for private ones, the guild's for public ones. */
  readonly say: Say;
  /** A clickable mention of a command, e.g. `mention('articles latest')`. */
  readonly mention: (command: string) => string;
}

export interface AskedWithOptions<Declared extends Options> extends Asked {
  readonly options: OptionValues<Declared>;
}

/** A button or select was used. */
export interface Pressed extends Asked {
  /** The last part of the custom_id. */
  readonly id: string;
  /** What was chosen in a select; empty for a button. */
  readonly values: readonly string[];
  readonly messageId: MessageId;
}

/** A form was sent. */
export interface Filled extends Asked {
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A person is typing into an option. */
export interface Typing extends Asked {
  readonly typed: string;
}

type Handler<Input, Ports> = (input: Input, ports: Ports) => Promise<Result>;
type Handlers<Input, Ports> = Readonly<Record<string, Handler<Input, Ports>>>;

export interface Subcommand<Ports, Declared extends Options = Options> {
  readonly name: string;
  readonly visibility: Visibility;
  readonly options: Declared;
  /** True when `run` may answer with a form: such a command is never deferred. */
  readonly opensForm?: boolean;
  run(input: AskedWithOptions<Declared>, ports: Ports): Promise<Result>;
  /** By name of the option. */
  readonly complete?: Handlers<Typing, Ports>;
  /** By the action part of the custom_id; names are unique within a command. */
  readonly actions?: Handlers<Pressed, Ports>;
  readonly forms?: Handlers<Filled, Ports>;
}

export interface Command<Ports> {
  readonly name: string;
  /** Moderators' commands are hidden by Discord from members without Manage Server, unless the guild grants them. */
  readonly access: 'members' | 'moderators';
  /** One without a name of its own is the command itself. */
  readonly subcommands: readonly Subcommand<Ports>[];
}

/** One subcommand; the options of `run` are inferred from `options`. */
export function defineSubcommand<Ports, const Declared extends Options>(
  subcommand: Subcommand<Ports, Declared>,
): Subcommand<Ports> {
  return subcommand as unknown as Subcommand<Ports>;
}

/** A command with subcommands, e.g. `/articles latest`. */
export function defineCommandGroup<Ports>(command: Command<Ports>): Command<Ports> {
  return command;
}

/** A command that is run by its own name, e.g. `/status`. */
export function defineCommand<Ports, const Declared extends Options>(
  command: Omit<Subcommand<Ports, Declared>, 'name'> & Pick<Command<Ports>, 'name' | 'access'>,
): Command<Ports> {
  const { name, access, ...rest } = command;
  return { name, access, subcommands: [{ ...rest, name: '' } as unknown as Subcommand<Ports>] };
}
