// Everything a command may answer. It never sees the interaction: the router turns a result into Discord's calls.

import type { FormView, MessageView } from './message.ts';

/** Private answers are seen by the person who asked alone, in that person's language; public ones are in the guild's. */
export type Visibility = 'private' | 'public';

export interface Choice {
  /** What the person sees, at most 100 characters (cut by the router). */
  readonly name: string;
  /** What the command gets, at most 100 characters. */
  readonly value: string;
}

export interface AttachedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Result =
  | { readonly kind: 'reply'; readonly view: MessageView; readonly visibility?: Visibility }
  | { readonly kind: 'update'; readonly view: MessageView }
  | { readonly kind: 'share'; readonly post: MessageView; readonly view: MessageView }
  | { readonly kind: 'modal'; readonly form: FormView }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  | { readonly kind: 'file'; readonly view: MessageView; readonly file: AttachedFile };

/** A new message, as visible as the command declares unless said otherwise. */
export const reply = (view: MessageView, visibility?: Visibility): Result =>
  visibility === undefined ? { kind: 'reply', view } : { kind: 'reply', view, visibility };
/** The message the button stands on changes in place. */
export const update = (view: MessageView): Result => ({ kind: 'update', view });
/** `post` goes to everyone in the channel, once; then the message the button stands on changes to `view`. */
export const share = (post: MessageView, view: MessageView): Result => ({ kind: 'share', post, view });
/** A form opens. Only within 3 s of the click, so never after slow work. */
export const modal = (form: FormView): Result => ({ kind: 'modal', form });
/** What autocomplete offers, best first; Discord shows 25. */
export const choices = (offered: readonly Choice[]): Result => ({ kind: 'choices', choices: offered });
/** A message with a file to keep. @public */
export const file = (view: MessageView, attached: AttachedFile): Result => ({ kind: 'file', view, file: attached });
