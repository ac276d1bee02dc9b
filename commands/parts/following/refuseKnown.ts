// A server follows an address once, and not more sources than it may have.

import { canonicalLink } from '../../../src/domain/canonicalLink.ts';
import { Refusal } from '../../../src/domain/errors.ts';
import { subscriptionsPerGuild } from '../../../src/domain/subscription.ts';
import type { Asked } from '../../../src/kit/defineCommand.ts';
import type { Subscriptions } from '../../../src/ports/subscriptions.ts';
import { escapeLine } from '../../../src/views/text.ts';

const titleLimit = 100;

/** @throws Refusal sourceKnown, sourcesFull */
export async function refuseKnown(
  address: string,
  { guildId, mention }: Pick<Asked, 'guildId' | 'mention'>,
  subscriptions: Pick<Subscriptions, 'list'>,
): Promise<void> {
  const followed = await subscriptions.list(guildId);
  const known = followed.find(({ source }) => canonicalLink(source.url) === canonicalLink(address));
  if (known) {
    const channel = `<#${known.subscription.channelId}>`;
    const source = escapeLine(known.source.title, titleLimit);
    throw new Refusal('sourceKnown', { source, channel, command: mention('sources edit') });
  }
  if (followed.length >= subscriptionsPerGuild) {
    throw new Refusal('sourcesFull', { limit: subscriptionsPerGuild, command: mention('sources remove') });
  }
}
