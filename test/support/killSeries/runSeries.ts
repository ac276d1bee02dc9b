// Kills the bot at every named moment on the way of a few articles, or of a few alerts, into one kind of place, and says what is
// not as it must be in the end.

import type { TargetKind } from '../../../src/domain/delivery.ts';
import type { Timing } from '../../../src/domain/timing.ts';
import { places, startKillWorld } from '../killing/killWorld.ts';
import { quickTiming } from '../quickTiming.ts';
import { killAlerts } from './killAlerts.ts';
import { killArticles } from './killArticles.ts';
import type { Deaths } from './series.ts';

/** Nothing hangs here, so an answer is only late where the machine is busy. */
const timing: Partial<Timing> = { ...quickTiming, requestMs: 15_000 };

export interface SeriesOptions {
  /** Of the built bot. */
  readonly program: string;
  readonly kind: TargetKind;
  /** How long Discord remembers a nonce; 0: what is sent again is made again. */
  readonly nonceWindowMs: number;
  readonly deaths: Deaths;
}

export interface SeriesResult {
  readonly kills: number;
  /** In words; nothing, where all is well. */
  readonly faults: readonly string[];
}

export async function runSeries({ program, kind, nonceWindowMs, deaths }: SeriesOptions): Promise<SeriesResult> {
  const isDirect = kind === 'direct';
  const place = places.find((one) => one.kind === (isDirect ? 'text' : kind));
  if (!place) throw new Error(`no feed goes to ${kind}`);
  const options = { program, timing, nonceWindowMs, followed: [place], hasAlertsChannel: !isDirect };
  const world = await startKillWorld(options);
  try {
    const { kills, faults } = isDirect ? await killAlerts(world, deaths) : await killArticles(world, place, deaths);
    return { kills, faults: [...faults, ...world.discord.violations.map((violation) => JSON.stringify(violation))] };
  } finally {
    await world.close();
  }
}
