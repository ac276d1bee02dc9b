// How the bot is put onto a server: the Dockerfile's steps carried out in empty folders, what they leave there, and that it runs as
// another user who may write to the data folder alone; and that compose file and systemd unit start the same.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../sandbox/discord/localDiscord.ts';
import { buildImage, type Image, listFiles } from '../support/dockerfile.ts';
import { freePort } from '../support/doctorScene.ts';
import { waitFor } from '../support/waitFor.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  readonly scripts: { readonly start: string };
  readonly devDependencies: Readonly<Record<string, string>>;
};
/** Without being root, nobody can become somebody else. */
const isRoot = process.getuid?.() === 0;
const nobody = 65_534;

describe('the image', { timeout: 120_000 }, () => {
  let folder: string;
  let image: Image;
  let discord: LocalDiscord;
  let bot: ChildProcess | undefined;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'society-bot-image-'));
    chmodSync(folder, 0o755);
    const uid = isRoot ? nobody : (process.getuid?.() ?? nobody);
    image = buildImage(read('Dockerfile'), { context: root, folder, uid });
    spawnSync('chmod', ['-R', 'a-w', join(image.root, image.workdir)]);
    discord = await startLocalDiscord();
  }, 120_000);
  afterAll(async () => {
    bot?.kill('SIGKILL');
    await discord?.close();
    spawnSync('chmod', ['-R', 'u+w', folder]);
    rmSync(folder, { recursive: true, force: true });
  });

  const environment = (more: Record<string, string> = {}) => ({
    ...Object.fromEntries(
      Object.entries(image.env).map(([name, value]) => [name, value.replace('file:/', `file:${image.root}/`)]),
    ),
    PATH: process.env.PATH ?? '',
    ...more,
  });
  const options = (env: Record<string, string>) => ({
    cwd: join(image.root, image.workdir),
    env,
    ...(isRoot ? { uid: nobody, gid: nobody } : {}),
  });
  const program = ([, ...args]: readonly string[]) => [process.execPath, args] as const;

  it('has what the bot needs, and no sandbox, no test, no source and no tool of development', () => {
    const files = listFiles(join(image.root, image.workdir));
    expect(files).toContain('dist/src/main.js');
    expect(files).toContain('dist/src/locales/en.json');
    const own = files.filter((path) => !path.startsWith('node_modules/'));
    expect(own.filter((path) => !/^(dist\/(src|commands)\/|package\.json$|LICENSE$)/.test(path))).toEqual([]);
    expect(
      own.filter((path) => /(^|\/)(sandbox|test|bench|evaluation|docs)\/|\.test\.|(?<!\.d)\.ts$|\.env/.test(path)),
    ).toEqual([]);
    const installed = new Set(files.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
    // Some of these a library needs, too: what npm itself would install is what counts.
    const wanted = spawnSync('npm', ['ls', '--omit=dev', '--all', '--parseable', '--package-lock-only'], {
      cwd: root,
      encoding: 'utf8',
    });
    const names = wanted.stdout.split('\n').flatMap((path) => path.split('/node_modules/')[1] ?? []);
    expect([...installed].sort()).toEqual([...new Set(names)].sort());
    const tools = Object.keys(manifest.devDependencies).filter((name) => !/^(@types\/|ws$)/.test(name));
    expect(tools.filter((name) => installed.has(name))).toEqual([]);
    expect(installed.size).toBeGreaterThan(50);
  });

  it('is started as npm start does it, as a user who is not root', () => {
    expect(image.command.join(' ')).toBe(manifest.scripts.start);
    expect(image.user).toBe('node');
    expect(image.env).toMatchObject({ NODE_ENV: 'production', DATABASE_URL: 'file:/data/society-bot.sqlite' });
  });

  it('asks for its token and ends with 78', () => {
    const [file, args] = program(image.command);
    const { status, stderr } = spawnSync(file, args, { ...options(environment()), encoding: 'utf8' });
    expect(stderr).toMatch(/^DISCORD_TOKEN is missing\./);
    expect(status).toBe(78);
  });

  it('runs, is healthy, stops in time, and has written to the data folder alone', async () => {
    const before = listFiles(image.root);
    const env = environment({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      HTTP_PORT: String(await freePort()),
    });
    const isHealthy = () => {
      const [file, args] = program(image.healthcheck);
      return spawnSync(file, args, { ...options(env), encoding: 'utf8' }).status;
    };
    expect(isHealthy()).toBe(1);
    const [file, args] = program(image.command);
    bot = spawn(file, args, { ...options(env), stdio: ['ignore', 'pipe', 'inherit'] });
    let log = '';
    bot.stdout?.on('data', (part) => {
      log += part;
    });
    const exit = new Promise((resolve) => bot?.once('close', resolve));
    await waitFor('the start of the bot', () => log.includes('bot.started'));
    expect(isHealthy()).toBe(0);
    bot.kill('SIGTERM');
    expect(await exit).toBe(0);
    const written = listFiles(image.root).filter((path) => !before.includes(path));
    expect(written).toContain('data/society-bot.sqlite');
    expect(written.filter((path) => !path.startsWith('data/'))).toEqual([]);
  });
});

describe('compose file and systemd unit', () => {
  const unit = read('deploy/society-bot.service');
  const compose = read('compose.yaml');

  it('start what npm start starts, and leave a bot alone that a person must mend', () => {
    expect(unit).toContain(`\nExecStart=/usr/bin/${manifest.scripts.start}\n`);
    expect(unit).toMatch(/^RestartPreventExitStatus=78$/m);
    expect(unit).toMatch(/^User=society-bot$/m);
  });

  it('let it write to its data alone', () => {
    expect(unit).toMatch(/^ProtectSystem=strict$/m);
    const state = /^StateDirectory=(.+)$/m.exec(unit)?.[1];
    expect(unit).toContain(`DATABASE_URL=file:/var/lib/${state}/`);
    expect(compose).toMatch(/^ {4}read_only: true$/m);
    const volume = /^ {6}- data:(.+)$/m.exec(compose)?.[1];
    expect(compose).toContain(`DATABASE_URL: file:${volume}/`);
    expect(read('Dockerfile')).toContain(`VOLUME ${volume}\n`);
  });

  it('show its web server to this machine alone', () => {
    expect(compose).toMatch(/- "127\.0\.0\.1:3000:3000"/);
  });
});
