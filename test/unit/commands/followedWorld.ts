// A server that follows one source, and a moderator who uses the sources commands on it.

import { expect } from 'vitest';
import type { Result } from '../../../src/kit/result.ts';
import { fakePorts, followed, moderator, newsId, now, sampleArticle, sampleSource } from '../../support/fakePorts.ts';
import { faultsOf, viewOf } from '../views/readView.ts';
import { press, run } from './runCommand.ts';

export const asked = moderator();
export const source = 'Society blog';

/** To be renewed before each test. */
export let fake = fakePorts();

export function renew(): void {
  fake = fakePorts();
  fake.data.settings = { ...fake.data.settings, articlesChannelId: newsId };
  fake.data.followed = [followed(sampleSource({ lastReadAt: now - 60_000 }))];
  fake.data.history = [{ article: sampleArticle(), isBaseline: true }];
}

/** The view of an answer, which keeps to Discord's limits. */
export function seen(result: Result) {
  const view = viewOf(result);
  expect(faultsOf(view)).toEqual([]);
  return view;
}

export async function use(typed: string, options: Record<string, unknown> = { source }) {
  return seen(await run(`sources ${typed}`, options, asked, fake.ports));
}

export async function click(customId: string, values: readonly string[] = []) {
  return seen(await press(`v1:sources:${customId}`, asked, fake.ports, values));
}
