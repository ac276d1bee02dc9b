// What an alert says: a channel that cannot be used, a source that cannot be read, many new articles at once.

import type { HeldAlert } from '../delivery/planHeldAlert.ts';
import type { TroubleAlert } from '../delivery/planTroubleAlerts.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { DeliveryId, FloodId, Instant } from '../domain/ids.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import type { Floods } from '../ports/floods.ts';
import type { Outbox } from '../ports/outbox.ts';
import { floodQuestion } from '../views/floodQuestion.ts';
import { routeHeldAlert } from '../views/routeHeldAlert.ts';
import { sourceTroubleAlert } from '../views/sourceTroubleAlert.ts';

export interface AlertPorts {
  readonly outbox: Outbox;
  readonly floods: Floods;
}

/** A flood's alert names its question. */
interface FloodAlert {
  readonly kind: 'flood';
  readonly floodId: FloodId;
}

type AlertPayload = (HeldAlert | TroubleAlert | FloodAlert) & { readonly recoveredAt?: Instant };

/**
 * @param deliveryId of the alert itself, also where it is edited: the marker by which it is found
 * @returns undefined where there is nothing left to say
 */
export async function composeAlert(
  delivery: Delivery,
  deliveryId: DeliveryId,
  say: Say,
  ports: AlertPorts,
): Promise<MessageView | undefined> {
  const alert = delivery.payload as unknown as AlertPayload;
  switch (alert.kind) {
    case 'held': {
      const held = (await ports.outbox.listHeld()).find((route) => route.channelId === alert.channelId);
      return routeHeldAlert({ ...alert, waiting: held?.waiting ?? 1, deliveryId, say });
    }
    case 'trouble':
      return sourceTroubleAlert({ ...alert, deliveryId, say });
    case 'flood': {
      const facts = await ports.floods.find(alert.floodId, delivery.guildId);
      return facts && floodQuestion({ ...facts, deliveryId, say });
    }
  }
}
