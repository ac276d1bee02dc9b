// Where moderators are told: in the alerts channel, else by a direct message to whoever set the bot up.

import type { NewDelivery } from '../domain/delivery.ts';
import type { ChannelId } from '../domain/ids.ts';
import type { GuildSettings } from '../domain/settings.ts';

/** @param except the channel that it is about: nobody is told of a trouble where the trouble is @returns undefined: nobody is known */
export function findAlertRecipient(
  { alertsChannelId, setUpBy }: GuildSettings,
  except?: ChannelId,
): Pick<NewDelivery, 'channelId' | 'targetKind'> | undefined {
  if (alertsChannelId !== undefined && alertsChannelId !== except)
    return { channelId: alertsChannelId, targetKind: 'text' };
  // The channel of a direct message is the person.
  const person = setUpBy as string | undefined as ChannelId | undefined;
  return person === undefined || person === except ? undefined : { channelId: person, targetKind: 'direct' };
}
