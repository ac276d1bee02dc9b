import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Schedule, startSchedule } from '../../../src/jobs/schedule.ts';
import { createLog } from '../../../src/kit/log.ts';

describe('the schedule', () => {
  let schedule: Schedule;
  let runs = 0;
  const start = (run: () => Promise<unknown>) => {
    schedule = startSchedule([{ name: 'sample', every: 'hourly', run }], createLog('silent'));
  };

  beforeEach(() => {
    runs = 0;
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 5, 0, 16, 58) });
  });
  afterEach(async () => {
    await schedule.stop();
    vi.useRealTimers();
  });

  it('runs a job at its time', async () => {
    start(async () => {
      runs += 1;
    });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(runs).toBe(0);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(runs).toBe(1);
  });

  it('runs a job whose time passed while the process stood still', async () => {
    start(async () => {
      runs += 1;
    });
    vi.setSystemTime(Date.UTC(2026, 0, 5, 0, 18, 30));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(runs).toBe(1);
  });

  it('never runs a job beside itself', async () => {
    let end: () => void = () => undefined;
    start(() => {
      runs += 1;
      return new Promise<void>((resolve) => {
        end = resolve;
      });
    });
    await vi.advanceTimersByTimeAsync(2 * 3_600_000);
    expect(runs).toBe(1);
    end();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(runs).toBe(2);
    end();
  });
});
