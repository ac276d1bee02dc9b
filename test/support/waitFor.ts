import { setTimeout as pause } from 'node:timers/promises';

/** Looks again until `look` gives something true, and returns it. @throws Error with `what` after the patience ran out */
export async function waitFor<Value>(
  what: string,
  look: () => Value | Promise<Value>,
  patienceMs = 30_000,
): Promise<NonNullable<Value>> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const value = await look();
    if (value) return value as NonNullable<Value>;
    if (Date.now() > until) throw new Error(`waited ${patienceMs} ms in vain for ${what}`);
    await pause(20);
  }
}
