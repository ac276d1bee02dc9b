// What a direct message has in place of buttons: those act in a server, and a direct message is outside of it. The row carries
// the message's marker all the same.

import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow } from './blocks.ts';

/** @param marker a custom_id that names the delivery */
export function serverRow(marker: string, say: Say) {
  return buttonRow([actionButton(say('alert.inServer'), marker, true)]);
}
