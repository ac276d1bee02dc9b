// Tells the moderators that a calendar cannot be read: since when, why, and what to do. Once it is over the same message says so.

import type { CalendarId, DeliveryId, Instant } from '../domain/ids.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow, container, present, textBlock } from './blocks.ts';
import { serverRow } from './serverRow.ts';
import { troubleInWords } from './sourceState.ts';
import { cutText, linkTo, oneLine, timestamp } from './text.ts';

const titleLimit = 100;

export interface CalendarTroubleAlert {
  readonly calendarId: CalendarId;
  readonly title: string;
  readonly url: string;
  /** Of the SourceError. */
  readonly code: string;
  readonly since: Instant;
  readonly recoveredAt?: Instant;
  readonly deliveryId: DeliveryId;
  /** Whether it goes to one person, outside of the server. */
  readonly isDirect?: boolean;
  readonly say: Say;
}

export function calendarTroubleAlert(alert: CalendarTroubleAlert): MessageView {
  const { calendarId, code, deliveryId, recoveredAt, isDirect = false, say } = alert;
  const calendar = linkTo(cutText(oneLine(alert.title) || alert.url, titleLimit), alert.url);
  const since = timestamp(alert.since, 'F');
  if (recoveredAt !== undefined) {
    const at = timestamp(recoveredAt, 'F');
    return { components: [container([textBlock(say('calendar.recovered', { calendar, since, at }))])] };
  }
  const marker = customId('programme', 'unfollow', `${calendarId}.${deliveryId}`);
  const row = isDirect ? serverRow(marker, say) : buttonRow([actionButton(say('calendar.stop'), marker)]);
  const said = say('calendar.silent', { calendar, since, reason: troubleInWords(code, say) });
  return { components: [container([textBlock(said), ...present(row)])] };
}
