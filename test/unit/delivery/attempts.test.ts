import { expect, it } from 'vitest';
import { createAttempts } from '../../../src/delivery/attempts.ts';
import type { DeliveryId } from '../../../src/domain/ids.ts';

const [one, other] = ['one', 'other'] as DeliveryId[] as [DeliveryId, DeliveryId];

it('tells how long ago the last request of a delivery was made', () => {
  let at = 100;
  const attempts = createAttempts(() => at);
  attempts.note(one);
  at = 130;
  attempts.note(one);
  at = 150;
  attempts.note(other);
  at = 160;
  expect([attempts.quietMs(one), attempts.quietMs(other)]).toEqual([30, 10]);
});

it('counts from its own start what an earlier process sent, and what is over', () => {
  let at = 100;
  const attempts = createAttempts(() => at);
  at = 140;
  attempts.note(one);
  attempts.forget(one);
  at = 150;
  expect([attempts.quietMs(one), attempts.quietMs(other)]).toEqual([50, 50]);
});
