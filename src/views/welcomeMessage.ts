// What the bot says of itself in a server that has just invited it.

import type { DeliveryId } from '../domain/ids.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { buttonRow, confirmButton, container, present, textBlock } from './blocks.ts';

export function welcomeMessage({
  deliveryId,
  say,
}: {
  readonly deliveryId: DeliveryId;
  readonly say: Say;
}): MessageView {
  const button = confirmButton(say('welcome.setUp'), customId('setup', 'open', deliveryId));
  return {
    components: [
      container([textBlock(`${say('welcome.what')}\n\n${say('welcome.next')}`), ...present(buttonRow([button]))]),
    ],
  };
}
