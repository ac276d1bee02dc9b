import { expect, it } from 'vitest';
import type { Finding } from '../../../src/domain/delivery.ts';
import { findPosted } from '../../../src/jobs/findPosted.ts';
import type { StepParts } from '../../../src/jobs/stepParts.ts';
import { sampleDelivery } from '../../support/sampleDelivery.ts';

it.each([
  ['a forum’s post', { targetKind: 'forum', results: { message: '500', thread: '500' } }, '500'],
  ['a thread', { targetKind: 'thread', results: { message: '500', thread: '200' } }, '200'],
] as const)(
  'does not take the card in %s for the question, though it carries the same marker',
  async (_, row, place) => {
    const looks: unknown[][] = [];
    const publisher = {
      findMessage: async (...look: unknown[]): Promise<Finding> => {
        looks.push(look);
        return { kind: 'absent' };
      },
    };
    const parts = { publisher, clock: { now: () => 9 } } as unknown as StepParts;
    const delivery = sampleDelivery({ ...row, step: 'question', stepBegunAt: 7 });
    expect(await findPosted(delivery, parts)).toEqual({ kind: 'absent' });
    expect(looks).toEqual([[place, delivery.id, 7, '500']]);
  },
);
