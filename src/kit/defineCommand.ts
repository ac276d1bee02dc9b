// A command is typed data plus plain functions: typed by a person, or chosen in the menu of a message. Discord never appears
// here; the router delivers, the command decides.

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

/** A button of a direct message was used, outside of every guild: what it is about stands in its id. */
export interface PressedDirectly extends Pick<Pressed, 'now' | 'say' | 'mention' | 'id' | 'values'> {
  readonly member: Pick<Member, 'id' | 'locale'>;
}

/** A form was sent. */
export interface Filled extends Asked {
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The message whose menu was used. */
export interface TargetMessage {
  readonly id: MessageId;
  readonly channelId: ChannelId;
  /** Whether the bot itself wrote it. */
  readonly isOwn: boolean;
  /** Of all its buttons and selects, from the first to the last: what the bot wrote into them tells what the message is. */
  readonly customIds: readonly string[];
  /** Addresses it links to, each once, from the first to the last. */
  readonly links: readonly string[];
}

/** The menu of a message was used. */
export interface AskedOfMessage extends Asked {
  readonly message: TargetMessage;
}

/** A person is typing into an option. */
export interface Typing extends Asked {
  readonly typed: string;
  /** What stands in the other options so far. */
  readonly given: Readonly<Record<string, string>>;
}

type Handler<Input, Ports> = (input: Input, ports: Ports) => Promise<Result>;
type Handlers<Input, Ports> = Readonly<Record<string, Handler<Input, Ports>>>;

/** What every way of asking has: how it is answered, and what its buttons and forms do. */
export interface Answering<Ports> {
  readonly visibility: Visibility;
  /** It changes nothing, or notes in the audit itself what was decided in the end; of all others the audit keeps what was typed. */
  readonly auditsItself?: true;
  /** What may answer with a form, and is therefore never deferred: everything, or only these actions. */
  readonly opensForm?: boolean | readonly string[];
  /** By the action part of the custom_id; names are unique within a command. */
  readonly actions?: Handlers<Pressed, Ports>;
  readonly forms?: Handlers<Filled, Ports>;
  /** Those of `actions` that work in a direct message, too. */
  readonly directActions?: Handlers<PressedDirectly, Ports>;
}

export interface Subcommand<Ports, Declared extends Options = Options> extends Answering<Ports> {
  readonly name: string;
  readonly options: Declared;
  run(input: AskedWithOptions<Declared>, ports: Ports): Promise<Result>;
  /** By name of the option. */
  readonly complete?: Handlers<Typing, Ports>;
}

interface Named {
  /** The first part of every custom_id of the command. */
  readonly name: string;
  /** Moderators' commands are hidden by Discord from members without Manage Server, unless the guild grants them. */
  readonly access: 'members' | 'moderators';
}

/** Typed by a person, e.g. `/articles latest`. */
export interface SlashCommand<Ports> extends Named {
  readonly kind: 'slash';
  /** One without a name of its own is the command itself. */
  readonly subcommands: readonly Subcommand<Ports>[];
}

/** Chosen in the menu of a message, where it goes by its sentence `commands.<name>.title`. */
export interface MessageMenu<Ports> extends Named, Answering<Ports> {
  readonly kind: 'messageMenu';
  run(input: AskedOfMessage, ports: Ports): Promise<Result>;
}

export type Command<Ports> = SlashCommand<Ports> | MessageMenu<Ports>;

/** The parts of a command that answer: its subcommands, or the menu itself. */
export function answeringParts<Ports>(command: Command<Ports>): readonly Answering<Ports>[] {
  return command.kind === 'slash' ? command.subcommands : [command];
}

/** Whether the command itself, or one of its actions, may answer with a form. */
export function mayOpenForm({ opensForm = false }: Pick<Answering<never>, 'opensForm'>, action?: string): boolean {
  if (typeof opensForm === 'boolean') return opensForm;
  return action !== undefined && opensForm.includes(action);
}

/** One subcommand; the options of `run` are inferred from `options`. */
export function defineSubcommand<Ports, const Declared extends Options>(
  subcommand: Subcommand<Ports, Declared>,
): Subcommand<Ports> {
  return subcommand as unknown as Subcommand<Ports>;
}

/** A command with subcommands, e.g. `/articles latest`. */
export function defineCommandGroup<Ports>(command: Omit<SlashCommand<Ports>, 'kind'>): SlashCommand<Ports> {
  return { kind: 'slash', ...command };
}

/** An entry in the menu of every message. */
export function defineMessageMenu<Ports>(menu: Omit<MessageMenu<Ports>, 'kind'>): MessageMenu<Ports> {
  return { kind: 'messageMenu', ...menu };
}

/** A command that is run by its own name, e.g. `/status`. */
export function defineCommand<Ports, const Declared extends Options>(
  command: Omit<Subcommand<Ports, Declared>, 'name'> & Named,
): SlashCommand<Ports> {
  const { name, access, ...rest } = command;
  return { kind: 'slash', name, access, subcommands: [{ ...rest, name: '' } as unknown as Subcommand<Ports>] };
}
