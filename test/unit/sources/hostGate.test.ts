import { beforeEach, describe, expect, it } from 'vitest';
import { SourceError } from '../../../src/domain/errors.ts';
import type { HostPauses } from '../../../src/ports/hostPauses.ts';
import { createHostGate, createPassingPauses } from '../../../src/sources/hostGate.ts';

let now: number;
let log: string[];
const clock = { now: () => now };

const open = (pauses: HostPauses = createPassingPauses(), gapMs = 0) =>
  createHostGate({ clock, pauses, gapMs: () => gapMs });

/** A request that is under way until it is let go. */
function held(name: string) {
  let release: (error?: Error) => void = () => undefined;
  const answered = new Promise<void>((resolve, reject) => {
    release = (error) => (error ? reject(error) : resolve());
  });
  const request = async () => {
    log.push(`${name} asked`);
    await answered;
    log.push(`${name} answered`);
    return name;
  };
  return { request, release: (error?: Error) => release(error) };
}

const ask = (name: string) => async () => {
  log.push(`${name} asked`);
  return name;
};
const refuse = (retryAfterMs: number) => async () => {
  throw new SourceError('limited', { status: 429 }, { retryAfterMs });
};
const turnOver = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  now = 1_000_000;
  log = [];
});

describe('the gate of a host', () => {
  it('lets one request through at a time, in the order in which they came', async () => {
    const gate = open();
    const first = held('first');
    const turns = [gate.pass('a', first.request), gate.pass('a', ask('second')), gate.pass('a', ask('third'))];
    await turnOver();
    expect(log).toEqual(['first asked']);
    first.release();
    expect(await Promise.all(turns)).toEqual(['first', 'second', 'third']);
    expect(log).toEqual(['first asked', 'first answered', 'second asked', 'third asked']);
  });

  it('keeps no other host waiting', async () => {
    const gate = open();
    const first = held('first');
    const turn = gate.pass('a', first.request);
    expect(await gate.pass('b', ask('second'))).toBe('second');
    first.release();
    await turn;
  });

  it('goes on after a request that failed', async () => {
    const gate = open();
    const first = held('first');
    const turns = Promise.allSettled([gate.pass('a', first.request), gate.pass('a', ask('second'))]);
    first.release(new Error('reset'));
    expect((await turns).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it('is shut for as long as the host asked, and no longer', async () => {
    const gate = open();
    await expect(gate.pass('a', refuse(60_000))).rejects.toMatchObject({ code: 'limited' });
    now += 59_999;
    await expect(gate.pass('a', ask('early'))).rejects.toMatchObject({ code: 'limited', retryAfterMs: 1 });
    expect(log).toEqual([]);
    now += 1;
    expect(await gate.pass('a', ask('in time'))).toBe('in time');
  });

  it('is shut to those who wait already, also while the pause is still being written down', async () => {
    const remembered = createPassingPauses();
    let write: () => void = () => undefined;
    const slow: HostPauses = {
      ...remembered,
      save: async (host, until) => {
        await new Promise<void>((resolve) => {
          write = resolve;
        });
        await remembered.save(host, until);
      },
    };
    const gate = open(slow);
    const turns = Promise.allSettled([gate.pass('a', refuse(60_000)), gate.pass('a', ask('waiting'))]);
    await turnOver();
    write();
    expect((await turns).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(log).toEqual([]);
  });

  it('stays open after trouble that asks for no pause', async () => {
    const gate = open();
    const trouble = async () => {
      throw new SourceError('status', { status: 500 });
    };
    await expect(gate.pass('a', trouble)).rejects.toMatchObject({ code: 'status' });
    expect(await gate.pass('a', ask('again'))).toBe('again');
  });

  it('never shortens a pause', async () => {
    const pauses = createPassingPauses();
    await pauses.save('a', now + 60_000);
    await pauses.save('a', now + 1_000);
    expect(await pauses.find('a', now)).toBe(now + 60_000);
    await pauses.forget(now + 60_001);
    expect(await pauses.find('a', now)).toBeUndefined();
  });
});
