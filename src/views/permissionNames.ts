// Permissions by the names that Discord's own settings show.

import type { Permission } from '../domain/permission.ts';
import type { Say } from '../kit/translate.ts';
import { wordLocale } from './days.ts';

/** "**View Channel** and **Send Messages**". */
export function permissionNames(permissions: readonly Permission[], say: Say): string {
  const names = permissions.map((permission) => `**${say(`permissions.${permission}`)}**`);
  return new Intl.ListFormat(wordLocale(say), { type: 'conjunction' }).format(names);
}
