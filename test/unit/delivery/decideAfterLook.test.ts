import { describe, expect, it } from 'vitest';
import { decideAfterLook, mustBeLookedFor, withoutTraces } from '../../../src/delivery/decideAfterLook.ts';
import type { Circumstances } from '../../../src/delivery/decideAfterStep.ts';
import { defaultTiming } from '../../../src/domain/timing.ts';
import { sampleDelivery } from '../../support/sampleDelivery.ts';

const begunAt = 1_000_000;
const lost = sampleDelivery({ state: 'unknown', attempt: 1, stepBegunAt: begunAt, attemptedAt: begunAt });
const later = (ms: number): Circumstances => ({
  now: begunAt + ms,
  timing: defaultTiming,
  random: () => 0,
  missing: [],
  quietMs: ms,
});

describe('after a look for a message that may have landed', () => {
  it('adopts the message that is there', () => {
    expect(decideAfterLook(lost, { kind: 'found', id: '7' }, later(5_000))).toStrictEqual({ to: 'done', id: '7' });
  });

  it('sends a fresh one again at once, since the nonce still covers it', () => {
    expect(decideAfterLook(lost, { kind: 'absent' }, later(5_000))).toBeUndefined();
  });

  it('lets an old one settle before it is sent again, counted from the last attempt', () => {
    const retried = { ...lost, attempt: 2, attemptedAt: begunAt + 59_000 };
    expect(decideAfterLook(retried, { kind: 'absent' }, later(61_000))).toEqual({
      to: 'unknown',
      dueAt: begunAt + 89_000,
    });
    expect(decideAfterLook(retried, { kind: 'absent' }, later(89_000))).toBeUndefined();
  });

  it.each([
    ['a forum post', { targetKind: 'forum' }],
    ["Discord's event of a conference", { step: 'event' }],
  ] as const)('lets %s settle even when it is fresh, for it takes no nonce', (_, kind) => {
    expect(decideAfterLook({ ...lost, ...kind }, { kind: 'absent' }, later(5_000))).toEqual({
      to: 'unknown',
      dueAt: begunAt + 30_000,
    });
  });

  it('opens a thread again at once, for a message has one thread at most', () => {
    const thread = { ...lost, step: 'thread' as const };
    expect(decideAfterLook(thread, { kind: 'absent' }, later(61_000))).toBeUndefined();
  });

  it('keeps the name of a discussion that it finds', () => {
    const found = { kind: 'found', id: '7', threadName: 'Rivers' } as const;
    expect(decideAfterLook(lost, found, later(0))).toEqual({ to: 'done', id: '7', threadName: 'Rivers' });
  });

  it('never posts again what a person removed meanwhile', () => {
    expect(decideAfterLook(lost, { kind: 'removed' }, later(0))).toEqual({ to: 'dead', reason: 'removedByPerson' });
  });

  it('trusts the nonce for less than a minute', () => {
    const retried = { ...lost, attemptedAt: begunAt + 50_000 };
    expect(decideAfterLook(retried, { kind: 'absent' }, later(59_999))).toBeUndefined();
    expect(decideAfterLook(retried, { kind: 'absent' }, later(60_000))?.to).toBe('unknown');
  });

  it.each(['question', 'thread', 'edit', 'delete'] as const)(
    'makes a fresh %s again at once in a forum, too',
    (step) => {
      expect(decideAfterLook({ ...lost, targetKind: 'forum', step }, { kind: 'absent' }, later(5_000))).toBeUndefined();
    },
  );

  it.each(['thread', 'crosspost', 'edit', 'rename', 'delete'] as const)('makes an old %s again at once', (step) => {
    expect(
      decideAfterLook({ ...lost, step, attemptedAt: begunAt + 60_999 }, { kind: 'absent' }, later(61_000)),
    ).toBeUndefined();
  });

  it('lets what was waited for and never tried go at once: nothing of it can be under way', () => {
    const { attemptedAt: _, ...untried } = { ...lost, targetKind: 'forum' as const };
    expect(decideAfterLook(untried, { kind: 'absent' }, later(0))).toBeUndefined();
  });

  it('concludes nothing where the history is hidden, and names what is known to be missing', () => {
    for (const missing of [[], ['ReadMessageHistory']] as const) {
      const decided = decideAfterLook(lost, { kind: 'unreadable' }, { ...later(5_000), missing });
      expect(decided).toEqual({ to: 'held', reason: 'historyHidden', missing });
    }
  });

  it('looks again when the look failed', () => {
    expect(decideAfterLook(lost, { kind: 'failed', cause: '502' }, later(5_000))).toEqual({
      to: 'unknown',
      dueAt: begunAt + 20_000,
    });
  });
});

describe('a message is looked for before it is sent', () => {
  /** Tried twice: nobody knows of the first request, the second was refused. */
  const refused = sampleDelivery({ state: 'pending', attempt: 2, stepBegunAt: begunAt, attemptedAt: begunAt + 9_000 });
  const isLookedFor = (delivery: typeof refused, ms: number) => mustBeLookedFor(delivery, begunAt + ms, defaultTiming);

  it('whenever it is not known whether it is there', () => {
    expect(isLookedFor(lost, 0)).toBe(true);
  });

  it('once the nonce no longer covers a request before the last', () => {
    expect(isLookedFor(refused, 59_999)).toBe(false);
    expect(isLookedFor(refused, 60_000)).toBe(true);
    expect(isLookedFor({ ...refused, step: 'question', targetKind: 'forum' }, 60_000)).toBe(true);
  });

  it('at once where it was taken back, and is given up only when no late request is under way', () => {
    const takenBack = { ...refused, reason: 'removedByPerson' } as const;
    expect(isLookedFor(takenBack, 10_000)).toBe(true);
    expect(decideAfterLook(takenBack, { kind: 'absent' }, later(10_000))).toEqual({
      to: 'unknown',
      dueAt: begunAt + 39_000,
    });
    expect(decideAfterLook(takenBack, { kind: 'absent' }, later(39_000))).toBeUndefined();
  });

  it('not where nothing of it can be there', () => {
    const { stepBegunAt: _, attemptedAt: _a, ...untried } = refused;
    expect(isLookedFor(untried, 900_000)).toBe(false);
    expect(isLookedFor({ ...refused, attemptedAt: begunAt }, 900_000)).toBe(false);
  });

  it.each([
    ['a thread', { step: 'thread' }],
    ['a change', { step: 'edit' }],
    ['a forum post, which was left to settle', { targetKind: 'forum' }],
    ['an event, which was left to settle', { step: 'event' }],
  ] as const)('not where it is %s', (_, kind) => {
    expect(isLookedFor({ ...refused, ...kind }, 900_000)).toBe(false);
  });
});

describe('what it is sent as once it is known not to be there', () => {
  const retried = { ...lost, attempt: 2, attemptedAt: begunAt + 50_000 };

  it('is a message that was never tried, where nothing can be under way any more', () => {
    const { stepBegunAt: _, attemptedAt: __, ...untried } = retried;
    expect(withoutTraces(retried, later(80_000))).toStrictEqual({ ...untried, state: 'pending' });
  });

  it.each([
    ['its nonce alone makes one of both', retried, later(79_999)],
    ['the clock jumped ahead', retried, { ...later(80_000), quietMs: 29_999 }],
    ['it follows a message, and is too late at last', { ...retried, step: 'question' as const }, later(80_000)],
  ])('stays what it is where %s', (_, row, circumstances) => {
    expect(withoutTraces(row, circumstances)).toBe(row);
  });
});

it('does not take a request for settled because the clock jumped ahead', () => {
  const post = { ...lost, targetKind: 'forum' as const };
  const jumped = { ...later(3_600_000), quietMs: 10_000 };
  expect(decideAfterLook(post, { kind: 'absent' }, jumped)).toEqual({ to: 'unknown', dueAt: begunAt + 3_620_000 });
});
