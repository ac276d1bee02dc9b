// What a person may do in the local Discord, as tests and the page say it. `user` and `channel` take a name or an id.

import type { APIApplicationCommandInteractionDataOption } from 'discord-api-types/v10';

interface Actor {
  /** Default `member`. */
  readonly user?: string;
  /** Default `general`. */
  readonly channel?: string;
  /** The person's language. Default en-US. */
  readonly locale?: string;
}

export interface UploadInput {
  readonly filename: string;
  readonly contentType?: string;
  readonly content: string | Uint8Array;
}

export interface SlashInput extends Actor {
  readonly name: string;
  /** Values of user, channel and role options may be names. */
  readonly options?: readonly APIApplicationCommandInteractionDataOption[];
  /** Files for attachment options, by the option's value. */
  readonly files?: Readonly<Record<string, UploadInput>>;
}

export interface AutocompleteInput extends Actor {
  readonly name: string;
  /** The one being typed carries `focused: true`. */
  readonly options: readonly APIApplicationCommandInteractionDataOption[];
}

export interface MenuInput extends Actor {
  readonly name: string;
  /** The message whose menu was opened; its channel is where it happens. */
  readonly messageId: string;
}

export interface ClickInput extends Omit<Actor, 'channel'> {
  readonly messageId: string;
  readonly customId: string;
  /** What was chosen, for selects. */
  readonly values?: readonly string[];
}

export interface ModalInput extends Actor {
  /** Of a form that the bot has shown this person. */
  readonly customId: string;
  /** What was entered, by the custom id of the field; a list for selects. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

export const defaultUser = 'member';
export const defaultChannel = 'general';
export const defaultLocale = 'en-US';
