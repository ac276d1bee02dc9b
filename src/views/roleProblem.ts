// Why a mention of a role reaches nobody, in one or two sentences.

import type { RoleId } from '../domain/ids.ts';
import type { Say } from '../kit/translate.ts';

export interface RoleProblem {
  readonly roleId: RoleId;
  /** Otherwise not everyone may mention it, and neither may the bot. */
  readonly isGone: boolean;
}

export function roleProblem({ roleId, isGone }: RoleProblem, say: Say): string {
  return isGone ? say('role.gone') : say('role.silent', { role: `<@&${roleId}>` });
}
