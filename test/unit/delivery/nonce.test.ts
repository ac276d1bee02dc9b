import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nonceLimit, nonceOf } from '../../../src/delivery/nonce.ts';
import { drawFrom } from '../../../src/delivery/pace.ts';
import type { Step } from '../../../src/domain/delivery.ts';
import type { DeliveryId } from '../../../src/domain/ids.ts';

const ids = fc.string().map((id) => id as DeliveryId);
const steps = fc.constantFrom<Step>('message', 'thread', 'question', 'edit');

describe('the nonce of a message', () => {
  // A bot that is replaced by its next version in the middle of a step must send the same one.
  it('is the one it always was', () => {
    expect(nonceOf('abcdefghij234567' as DeliveryId, 'message')).toBe('OfBSV1z3gak3hZoboOCfyW36k');
  });

  it('is as long as Discord allows, and another one for every step of every delivery', () => {
    fc.assert(
      fc.property(ids, ids, steps, steps, (id, otherId, step, otherStep) => {
        expect(nonceOf(id, step)).toHaveLength(nonceLimit);
        expect(nonceOf(id, step) === nonceOf(otherId, otherStep)).toBe(id === otherId && step === otherStep);
      }),
    );
  });
});

describe('a wait', () => {
  it('is a whole number of milliseconds within its range, and each of its ends is possible', () => {
    fc.assert(
      fc.property(fc.nat(60_000), fc.nat(60_000), fc.double({ min: 0, max: 1, noNaN: true }), (least, span, random) => {
        const wait = drawFrom([least, least + span], () => random);
        expect(Number.isInteger(wait)).toBe(true);
        expect(wait).toBeGreaterThanOrEqual(least);
        expect(wait).toBeLessThanOrEqual(least + span);
        expect([drawFrom([least, least + span], () => 0), drawFrom([least, least + span], () => 1)]).toEqual([
          least,
          least + span,
        ]);
      }),
    );
  });
});
