// What a delivery says of a conference: its card, or what changed in it.

import type { ChangeNotice } from '../delivery/planConference.ts';
import type { Conference } from '../domain/conference.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import type { Conferences } from '../ports/conferences.ts';
import { conferenceCard } from '../views/conferenceCard.ts';
import { conferenceChanged } from '../views/conferenceChanged.ts';

type ConferencePort = Pick<Conferences, 'find'>;

/** @returns undefined where the conference is no longer there, or is to be shown to nobody */
export async function composeConference(
  delivery: Delivery,
  say: Say,
  conferences: ConferencePort,
): Promise<MessageView | undefined> {
  const conference = await findConference(delivery, conferences);
  if (conference?.standing !== 'sure') return undefined;
  const { id: deliveryId, isPlain, purpose } = delivery;
  if (purpose === 'conference') return conferenceCard({ conference, deliveryId, isPlain, say });
  const { before, after } = delivery.payload as unknown as ChangeNotice;
  return conferenceChanged({ conferenceId: conference.id, before, after, deliveryId, say });
}

export async function findConference(
  { guildId, conferenceId }: Delivery,
  conferences: ConferencePort,
): Promise<Conference | undefined> {
  return conferenceId === undefined ? undefined : conferences.find(guildId, conferenceId);
}
