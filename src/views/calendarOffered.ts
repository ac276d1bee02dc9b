// How to have the programme in one's own calendar: a link to subscribe to, and the file.

import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow, container, fileBlock, present, textBlock } from './blocks.ts';

export interface CalendarOffered {
  /** `https://…/cal/<token>.ics`; unset: the bot has no address of its own. */
  readonly url: string | undefined;
  readonly fileName: string;
  /** Whether the link has just taken the place of another one. */
  readonly isRenewed: boolean;
  /** Moderators may take a link back. */
  readonly mayRenew: boolean;
  readonly say: Say;
}

export function calendarOffered({ url, fileName, isRenewed, mayRenew, say }: CalendarOffered): MessageView {
  const subscription =
    url === undefined
      ? [say('calendarOut.noLink')]
      : [
          ...(isRenewed ? [say('calendarOut.renewed')] : []),
          say('calendarOut.subscribe'),
          `\`${url}\`\n\`${url.replace(/^https?:/, 'webcal:')}\``,
          say('calendarOut.secret'),
        ];
  const renew =
    url !== undefined && mayRenew
      ? actionButton(say('calendarOut.newLink'), customId('conferences', 'newLink'))
      : undefined;
  return {
    components: [
      container([...subscription, say('calendarOut.file')].map(textBlock)),
      fileBlock(fileName),
      ...present(buttonRow([renew])),
    ],
  };
}
