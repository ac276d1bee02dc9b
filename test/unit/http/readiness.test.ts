import { describe, expect, it, vi } from 'vitest';
import { createReadiness } from '../../../src/http/readiness.ts';
import type { Connection } from '../../../src/ports/connection.ts';
import type { StoreCondition } from '../../../src/ports/storeHealth.ts';

function askAbout(probe: () => Promise<StoreCondition>, trouble?: ReturnType<Connection['findTrouble']>) {
  const storeHealth = { probe, health: () => ({ kind: 'fine' }) as const };
  return createReadiness({ storeHealth, connection: { findTrouble: () => trouble } });
}

const works = async () => ({ kind: 'fine' }) as const;
const fails = async () => ({ kind: 'failing', since: 0, code: 'SQLITE_FULL' }) as const;

describe('readiness', () => {
  it('is 200 while the database takes writes and Discord is there', async () => {
    const answer = await askAbout(works)();
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ isReady: true, failing: {} });
  });

  it.each([
    ['the disk is full', fails, undefined, { store: /takes no writes/ }],
    ['the gateway is down', works, 'gatewayDown', { discord: /keeps trying/ }],
    ['the token is no longer taken', works, 'tokenRefused', { discord: /token.*start the bot again/ }],
    ['nothing works', fails, 'gatewayDown', { store: /disk/, discord: /Discord/ }],
  ] as const)('is 503 with one reason for each part that fails, when %s', async (_when, probe, trouble, reasons) => {
    const answer = await askAbout(probe, trouble)();
    expect(answer.status).toBe(503);
    const { isReady, failing } = JSON.parse(answer.body);
    expect(isReady).toBe(false);
    expect(Object.keys(failing)).toEqual(Object.keys(reasons));
    for (const [part, reason] of Object.entries(reasons)) expect(failing[part]).toMatch(reason);
  });

  it('writes once for many who ask at the same time', async () => {
    const probe = vi.fn(works);
    const ask = askAbout(probe);
    await Promise.all([ask(), ask(), ask()]);
    expect(probe).toHaveBeenCalledTimes(1);
  });
});
