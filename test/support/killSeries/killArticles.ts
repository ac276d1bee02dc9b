// Four articles of one feed: the first is killed where its requests have landed, the second where they have not, and both are
// corrected; the second is asked about otherwise; the first and the third are taken back. Each next one comes after all that was left to do.

import { planQuestionEdit } from '../../../src/delivery/planEdits.ts';
import type { DeliveryId, GuildId } from '../../../src/domain/ids.ts';
import { openStore } from '../../../src/store/openStore.ts';
import { textOf } from '../askBot.ts';
import { countPosts, markersOf, type Published } from '../killing/countPosts.ts';
import type { KillWorld, Place } from '../killing/killWorld.ts';
import { killEach, live } from './killEach.ts';
import type { SeriesResult } from './runSeries.ts';
import { type Deaths, momentsOf, readingMoments, stepsOf } from './series.ts';

export async function killArticles(world: KillWorld, place: Place, deaths: Deaths): Promise<SeriesResult> {
  const { posting, correcting } = stepsOf[place.kind];
  let kills = 0;
  const kill = async (moments: Parameters<typeof killEach>[1]) => {
    kills += await killEach(world, moments);
  };

  const first = publish(world, place, 1, 'Note 1 on the price of patience');
  await kill([...readingMoments, ...momentsOf(posting, deaths.landed)]);
  const firstMended = publish(world, place, 1, 'Note 1, mended');
  await kill(momentsOf(correcting, deaths.landed));

  const second = publish(world, place, 2, 'Note 2 on the price of patience');
  await kill(momentsOf(posting, deaths.unsent));
  await live(world, () => findFaults(world, [firstMended, second]));
  const secondMended = publish(world, place, 2, 'Note 2, mended');
  await kill(momentsOf(correcting, deaths.unsent));

  await changeQuestion(world, secondMended, 'Is patience ever cheap?');
  await kill(momentsOf(['edit'], deaths.landed));
  await changeQuestion(world, secondMended, 'Is patience ever dear?');
  await kill(momentsOf(['edit'], deaths.unsent));

  const third = publish(world, place, 3, 'Note 3 on the price of patience');
  await live(world, () => findFaults(world, [firstMended, secondMended, third]));
  await takeBack(world, first);
  await kill(momentsOf(['delete'], deaths.landed));
  await takeBack(world, third);
  await kill(momentsOf(['delete'], deaths.unsent));

  const fourth = publish(world, place, 4, 'Note 4 on the price of patience');
  await live(world, () => findFaults(world, [fourth]));
  const asked = countPosts(world, [secondMended]).flatMap(({ questions }) => questions.map(textOf));
  const removed = countPosts(world, [first, third]).filter(({ cards }) => cards.length > 0);
  return {
    kills,
    faults: [
      ...findFaults(world, [secondMended, fourth]),
      ...(asked.every((text) => text.includes('Is patience ever dear?'))
        ? []
        : ['a question is not the one chosen last']),
      ...removed.map(({ published: { note } }) => `${note.title}: still there`),
    ],
  };
}

function publish({ feeds }: KillWorld, place: Place, number: number, title: string): Published {
  feeds.publish(place.feed, { number, title });
  return { ...place, note: { number, title } };
}

function findFaults(world: KillWorld, published: readonly Published[]): string[] {
  const counts = countPosts(world, published);
  return counts.flatMap(({ published: { note }, faults }) => faults.map((fault) => `${note.title}: ${fault}`));
}

/** As a moderator does it, while the bot is down. */
async function changeQuestion(world: KillWorld, published: Published, text: string): Promise<void> {
  const guildId = world.discord.guildId as GuildId;
  const store = await openStore(`file:${world.databasePath}`);
  for (const id of markersOf(world, published))
    await store.questions.change({ id: id as DeliveryId, guildId }, text, planQuestionEdit, Date.now());
  await store.close();
}

/** The same. */
async function takeBack(world: KillWorld, published: Published): Promise<void> {
  const store = await openStore(`file:${world.databasePath}`);
  for (const id of markersOf(world, published))
    await store.outbox.takeBack(id as DeliveryId, world.discord.guildId as GuildId, Date.now());
  await store.close();
}
