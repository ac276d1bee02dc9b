import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customIdOf, textOf } from '../support/askBot.ts';
import { type ManyServers, type Server, startManyServers } from '../support/manyServers.ts';
import { quickTiming } from '../support/quickTiming.ts';
import { waitFor } from '../support/waitFor.ts';
import { type AnswerRow, answerRows } from './answerRows.ts';

/** Every answer comes, if late on a busy machine. */
const patienceMs = 30_000;

describe('an answer of Discord', { timeout: 60_000 }, () => {
  let world: ManyServers;
  const serverOf = (row: AnswerRow) => world.servers[answerRows.indexOf(row)] as Server;

  beforeAll(async () => {
    world = await startManyServers(answerRows, { ...quickTiming, requestMs: patienceMs });
    world.publish(1);
    await waitFor('every server to be served', () => world.servers.every((server) => server.requests() > 0), 60_000);
  }, 120_000);
  afterAll(() => world.close());

  it.each(answerRows)('$matrix: $name to a $asked in $channel ends as $state $reason', async (row) => {
    const { state, reason = null, waitsMs, requests, cards, threads } = row;
    const server = serverOf(row);
    await waitFor(`${row.name} to end as ${state}`, () => server.row()?.state === state, patienceMs);
    const { attempted_at, due_at, ...found } = server.row() ?? { attempted_at: 0, due_at: 0, reason: undefined };
    if (waitsMs !== undefined) expect(due_at - attempted_at).toBeGreaterThanOrEqual(waitsMs);
    expect({
      reason: found.reason,
      requests: server.requests(),
      cards: server.cards().length,
      threads: server.threads().length,
    }).toEqual({ reason, requests, cards, threads });
    if (row.told) await waitFor('the moderators to be told', () => server.alerts().length > 0);
  });

  it('is told to the moderators once, in the words for it, and only where something waits for them', () => {
    const told = answerRows.map((row) => serverOf(row).alerts().map(textOf));
    expect(told.map(({ length }) => length)).toEqual(answerRows.map((row) => (row.told ? 1 : 0)));
    for (const [at, row] of answerRows.entries()) if (row.told) expect(told[at]?.[0]).toMatch(row.told);
  });

  it.each(answerRows.filter((row) => row.state === 'held' && row.reason !== 'channelGone'))(
    '$matrix: $name to a $asked no longer matters once it is mended and a moderator presses the button',
    async (row) => {
      const server = serverOf(row);
      server.mend();
      const [alert] = server.alerts();
      const customId = customIdOf(alert, /Check again/);
      await world.discord.click({ user: 'moderator', messageId: alert?.id ?? '', customId });
      await waitFor('the post with its discussion', () => server.row()?.state === 'sent');
      expect({ cards: server.cards().length, threads: server.threads().length }).toEqual({ cards: 1, threads: 1 });
    },
  );

  it('breaks none of Discord’s rules', () => {
    expect(world.discord.violations).toEqual([]);
  });
});
