// Tells the moderators that a source cannot be read: since when, why, and what to do. Once it is over the same message says so.

import type { DeliveryId, Instant, SourceId } from '../domain/ids.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow, container, present, textBlock } from './blocks.ts';
import { serverRow } from './serverRow.ts';
import { troubleInWords, troubleRemedy } from './sourceState.ts';
import { cutText, linkTo, oneLine, timestamp } from './text.ts';

const titleLimit = 100;

export interface SourceTroubleAlert {
  readonly sourceId: SourceId;
  readonly title: string;
  readonly url: string;
  /** Of the SourceError. */
  readonly code: string;
  readonly since: Instant;
  /** True where the source is not read again before somebody asks. */
  readonly isStopped: boolean;
  readonly recoveredAt?: Instant;
  readonly deliveryId: DeliveryId;
  /** Whether it goes to one person, outside of the server. */
  readonly isDirect?: boolean;
  readonly say: Say;
}

export function sourceTroubleAlert(alert: SourceTroubleAlert): MessageView {
  const { sourceId, code, deliveryId, isStopped, recoveredAt, say } = alert;
  const source = linkTo(cutText(oneLine(alert.title) || alert.url, titleLimit), alert.url);
  const since = timestamp(alert.since, 'F');
  if (recoveredAt !== undefined) {
    const at = timestamp(recoveredAt, 'F');
    return { components: [container([textBlock(say('sourceAlert.recovered', { source, since, at }))])] };
  }
  const said = [
    say('sourceAlert.silent', { source, since, reason: troubleInWords(code, say) }),
    troubleRemedy(code, say),
    say(isStopped ? 'sourceAlert.stopped' : 'sourceAlert.trying'),
  ].join(' ');
  const marker = customId('sources', 'lookAgain', `${sourceId}.${deliveryId}`);
  const row = alert.isDirect ? serverRow(marker, say) : buttonRow([actionButton(say('sourceAlert.lookAgain'), marker)]);
  return { components: [container([textBlock(said), ...present(row)])] };
}
