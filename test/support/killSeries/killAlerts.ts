// Two alerts by direct message, because nobody has chosen a channel for them: each tells of a broken feed, and later that it is read
// again.

import type { Message } from '../../../sandbox/discord/state.ts';
import { textOf } from '../askBot.ts';
import type { KillWorld } from '../killing/killWorld.ts';
import { killEach, live } from './killEach.ts';
import type { SeriesResult } from './runSeries.ts';
import { type Deaths, momentsOf, stepsOf } from './series.ts';

export async function killAlerts(world: KillWorld, deaths: Deaths): Promise<SeriesResult> {
  const { posting, correcting } = stepsOf.direct;
  let kills = 0;
  for (const moments of [deaths.landed, deaths.unsent]) {
    world.feeds.setBroken(true);
    kills += await killEach(world, momentsOf(posting, moments));
    await live(world, () => (listAlerts(world).some((alert) => !isOver(alert)) ? [] : ['an alert']));
    world.feeds.setBroken(false);
    kills += await killEach(world, momentsOf(correcting, moments));
  }
  await live(world, () => findFaults(world));
  return { kills, faults: findFaults(world) };
}

function findFaults(world: KillWorld): string[] {
  const alerts = listAlerts(world);
  return [
    ...(alerts.length === 2 ? [] : [`${alerts.length} alerts instead of 2`]),
    ...(alerts.every(isOver) ? [] : ['an alert does not say that its trouble is over']),
  ];
}

/** In this world nothing is sent but direct messages. */
function listAlerts({ discord }: KillWorld): Message[] {
  const paths = discord.requests.filter(({ method }) => method === 'POST').map(({ path }) => path);
  const channelIds = new Set(paths.flatMap((path) => /^\/channels\/(\d+)\/messages$/.exec(path)?.[1] ?? []));
  return [...channelIds].flatMap((id) => discord.messages(id));
}

function isOver(alert: Message): boolean {
  return textOf(alert).includes('can be read again');
}
