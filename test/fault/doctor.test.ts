// What may be wrong around a bot, each seeded by itself: the doctor names it, says how to mend it, and names nothing else.

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answerOf } from '../../src/cli/doctor.ts';
import { runCli } from '../../src/cli/runCli.ts';
import { type DoctorScene, openDoctorScene } from '../support/doctorScene.ts';
import { seeds } from '../support/doctorSeeds.ts';

describe('the doctor', { timeout: 120_000 }, () => {
  let scene: DoctorScene;
  beforeAll(async () => {
    scene = await openDoctorScene();
  }, 120_000);
  afterAll(() => scene?.close());

  it.each(seeds)('names $fault, how to mend it, and nothing else', async ({ fall, says, mend }) => {
    const faults = (await scene.examine(fall)).filter(({ isFine }) => !isFine);
    expect(faults.map(({ text }) => text)).toEqual([expect.stringMatching(says)]);
    expect(faults[0]?.mend).toMatch(mend);
  });

  it('says that all is well where it is', async () => {
    const { requests } = scene.world.discord;
    const before = requests.length;
    const findings = await scene.examine();
    // It only asks.
    expect(new Set(requests.slice(before).map(({ method }) => method))).toEqual(new Set(['GET']));
    const { text, isTroubled, facts } = answerOf(findings);
    expect(text).not.toContain('WRONG');
    expect(text).toMatch(/\nAll is well\.$/);
    expect([isTroubled, facts.faults]).toEqual([false, 0]);
    for (const area of [
      /^Node/,
      /token/,
      /privileged intent/,
      /clock/,
      /3 channels on 1 server/,
      /MB are free/,
      /sound/,
    ]) {
      expect(findings.some((finding) => area.test(finding.text))).toBe(true);
    }
    expect(findings.some(({ text: said }) => /^2 sources can be read\.$/.test(said))).toBe(true);
  });

  it('sees a running bot, its port and its public address, from the command line', async () => {
    const { config, discord } = scene.world;
    const bot = await scene.world.startBot();
    for (const [name, value] of Object.entries({
      DISCORD_TOKEN: config.discordToken,
      DISCORD_API_URL: config.discordApiUrl,
      DATABASE_URL: config.databaseUrl,
      FETCH_ALLOW_HOSTS: config.fetchAllowHosts.join(','),
      HTTP_PORT: String(config.http?.port),
      PUBLIC_URL: config.publicUrl,
    })) {
      vi.stubEnv(name, value);
    }
    const written: string[] = [];
    const stdout = { write: (text: string) => written.push(text) };
    const code = await runCli(['doctor', '--json'], { stdout, stderr: stdout });
    vi.unstubAllEnvs();
    await bot.stop();
    expect(code).toBe(0);
    const said = JSON.parse(written.join('')) as { ok: boolean; findings: { ok: boolean; text: string }[] };
    expect(said.ok).toBe(true);
    const texts = said.findings.map(({ text }) => text).join('\n');
    expect(texts).toMatch(/^A bot is running with it\.$/m);
    expect(texts).toMatch(/answers at .* and is ready\.$/m);
    expect(texts).toMatch(/leads to the bot\.$/m);
    expect(discord.violations).toEqual([]);
  });
});
