import { describe, expect, it } from 'vitest';
import { createRouteHealth } from '../../../src/delivery/routeHealth.ts';
import type { Outcome } from '../../../src/domain/delivery.ts';

const lost: Outcome = { kind: 'unknown', cause: '503' };
const done: Outcome = { kind: 'done', id: '1' };

function failing() {
  const health = createRouteHealth({ probeMs: [15_000, 15_000] });
  for (const at of [1, 2, 3]) health.note('message', lost, at);
  return health;
}

describe('a kind of request that Discord answers with 5xx', () => {
  it('rests after three failures in a row, and no other kind with it', () => {
    const health = createRouteHealth({ probeMs: [15_000, 15_000] });
    health.note('message', lost, 1);
    health.note('message', lost, 2);
    health.note('thread', lost, 2);
    expect(health.resting()).toEqual([]);
    health.note('message', lost, 3);
    expect(health.resting()).toEqual(['message']);
    expect(health.troubleSince()).toBe(1);
  });

  it('has lasted since the first failure of the kind that rests longest', () => {
    const health = createRouteHealth({ probeMs: [15_000, 15_000] });
    health.note('edit', lost, 1);
    for (const at of [2, 3, 4]) health.note('message', lost, at);
    for (const at of [5, 6, 7]) health.note('thread', lost, at);
    expect(health.resting()).toEqual(['message', 'thread']);
    expect(health.troubleSince()).toBe(2);
  });

  it('is no trouble of Discord’s where others succeed in between', () => {
    const health = createRouteHealth({ probeMs: [15_000, 15_000] });
    for (const outcome of [lost, lost, done, lost, lost, done]) health.note('message', outcome, 1);
    expect(health.resting()).toEqual([]);
    expect(health.troubleSince()).toBeUndefined();
  });

  it('is tried once when its pause is over, and then rests again', () => {
    const health = failing();
    expect(health.takeProbe(15_002)).toBeUndefined();
    expect(health.takeProbe(15_003)).toBe('message');
    expect(health.takeProbe(15_003)).toBeUndefined();
    expect(health.takeProbe(30_002)).toBeUndefined();
    expect(health.takeProbe(30_003)).toBe('message');
    expect(health.resting()).toEqual(['message']);
  });

  it('is tried, and has lasted, though the clock was set back by hours', () => {
    const health = createRouteHealth({ probeMs: [15_000, 15_000] });
    const hourMs = 3_600_000;
    for (const at of [1, 2, 3]) health.note('message', lost, 5 * hourMs + at);
    expect(health.takeProbe(hourMs)).toBe('message');
    expect(health.takeProbe(hourMs + 1)).toBeUndefined();
    health.note('message', lost, hourMs + 2);
    expect(health.troubleSince()).toBe(hourMs + 2);
  });

  it('is free again after the first success', () => {
    const health = failing();
    health.note('message', done, 20_000);
    expect(health.resting()).toEqual([]);
    expect(health.takeProbe(90_000)).toBeUndefined();
    expect(health.troubleSince()).toBeUndefined();
  });

  it('is free again after a refusal: Discord does answer', () => {
    const health = failing();
    health.note('message', { kind: 'refused', reason: 'missingAccess', detail: '' }, 20_000);
    expect(health.resting()).toEqual([]);
  });

  it('goes on resting while nothing is known', () => {
    const health = failing();
    health.note('message', { kind: 'notSent', cause: 'ECONNREFUSED' }, 20_000);
    expect(health.resting()).toEqual(['message']);
  });

  it('is tried at a moment drawn from its range', () => {
    const health = createRouteHealth({ probeMs: [10, 30] }, () => 0.5);
    for (const at of [100, 100, 100]) health.note('edit', lost, at);
    expect(health.takeProbe(119)).toBeUndefined();
    expect(health.takeProbe(120)).toBe('edit');
    expect(health.takeProbe(139)).toBeUndefined();
    expect(health.takeProbe(140)).toBe('edit');
  });
});
