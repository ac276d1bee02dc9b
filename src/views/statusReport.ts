// The health of everything the bot does for a server: each area is fine, or says what to mend.

import type { DeliveryId } from '../domain/ids.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { charactersOf, container, present, textBlock } from './blocks.ts';
import { type HeldFacts, heldInWords, recheckRow } from './routeHeldAlert.ts';
import { type Mend, statusMends } from './statusMends.ts';
import { countCharacters, fittingLines, messageTextLimit } from './text.ts';

/** A channel where deliveries wait for a mend. */
export interface HeldChannel extends HeldFacts {
  readonly deliveryId: DeliveryId;
}

export interface StatusReport {
  /** One finished sentence for each area; foreign text in it escaped. */
  readonly areas: readonly { readonly name: string; readonly text: string }[];
  /** What one press can mend. */
  readonly mends: readonly Mend[];
  /** Clickable mention of the command that follows calendars. */
  readonly importCommand: string;
  readonly held: readonly HeldChannel[];
  /** Characters it may take; a whole message unless something stands below it. */
  readonly room?: number;
  readonly say: Say;
}

/** Each held channel takes up to four components of the message's forty. */
const heldShown = 4;

export function statusReport({ areas, held, room = messageTextLimit, say, ...wrong }: StatusReport): MessageView {
  const lines = areas.map(({ name, text }) => `**${name}**: ${text}`);
  const more = countCharacters(say('status.moreHeld', { count: held.length }));
  const left = room - countCharacters(lines.join('\n')) - more;
  const mends = statusMends(wrong.mends, wrong.importCommand, say, left);
  const fitting = fittingLines(
    held.slice(0, heldShown).map((channel) => heldInWords(channel, say)),
    left - charactersOf(mends),
  );
  const shown = held.slice(0, fitting.length);
  const rest = held.length - shown.length;
  return {
    components: [
      container([
        textBlock(lines.join('\n')),
        ...mends,
        ...shown.flatMap((channel) => [
          textBlock(heldInWords(channel, say)),
          ...present(recheckRow(channel, channel.deliveryId, say)),
        ]),
        ...(rest > 0 ? [textBlock(say('status.moreHeld', { count: rest }))] : []),
      ]),
    ],
  };
}
