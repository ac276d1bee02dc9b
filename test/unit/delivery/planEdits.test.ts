import { describe, expect, it } from 'vitest';
import { editPauseMs, planCardEdits, planRecovery } from '../../../src/delivery/planEdits.ts';
import type { Delivery } from '../../../src/domain/delivery.ts';
import type { DeliveryId } from '../../../src/domain/ids.ts';
import { sampleDelivery } from '../../support/sampleDelivery.ts';

const now = 1_000_000_000;
const posted = sampleDelivery({ state: 'sent', results: { message: '1' }, stepBegunAt: now - 9 });
const edit = (changes: Partial<Delivery>): Delivery =>
  sampleDelivery({
    id: 'edit' as DeliveryId,
    purpose: 'edit',
    steps: ['edit', 'rename'],
    step: 'edit',
    payload: { editsId: posted.id },
    ...changes,
  });
const sentEdit = (attemptedAt: number) => edit({ state: 'sent', stepBegunAt: attemptedAt, attemptedAt });

describe('an article that reads otherwise now', () => {
  it('changes its message at once', () => {
    expect(planCardEdits([posted], now)).toMatchObject([
      { purpose: 'edit', steps: ['edit', 'rename'], payload: { editsId: posted.id }, dueAt: now, orderedAt: now },
    ]);
  });

  it('needs no change of a message that has not left yet, or never will', () => {
    expect(planCardEdits([sampleDelivery()], now)).toEqual([]);
    expect(planCardEdits([{ ...posted, state: 'dead' }], now)).toEqual([]);
  });

  it('is changed once more where the earlier words were said, and only the discussion is still to be renamed', () => {
    const renaming = edit({ state: 'pending', step: 'rename', results: { edit: '1' } });
    expect(planCardEdits([posted, renaming], now)).toHaveLength(1);
  });

  it('changes a message of which nobody knows yet whether it was heard', () => {
    expect(planCardEdits([sampleDelivery({ state: 'unknown', stepBegunAt: now - 1 })], now)).toHaveLength(1);
  });

  it('leaves it to a change that waits, but not to one that is under way', () => {
    expect(planCardEdits([posted, edit({ state: 'pending' })], now)).toEqual([]);
    const underWay = edit({ state: 'sending', stepBegunAt: now - 1, attemptedAt: now - 1 });
    expect(planCardEdits([posted, underWay], now)).toMatchObject([{ dueAt: now - 1 + editPauseMs }]);
  });

  it('changes a message at most once in ten minutes, ordered by its turn so that it holds up nothing', () => {
    const dueAt = now - 5 + editPauseMs;
    expect(planCardEdits([posted, sentEdit(now - 5)], now)).toMatchObject([{ dueAt, orderedAt: dueAt }]);
    expect(planCardEdits([posted, sentEdit(now - editPauseMs)], now)).toMatchObject([{ dueAt: now }]);
  });

  it('follows a site that goes on changing ever more slowly, at least daily', () => {
    const pauseAfter = (count: number) => {
      const edits = Array.from({ length: count }, () => sentEdit(now));
      return (planCardEdits([posted, ...edits], now)[0]?.dueAt ?? 0) - now;
    };
    expect([1, 3, 4, 5, 50].map(pauseAfter)).toEqual([
      editPauseMs,
      editPauseMs,
      2 * editPauseMs,
      4 * editPauseMs,
      86_400_000,
    ]);
  });

  it('changes the message of each channel', () => {
    const other = { ...posted, id: 'other' as DeliveryId };
    expect(planCardEdits([posted, other, sentEdit(now)], now).map(({ dueAt }) => dueAt)).toEqual([
      now + editPauseMs,
      now,
    ]);
  });
});

describe('a trouble that is over', () => {
  it('is said in the message that told of it; what nobody was told yet is dropped', () => {
    const told = sampleDelivery({
      purpose: 'alert',
      state: 'sent',
      results: { message: '1' },
      payload: { kind: 'trouble' },
    });
    const waiting = sampleDelivery({ id: 'waiting' as DeliveryId, purpose: 'alert' });
    const unread = sampleDelivery({ id: 'unread' as DeliveryId, purpose: 'alert', state: 'dead', stepBegunAt: 1 });
    const { dropped, edits } = planRecovery([told, waiting, unread], now);
    expect(dropped).toEqual(['waiting', 'unread']);
    expect(edits).toMatchObject([{ payload: { kind: 'trouble', recoveredAt: now, editsId: told.id }, dueAt: now }]);
  });
});
