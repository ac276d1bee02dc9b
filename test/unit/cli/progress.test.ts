import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createProgress } from '../../../src/cli/progress.ts';

function watch(isTTY: boolean) {
  const written: string[] = [];
  const progress = createProgress({ isTTY, write: (text) => written.push(text) });
  /** As a terminal would show it: what stood in the line is gone. */
  const shown = () => written.join('').split('\r\u001B[K').at(-1) ?? '';
  return { progress, written, shown };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the bar of long work', () => {
  it('grows with what is done and is gone at the end', () => {
    const { progress, shown, written } = watch(true);
    progress.show('copying', 0, 200);
    expect(shown()).toBe(`[${'-'.repeat(24)}]   0 %  copying`);
    progress.show('copying', 50, 200);
    expect(shown()).toBe(`[${'#'.repeat(6)}${'-'.repeat(18)}]  25 %  copying`);
    progress.show('copying', 200, 200);
    expect(shown()).toBe(`[${'#'.repeat(24)}] 100 %  copying`);
    progress.end();
    expect(shown()).toBe('');
    expect(written.join('')).not.toContain('\n');
  });

  it('counts the seconds where nobody knows how much there is', () => {
    const { progress, shown } = watch(true);
    progress.show('checking');
    expect(shown()).toBe('checking, 0 s');
    vi.advanceTimersByTime(3_000);
    expect(shown()).toBe('checking, 3 s');
    progress.end();
    vi.advanceTimersByTime(3_000);
    expect(shown()).toBe('');
  });

  it('is silent where no terminal shows it', () => {
    const { progress, written } = watch(false);
    progress.show('copying', 1, 2);
    progress.show('checking');
    progress.end();
    expect(written).toEqual([]);
  });

  it('bears an empty whole and more done than there is', () => {
    const { progress, shown } = watch(true);
    progress.show('reading', 0, 0);
    expect(shown()).toContain('100 %');
    progress.show('reading', 9, 3);
    expect(shown()).toContain('100 %');
  });
});
