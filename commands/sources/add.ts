// /sources add: finds the feed of the address it is given and follows it.

import { Refusal } from '../../src/domain/errors.ts';
import { defineSubcommand } from '../../src/kit/defineCommand.ts';
import { optional, required } from '../../src/kit/options.ts';
import { reply } from '../../src/kit/result.ts';
import { addSource } from '../parts/following/addSource.ts';
import { type OfferPorts, offerActions } from '../parts/following/offerActions.ts';

/** More of the past at once would be a flood. */
const backfillLimit = 3;
/** Characters; longer than any address a browser takes. */
const addressLimit = 2048;

export const add = defineSubcommand({
  name: 'add',
  visibility: 'private',
  auditsItself: true,
  options: {
    url: required.text({ max: addressLimit }),
    channel: optional.channel('text', 'announcement', 'forum', 'thread'),
    backfill: optional.integer(0, backfillLimit),
  },
  async run({ options, ...asked }, ports: OfferPorts) {
    const settings = await ports.settings.get(asked.guildId);
    const channelId = options.channel?.id ?? settings.articlesChannelId;
    if (channelId === undefined) throw new Refusal('channelMissing', { command: asked.mention('setup') });
    return reply(await addSource(options.url, { channelId, backfill: options.backfill ?? 0 }, asked, ports));
  },
  actions: offerActions,
});
