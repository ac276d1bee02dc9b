// Questions about many new articles at once: what a test asks, and what was planned by the answer.

import type { NewDelivery } from '../../src/domain/delivery.ts';
import type { FloodId } from '../../src/domain/ids.ts';
import type { GuildSettings } from '../../src/domain/settings.ts';
import type { FloodFacts, Floods } from '../../src/ports/floods.ts';
import { followed, sampleSource } from './samples.ts';

export function fakeFloods(data: {
  readonly floods: Map<FloodId, FloodFacts>;
  readonly planned: NewDelivery[];
  readonly settings: GuildSettings;
}): Floods {
  return {
    find: async (id) => data.floods.get(id),
    listOpen: async () => [...data.floods.values()].filter(({ flood }) => flood.answer === undefined),
    answer: async (id, { answer, by, at }, plan) => {
      const facts = data.floods.get(id);
      if (!facts || facts.flood.answer !== undefined) return facts?.flood;
      const flood = { ...facts.flood, answer, answeredBy: by, answeredAt: at };
      data.floods.set(id, { ...facts, flood });
      const { subscription } = followed(sampleSource());
      data.planned.push(...plan(facts.articles, { subscription, settings: data.settings }));
      return flood;
    },
  };
}
