import { describe, expect, it } from 'vitest';
import type { DeliveryId, RoleId, SubscriptionId } from '../../../src/domain/ids.ts';
import type { Subscription } from '../../../src/domain/subscription.ts';
import { createPreviewing } from '../../../src/jobs/composeCard.ts';
import { composeMessage } from '../../../src/jobs/composeMessage.ts';
import type { MessageView } from '../../../src/kit/message.ts';
import { fakePorts, followed, newsId, sampleArticle, sampleSource } from '../../support/fakePorts.ts';
import { sampleDelivery } from '../../support/sampleDelivery.ts';
import { customIdsOf } from '../views/readView.ts';

const article = sampleArticle({
  picture: { url: 'https://society.example/river.png', alt: 'A river' },
  text: `${'This article from the Council on Rivers says much. '.repeat(30)}What do you think of it?`,
});
const deliveryId = 'abcdefghij234567' as DeliveryId;

/** The card as it is posted, and as the preview shows it. */
async function bothFor(
  choices: Partial<Subscription>,
  ofServer: RoleId | undefined,
  isFollowed = true,
  offered: readonly RoleId[] = [],
) {
  const { ports, data } = fakePorts();
  data.offeredRoles = new Set(offered);
  const one = followed(sampleSource());
  const subscription = { ...one.subscription, ...choices };
  data.followed = isFollowed ? [{ ...one, subscription }] : [];
  data.articles = [{ article, channelId: newsId }];
  if (ofServer) data.settings = { ...data.settings, pingRoleId: ofServer };
  const delivery = sampleDelivery({ id: deliveryId, articleId: article.id, subscriptionId: 1 as SubscriptionId });
  const posted = await composeMessage(delivery, ports);
  if (!posted) throw new Error('nothing is posted');
  return { posted, previewed: await createPreviewing(ports).composeCard(article, subscription) };
}

const withoutMarker = (view: MessageView) => JSON.parse(JSON.stringify(view).replaceAll(`.${deliveryId}`, ''));
const [own, ofServer] = ['401' as RoleId, '400' as RoleId];

describe('the card of a preview', () => {
  it.each([
    ['the server’s role', {}, ofServer],
    ['a role of the source', { pingRoleId: own }, ofServer],
    ['nobody to mention', { pingRoleId: 'nobody' as const }, ofServer],
    ['a filter', { filter: { any: ['river'], all: [], none: [] } }, undefined],
  ])('is the card that is posted, but for the mark of its delivery: with %s', async (_what, choices, role) => {
    const { posted, previewed } = await bothFor(choices, role);
    expect(JSON.stringify(posted)).toContain(deliveryId);
    expect(withoutMarker(posted)).toEqual(previewed);
  });
});

describe('the role a card mentions', () => {
  it.each([
    ['the source’s own', { pingRoleId: own }, ofServer, [own]],
    ['the server’s where the source has none', {}, ofServer, [ofServer]],
    ['nobody where the source says so', { pingRoleId: 'nobody' as const }, ofServer, undefined],
    ['the source’s where the server has none', { pingRoleId: own }, undefined, [own]],
  ])('is %s', async (_what, choices, role, mentioned) => {
    const { posted } = await bothFor(choices, role);
    expect(posted.mentions?.roles).toEqual(mentioned);
  });

  it('is offered to members where they may have it for the asking, in a preview as in the post', async () => {
    const views = await bothFor({ pingRoleId: own }, ofServer, true, [own]);
    for (const view of [views.posted, views.previewed]) expect(customIdsOf(view)).toContain('v1:articles:notify:401');
    const { posted } = await bothFor({}, ofServer, true, [own]);
    expect(JSON.stringify(posted)).not.toContain('notify');
  });

  it('is the server’s once the source was removed', async () => {
    const { posted } = await bothFor({ pingRoleId: own }, ofServer, false);
    expect(posted.mentions?.roles).toEqual([ofServer]);
  });
});
