// A view as Discord's message body. The one place that decides who may be pinged: nobody, unless the view names them.

import { type APIAllowedMentions, type APIMessageTopLevelComponent, MessageFlags } from 'discord.js';
import type { MessageView } from '../kit/message.ts';

export interface MessageBody {
  readonly flags: MessageFlags.IsComponentsV2;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowed_mentions: APIAllowedMentions & { parse: []; roles: string[]; users: string[] };
}

export function messageBody(view: MessageView): MessageBody {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [...view.components],
    allowed_mentions: { parse: [], roles: [...(view.mentions?.roles ?? [])], users: [...(view.mentions?.users ?? [])] },
  };
}
