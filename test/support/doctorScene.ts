// A bot that was set up and is well, to be made ill in one way at a time: each case has a copy of its database, and Discord and the
// sites as they were.

import { randomInt } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Finding, Machine } from '../../src/cli/checks/finding.ts';
import { examine } from '../../src/cli/doctor.ts';
import { noProgress } from '../../src/cli/progress.ts';
import type { Config } from '../../src/config.ts';
import { backUp } from '../../src/store/backUp.ts';
import { databasePath } from '../../src/store/openStore.ts';
import { openSite, type Site } from '../unit/sources/siteServer.ts';
import { askBot } from './askBot.ts';
import { startWorld, type World } from './startWorld.ts';

/** What a case may change. */
export interface Patient extends Pick<World, 'discord'> {
  config: Config;
  machine: Machine;
  /** Of the copy. */
  readonly path: string;
  /** Answers at `/gone`, `/login`, `/page`, `/error` as they are called, and like a bot's own server at `/healthz` and `/readyz`. */
  readonly site: Site;
  /** Runs SQL on the copy. */
  change(sql: string, ...values: (string | number)[]): void;
  /** Called when the case is over, the last one first. */
  after(mend: () => unknown): void;
}

export interface DoctorScene {
  readonly world: World;
  /** @param fall makes the patient ill. @returns all findings, once everything is as it was again */
  examine(fall?: (patient: Patient) => unknown): Promise<Finding[]>;
  close(): Promise<void>;
}

/** Reading begins with a thread of its own, which takes its time on a busy machine. */
const asModerator = { user: 'moderator', timeoutMs: 45_000 };

const well: Machine = { nodeVersion: process.versions.node, freeBytes: () => 2e9, now: Date.now };

export async function openDoctorScene(): Promise<DoctorScene> {
  const site = await openSite(({ url }, response) => {
    if (url === '/healthz') return response.end('alive\n');
    if (url === '/readyz') return response.end('{"isReady":true}');
    if (url === '/page')
      return response.setHeader('content-type', 'text/html').end('<!DOCTYPE html><title>Hello</title>');
    response.writeHead(url === '/gone' ? 410 : url?.startsWith('/login') ? 403 : 502).end();
  });
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const world = await startWorld({ http: { host: '127.0.0.1', port }, publicUrl });
  const bot = await world.startBot();
  const places = { articles: 'news', conferences: 'conferences', alerts: 'moderators' };
  await askBot(
    world.discord,
    'setup',
    Object.fromEntries(Object.entries(places).map(([option, channel]) => [option, { channel }])),
  );
  await askBot(world.discord, 'sources add', { url: world.site.feedUrl }, asModerator);
  await askBot(world.discord, 'programme import', { url: world.site.calendarUrl }, asModerator);
  await askBot(world.discord, 'conferences calendar');
  await bot.stop();
  const original = databasePath(world.config.databaseUrl);
  await backUp(original, 'daily', Date.now());

  return {
    world,
    async examine(fall = () => undefined) {
      const folder = mkdtempSync(join(tmpdir(), 'society-bot-patient-'));
      cpSync(dirname(original), folder, { recursive: true });
      const path = join(folder, basename(original));
      const mends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
      const patient: Patient = {
        discord: world.discord,
        config: {
          ...world.config,
          databaseUrl: `file:${path}`,
          fetchAllowHosts: [...world.config.fetchAllowHosts, site.host],
        },
        machine: well,
        path,
        site,
        change: (sql, ...values) => changeFile(path, sql, values),
        after: (mend) => void mends.push(mend),
      };
      try {
        await fall(patient);
        return await examine(() => patient.config, { machine: patient.machine, progress: noProgress });
      } finally {
        for (const mend of mends.reverse()) await mend();
      }
    },
    async close() {
      await world.close();
      await site.close();
    },
  };
}

function changeFile(path: string, sql: string, values: readonly (string | number)[]): void {
  const database = new SqliteDatabase(path);
  database.prepare(sql).run(...values);
  database.close();
}

/** Below the ports that systems give to whoever asks for any, so that no other test gets it meanwhile. */
const chosenPorts = { first: 20_000, count: 10_000 };

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const port = randomInt(chosenPorts.first, chosenPorts.first + chosenPorts.count);
  const server = createServer();
  const isFree = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
  return isFree ? port : freePort();
}
