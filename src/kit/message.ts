// The two shapes a view may have. Both are Discord's own JSON; who may be pinged is said here and nowhere else.

import type { APIMessageTopLevelComponent, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { RoleId, UserId } from '../domain/ids.ts';

/** A message in components v2. Without `mentions` nobody is pinged, whatever the text says. */
export interface MessageView {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly mentions?: { readonly roles?: readonly RoleId[]; readonly users?: readonly UserId[] };
}

/** A form to fill in; its custom_id is `customId(command, form, id)`. */
export type FormView = APIModalInteractionResponseCallbackData;
