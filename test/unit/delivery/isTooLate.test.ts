import { expect, it } from 'vitest';
import { followUpLifeMs, isTooLate } from '../../../src/delivery/isTooLate.ts';
import { sampleDelivery } from '../../support/sampleDelivery.ts';

const begun = { stepBegunAt: 1_000 };

it.each(['thread', 'question', 'crosspost'] as const)('a %s that waited for a week is left out', (step) => {
  const delivery = sampleDelivery({ ...begun, step });
  expect(isTooLate(delivery, 6 * 86_400_000)).toBe(false);
  expect(isTooLate(delivery, 1_000 + followUpLifeMs)).toBe(false);
  expect(isTooLate(delivery, 1_001 + followUpLifeMs)).toBe(true);
});

it('a post is made however long it waited, and so is a discussion that was never tried', () => {
  expect(isTooLate(sampleDelivery(begun), 9 * followUpLifeMs)).toBe(false);
  expect(isTooLate(sampleDelivery({ step: 'thread', orderedAt: 0 }), 9 * followUpLifeMs)).toBe(false);
});

it("a week's digest of the programme is not sent on another day", () => {
  const digest = sampleDelivery({
    purpose: 'digest',
    steps: ['message'],
    payload: { kind: 'programme' },
    orderedAt: 0,
  });
  expect(isTooLate(digest, 86_400_000)).toBe(false);
  expect(isTooLate(digest, 86_400_001)).toBe(true);
  expect(isTooLate({ ...digest, payload: { articleIds: [1] } }, 9 * followUpLifeMs)).toBe(false);
});

it('a change of a post is made however long it waited', () => {
  const edit = sampleDelivery({ ...begun, purpose: 'edit', steps: ['edit'], step: 'edit' });
  expect(isTooLate(edit, 9 * followUpLifeMs)).toBe(false);
});
