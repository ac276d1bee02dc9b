// What an alert says: a channel that cannot be used, a source that cannot be read, many new articles at once, an unsure
// conference; and the first word to a server.

import type { GivenUpAlert, HeldAlert } from '../delivery/planAlerts.ts';
import type { CalendarTroubleAlert } from '../delivery/planCalendarTrouble.ts';
import type { ConferenceQuestionAlert } from '../delivery/planConference.ts';
import type { DiscordTroubleAlert } from '../delivery/planDiscordTrouble.ts';
import type { TroubleAlert } from '../delivery/planTroubleAlerts.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { DeliveryId, FloodId, Instant } from '../domain/ids.ts';
import type { MessageView } from '../kit/message.ts';
import { type Say, sayIn } from '../kit/translate.ts';
import type { Articles } from '../ports/articles.ts';
import type { Conferences } from '../ports/conferences.ts';
import type { Floods } from '../ports/floods.ts';
import type { Outbox } from '../ports/outbox.ts';
import { calendarTroubleAlert } from '../views/calendarTroubleAlert.ts';
import { conferenceQuestion } from '../views/conferenceQuestion.ts';
import { discordTroubleAlert } from '../views/discordTroubleAlert.ts';
import { floodQuestion } from '../views/floodQuestion.ts';
import { givenUpAlert } from '../views/givenUpAlert.ts';
import { routeHeldAlert } from '../views/routeHeldAlert.ts';
import { sourceTroubleAlert } from '../views/sourceTroubleAlert.ts';
import { welcomeMessage } from '../views/welcomeMessage.ts';
import type { WelcomeAlert } from './welcome.ts';

export interface AlertPorts {
  readonly articles: Articles;
  readonly outbox: Outbox;
  readonly floods: Floods;
  readonly conferences: Pick<Conferences, 'find' | 'findQuestion'>;
}

/** A flood's alert names its question. */
interface FloodAlert {
  readonly kind: 'flood';
  readonly floodId: FloodId;
}

type AlertPayload = (
  | HeldAlert
  | GivenUpAlert
  | DiscordTroubleAlert
  | TroubleAlert
  | FloodAlert
  | ConferenceQuestionAlert
  | CalendarTroubleAlert
  | WelcomeAlert
) & {
  readonly recoveredAt?: Instant;
};

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
  // Buttons need the server they are about, and a direct message has none.
  const isDirect = delivery.targetKind === 'direct';
  switch (alert.kind) {
    case 'held': {
      const { channelId, concern } = alert;
      const held = (await ports.outbox.listHeld()).find(
        (route) => route.channelId === channelId && route.concern === concern,
      );
      return routeHeldAlert({ ...alert, waiting: held?.waiting ?? 1, deliveryId, isDirect, say });
    }
    case 'givenUp': {
      const { articleId, conferenceId } = alert;
      const brought =
        conferenceId === undefined
          ? articleId && (await ports.articles.get(articleId))
          : await ports.conferences.find(delivery.guildId, conferenceId);
      return brought && givenUpAlert({ ...alert, brought, deliveryId, say });
    }
    case 'discordTrouble':
      return discordTroubleAlert({ ...alert, deliveryId, say });
    case 'trouble':
      return sourceTroubleAlert({ ...alert, deliveryId, isDirect, say });
    case 'calendarTrouble':
      return calendarTroubleAlert({ ...alert, deliveryId, isDirect, say });
    case 'flood': {
      const facts = await ports.floods.find(alert.floodId, delivery.guildId);
      return facts && floodQuestion({ ...facts, deliveryId, isDirect, say });
    }
    case 'welcome':
      return welcomeMessage({ deliveryId, say: sayIn(alert.locale) });
    case 'conferenceQuestion': {
      const asked = await ports.conferences.findQuestion(delivery.guildId, alert.questionId);
      // One that ended before it was asked needs nobody's eye.
      if (asked?.question.answer !== undefined && delivery.purpose === 'alert') return undefined;
      return asked && conferenceQuestion({ ...asked, deliveryId, isDirect, say });
    }
  }
}
