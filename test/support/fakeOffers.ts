// What moderators were offered, in plain sight.

import type { Offer, Offers } from '../../src/ports/offers.ts';

/** @param offers by guild and id */
export function fakeOffers(offers: Map<string, Offer>): Offers {
  return {
    keep: async (guild, offer) => {
      const id = `offer${offers.size + 1}`;
      offers.set(`${guild}:${id}`, offer);
      return id;
    },
    find: async (id, guild) => offers.get(`${guild}:${id}`),
  };
}
