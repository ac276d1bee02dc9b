// What a moderator does with an offer of /sources add: chooses one of several feeds, or confirms a page without one.

import { Refusal, SourceError } from '../../../src/domain/errors.ts';
import type { Pressed } from '../../../src/kit/defineCommand.ts';
import type { MessageView } from '../../../src/kit/message.ts';
import { type Result, update } from '../../../src/kit/result.ts';
import type { Offer, Offers } from '../../../src/ports/offers.ts';
import { type FollowPorts, followSource } from './followSource.ts';
import { refuseKnown } from './refuseKnown.ts';

export interface OfferPorts extends FollowPorts {
  readonly offers: Offers;
}

export const offerActions = { choose: followInPlace, followPage: followInPlace };

/** What came of it takes the place of the offer. */
async function followInPlace(input: Pressed, ports: OfferPorts): Promise<Result> {
  return update(await followOffered(input, ports));
}

async function getOffer({ id, guildId, mention }: Pressed, { offers }: OfferPorts): Promise<Offer> {
  const offer = await offers.find(id, guildId);
  if (!offer) throw new Refusal('buttonOutlived', { command: mention('sources add') });
  return offer;
}

/**
 * What was chosen of several, else the only one. Reads it once more: the offer may be weeks old, and the baseline is what stands
 * there now.
 */
export async function followOffered(input: Pressed, ports: OfferPorts): Promise<MessageView> {
  const { kind, channelId, backfill, urls } = await getOffer(input, ports);
  const url = urls[Number(input.values[0] ?? 0)];
  if (url === undefined) throw new Refusal('buttonOutlived', { command: input.mention('sources add') });
  await refuseKnown(url, input, ports.subscriptions);
  const reading = await ports.reader.readFeed(url, undefined, kind);
  // A site that says "not modified" to somebody who has nothing yet is broken.
  if (reading.kind !== 'read') throw new SourceError('status', { status: 304 });
  const wanted = { kind, channelId, backfill, isFound: kind === 'feed' };
  return followSource(reading, wanted, input, ports);
}
