// The name by which Discord knows a command.

import type { Command } from '../kit/defineCommand.ts';
import { sayIn } from '../kit/translate.ts';

/** A slash command's own name; for the menu of a message the words people read there. The same in every server. */
export function registeredName({ kind, name }: Pick<Command<never>, 'kind' | 'name'>): string {
  return kind === 'slash' ? name : sayIn('en')(`commands.${name}.title`);
}
