// Permissions by the names that Discord's own settings show.

import type { Permission } from '../domain/permission.ts';
import type { Say } from '../kit/translate.ts';
import { listInWords } from './listInWords.ts';

/** "**View Channel** and **Send Messages**". */
export function permissionNames(permissions: readonly Permission[], say: Say): string {
  return listInWords(
    permissions.map((permission) => `**${say(`permissions.${permission}`)}**`),
    say,
  );
}
