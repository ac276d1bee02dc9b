import { DiscordAPIError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { untilTaken } from '../../../src/discord/untilTaken.ts';
import { createLog } from '../../../src/kit/log.ts';

const parts = { timing: { probeMs: [1, 2] as const }, log: createLog('silent') };
const refused = (status: number) =>
  new DiscordAPIError({ code: 0, message: 'no' }, 0, status, 'PUT', '', { body: undefined, files: undefined });

describe('a request without which the bot cannot answer', () => {
  it('is made again until Discord takes it', async () => {
    const answers = [new Error('no answer'), refused(503), 'taken'];
    const ask = async () => {
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer;
    };
    expect(await untilTaken(ask, parts, new AbortController().signal)).toBe('taken');
    expect(answers).toEqual([]);
  });

  it('is not made again when Discord refuses what it asks for', async () => {
    const ask = () => Promise.reject(refused(400));
    await expect(untilTaken(ask, parts, new AbortController().signal)).rejects.toThrow(DiscordAPIError);
  });

  it('ends with the bot', async () => {
    const closing = new AbortController();
    const asked = untilTaken(
      () => Promise.reject(new Error('no answer')),
      { ...parts, timing: { probeMs: [60_000, 60_000] } },
      closing.signal,
    );
    closing.abort();
    await expect(asked).rejects.toThrow('aborted');
  });
});
