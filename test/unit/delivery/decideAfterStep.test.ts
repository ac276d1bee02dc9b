import { describe, expect, it } from 'vitest';
import { type Circumstances, decideAfterStep } from '../../../src/delivery/decideAfterStep.ts';
import type { Delivery } from '../../../src/domain/delivery.ts';
import { defaultTiming } from '../../../src/domain/timing.ts';
import { sampleDelivery } from '../../support/sampleDelivery.ts';

const at = (changes: Partial<Circumstances> = {}): Circumstances => ({
  now: 1_000_000,
  timing: defaultTiming,
  random: () => 0.5,
  missing: [],
  quietMs: Number.POSITIVE_INFINITY,
  ...changes,
});

/** An earlier request for it may have landed. */
const tried = (changes: Partial<Delivery> = {}) =>
  sampleDelivery({ state: 'sending', attempt: 2, stepBegunAt: 5, attemptedAt: 9, ...changes });

describe('after a step of a delivery', () => {
  it('keeps the id that Discord gave', () => {
    expect(decideAfterStep(sampleDelivery(), { kind: 'done', id: '7' }, at())).toStrictEqual({ to: 'done', id: '7' });
  });

  it('keeps the name that a discussion was given', () => {
    const done = { kind: 'done', id: '7', threadName: 'Rivers' } as const;
    expect(decideAfterStep(sampleDelivery(), done, at())).toEqual({ to: 'done', id: '7', threadName: 'Rivers' });
  });

  it.each(['message', 'thread', 'question'] as const)('never makes a %s again before it looked', (step) => {
    const decided = decideAfterStep(sampleDelivery({ step }), { kind: 'unknown', cause: '502' }, at());
    expect(decided.to).toBe('unknown');
  });

  it.each(['crosspost', 'edit', 'rename', 'delete'] as const)('makes a %s again without a look', (step) => {
    const decided = decideAfterStep(sampleDelivery({ step }), { kind: 'unknown', cause: '502' }, at());
    expect(decided).toEqual({ to: 'pending', dueAt: 1_022_500 });
  });

  it('ends a change of what was never posted, and leaves out what cannot be had', () => {
    expect(decideAfterStep(sampleDelivery(), { kind: 'moot' }, at())).toEqual({ to: 'dead', reason: 'neverPosted' });
    expect(decideAfterStep(sampleDelivery(), { kind: 'needless', detail: '' }, at())).toEqual({ to: 'passed' });
  });

  it('describes a channel anew that is another kind than it was, once; then moderators are told', () => {
    const unfit = { kind: 'unfit', detail: '' } as const;
    const missing = ['SendMessages'] as const;
    expect(decideAfterStep(tried({ attempt: 1 }), unfit, at())).toEqual({ to: 'pending', dueAt: 1_000_000 });
    expect(decideAfterStep(tried({ attempt: 2 }), unfit, at({ missing }))).toEqual({
      to: 'held',
      reason: 'wrongChannel',
      missing,
    });
  });

  it('leaves out what follows a post when Discord takes it not', () => {
    for (const step of ['thread', 'question', 'crosspost', 'rename', 'delete'] as const) {
      const row = sampleDelivery({ step });
      expect(decideAfterStep(row, { kind: 'invalid', detail: '' }, at())).toEqual({ to: 'passed' });
      expect(decideAfterStep(row, { kind: 'impossible', reason: 'blocked', detail: '' }, at())).toEqual({
        to: 'passed',
      });
    }
  });

  it('gives up a card that a word filter takes not, or a person', () => {
    for (const reason of ['blocked', 'unreachable'] as const) {
      for (const step of ['message', 'edit'] as const) {
        const decided = decideAfterStep(sampleDelivery({ step }), { kind: 'impossible', reason, detail: '' }, at());
        expect(decided).toEqual({ to: 'dead', reason });
      }
    }
  });

  it('takes a removal for done where nothing but the removed was to be changed', () => {
    for (const step of ['question', 'delete'] as const)
      expect(decideAfterStep(sampleDelivery({ step }), { kind: 'removed' }, at())).toEqual({ to: 'passed' });
    expect(decideAfterStep(sampleDelivery({ step: 'thread' }), { kind: 'removed' }, at())).toEqual({
      to: 'dead',
      reason: 'removedByPerson',
    });
  });

  it('holds no row for the name of a discussion', () => {
    const row = sampleDelivery({ step: 'rename' });
    const outcome = { kind: 'refused', reason: 'missingPermissions', detail: '' } as const;
    expect(decideAfterStep(row, outcome, at())).toEqual({ to: 'passed' });
  });

  it('holds a post that is refused for no reason that is known', () => {
    const outcome = { kind: 'refused', reason: 'refused', detail: '' } as const;
    expect(decideAfterStep(tried(), outcome, at())).toEqual({ to: 'held', reason: 'refused', missing: [] });
  });

  it('looks before it sends again when the answer was lost', () => {
    const decided = decideAfterStep(sampleDelivery(), { kind: 'unknown', cause: 'ECONNRESET' }, at());
    expect(decided).toEqual({ to: 'unknown', dueAt: 1_006_000 });
  });

  it('waits as long as a rate limit says', () => {
    const decided = decideAfterStep(tried(), { kind: 'notSent', cause: 'rate limit', retryAfterMs: 600_000 }, at());
    expect(decided).toEqual({ to: 'pending', dueAt: 1_600_000 });
  });

  it('does not hammer Discord when the time it names is not true', () => {
    const outcome = { kind: 'notSent', cause: 'rate limit', retryAfterMs: 1_000 } as const;
    const waits = [1, 5, 10, 99].map((attempt) => {
      const decided = decideAfterStep(sampleDelivery({ step: 'crosspost', attempt }), outcome, at());
      return decided.to === 'pending' ? decided.dueAt - at().now : undefined;
    });
    expect(waits).toEqual([1_000, 8_000, 60_000, 60_000]);
  });

  it('leaves a discussion alone that a person closed meanwhile', () => {
    const outcome = { kind: 'refused', reason: 'threadLocked', detail: '50083' } as const;
    for (const step of ['question', 'edit'] as const)
      expect(decideAfterStep(sampleDelivery({ step }), outcome, at())).toEqual({ to: 'passed' });
    expect(decideAfterStep(sampleDelivery(), outcome, at())).toMatchObject({ to: 'held', reason: 'threadLocked' });
  });

  it('probes every 15 to 30 seconds where no time is named', () => {
    const outcome = { kind: 'notSent', cause: 'ECONNREFUSED' } as const;
    expect(decideAfterStep(tried(), outcome, at({ random: () => 0 }))).toEqual({
      to: 'pending',
      dueAt: 1_015_000,
    });
    expect(decideAfterStep(tried(), outcome, at({ random: () => 1 }))).toEqual({
      to: 'pending',
      dueAt: 1_030_000,
    });
  });

  it('never posts again what a person removed', () => {
    expect(decideAfterStep(sampleDelivery(), { kind: 'removed' }, at())).toEqual({
      to: 'dead',
      reason: 'removedByPerson',
    });
  });

  it('waits for no discussion that a person closed or removed with word of a change: the card itself tells it', () => {
    for (const reason of ['threadLocked', 'channelGone'] as const) {
      const outcome = { kind: 'refused', reason, detail: '' } as const;
      const notice = sampleDelivery({ purpose: 'notice', targetKind: 'thread', steps: ['message'] });
      expect(decideAfterStep(notice, outcome, at())).toEqual({ to: 'dead', reason: 'channelGone' });
      expect(decideAfterStep({ ...notice, targetKind: 'text' }, outcome, at())).toMatchObject({ to: 'held', reason });
    }
  });

  it('asks no question in a thread that a person removed', () => {
    const question = sampleDelivery({ step: 'question', results: { message: '1', thread: '1' } });
    const outcome = { kind: 'refused', reason: 'channelGone', detail: '404 10003' } as const;
    expect(decideAfterStep(question, outcome, at())).toEqual({ to: 'passed' });
    expect(decideAfterStep(sampleDelivery(), outcome, at())).toMatchObject({ to: 'held', reason: 'channelGone' });
  });

  it('falls back once to title and link, then gives up', () => {
    const outcome = { kind: 'invalid', detail: '50035' } as const;
    expect(decideAfterStep(tried(), outcome, at())).toEqual({
      to: 'pending',
      dueAt: 1_000_000,
      isPlain: true,
    });
    expect(decideAfterStep(tried({ isPlain: true }), outcome, at())).toEqual({
      to: 'dead',
      reason: 'invalid',
    });
  });

  it('holds what a setting of the server forbids, and remembers what is missing', () => {
    const outcome = { kind: 'refused', reason: 'missingPermissions', detail: '403 50013' } as const;
    expect(decideAfterStep(tried(), outcome, at({ missing: ['CreatePublicThreads'] }))).toEqual({
      to: 'held',
      reason: 'missingPermissions',
      missing: ['CreatePublicThreads'],
    });
  });
});

describe('a message of which Discord surely has nothing', () => {
  const refused = { kind: 'refused', reason: 'missingAccess', detail: '403' } as const;
  const limited = { kind: 'notSent', cause: 'rate limit', retryAfterMs: 1_000 } as const;
  const sending = sampleDelivery({ state: 'sending', attempt: 1, stepBegunAt: 5, attemptedAt: 5 });

  it('is one that was refused before it was sent', () => {
    expect(decideAfterStep(sampleDelivery(), refused, at())).toMatchObject({ to: 'held', isUntouched: true });
  });

  it('is as if it had never been tried, so that it may still go to another channel', () => {
    expect(decideAfterStep(sending, refused, at())).toMatchObject({ to: 'held', isUntouched: true });
    expect(decideAfterStep(sending, limited, at())).toMatchObject({ to: 'pending', isUntouched: true });
  });

  it('is not one whose earlier request may have landed, or that was not asked about at all', () => {
    const unsure = [
      { ...sending, attempt: 2, attemptedAt: 9 },
      { ...sending, state: 'pending' as const },
      { ...sending, step: 'thread' as const },
    ];
    for (const row of unsure) expect(decideAfterStep(row, refused, at())).not.toHaveProperty('isUntouched');
    const lost = { kind: 'unknown', cause: 'ECONNRESET' } as const;
    expect(decideAfterStep(sending, lost, at())).not.toHaveProperty('isUntouched');
  });
});

describe('after a change of a message', () => {
  const edit = (attempt = 1) => sampleDelivery({ purpose: 'edit', steps: ['edit'], step: 'edit', attempt });
  const refused = (reason: 'refused' | 'channelGone' | 'missingAccess') =>
    ({ kind: 'refused', reason, detail: '' }) as const;

  it('makes it again when the answer was lost: twice is the same as once', () => {
    const decided = decideAfterStep(edit(), { kind: 'unknown', cause: 'ECONNRESET' }, at());
    expect(decided).toEqual({ to: 'pending', dueAt: 1_022_500 });
  });

  it('ends without a word where the message or its channel was removed', () => {
    const removed = { to: 'dead', reason: 'removedByPerson' };
    expect(decideAfterStep(edit(), { kind: 'removed' }, at())).toEqual(removed);
    expect(decideAfterStep(edit(), refused('channelGone'), at())).toEqual(removed);
  });

  it('tries again later what Discord refuses for a reason of its own, and gives up in the end', () => {
    expect(decideAfterStep(edit(), refused('refused'), at())).toEqual({ to: 'pending', dueAt: 1_600_000 });
    expect(decideAfterStep(edit(4), refused('refused'), at()).to).toBe('pending');
    expect(decideAfterStep(edit(5), refused('refused'), at())).toEqual({ to: 'dead', reason: 'invalid' });
  });

  it('waits for the mend of a setting like any other row', () => {
    expect(decideAfterStep(edit(), refused('missingAccess'), at())).toMatchObject({
      to: 'held',
      reason: 'missingAccess',
    });
  });
});
