// Everything outside of Discord's servers that a bot needs to work, each with what to do where it is not right.

import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Config, readConfig } from '../config.ts';
import { checkToken, type TokenCheck } from '../discord/checkToken.ts';
import { defaultTiming } from '../domain/timing.ts';
import { listBackups } from '../store/backupFiles.ts';
import { inspectFile } from '../store/inspectFile.ts';
import { knownSchema } from '../store/migrate.ts';
import { databasePath } from '../store/openStore.ts';
import type { RunCommand } from './commandAnswer.ts';

interface Finding {
  readonly isFine: boolean;
  readonly text: string;
}

const dayMs = 86_400_000;
/** A backup is made every day. Milliseconds. */
const oldestBackupMs = 26 * 3_600_000;
/** Bytes; a database grows by a few of these in a year. */
const leastFreeBytes = 500_000_000;
/** Beyond it the bot may not find its own posts by their time. Milliseconds. */
const mostSkewMs = 60_000;

const fine = (text: string): Finding => ({ isFine: true, text });
const wrong = (text: string): Finding => ({ isFine: false, text });

export const doctor: RunCommand = async () => {
  const findings = await examine(readConfig());
  return {
    text: findings.map(({ isFine, text }) => `${isFine ? 'ok   ' : 'WRONG'}  ${text}`).join('\n'),
    facts: { findings },
    isTroubled: findings.some(({ isFine }) => !isFine),
  };
};

async function examine(config: Config): Promise<Finding[]> {
  const path = databasePath(config.databaseUrl);
  const token = await checkToken(config.discordToken, { ...config, requestMs: defaultTiming.requestMs });
  return [judgeToken(token), ...judgeClock(token), ...(existsSync(path) ? judgeDatabase(path) : [judgeMissing(path)])];
}

function judgeToken(token: TokenCheck): Finding {
  switch (token.kind) {
    case 'accepted':
      return fine(`Discord takes the token: the bot is ${token.name}.`);
    case 'refused':
      return wrong('Discord does not take DISCORD_TOKEN. Copy the token again (Bot → Reset Token) into .env.');
    case 'unreachable':
      return wrong(`Discord cannot be reached (${token.cause}). Check this machine's network, then run this again.`);
  }
}

function judgeClock(token: TokenCheck): Finding[] {
  if (token.kind !== 'accepted' || token.discordAt === undefined) return [];
  const skewMs = Date.now() - token.discordAt;
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  return [
    Math.abs(skewMs) <= mostSkewMs
      ? fine("This machine's clock is right.")
      : wrong(`This machine's clock is ${seconds} s ${skewMs > 0 ? 'ahead' : 'behind'}. Let it be set by NTP.`),
  ];
}

function judgeMissing(path: string): Finding {
  return listBackups(path).length === 0
    ? fine(`There is no database ${path} yet. The first start makes it.`)
    : wrong(`The database ${path} is missing, but there are backups. Start the bot: it puts the newest in place.`);
}

function judgeDatabase(path: string): Finding[] {
  const { fault, schema } = inspectFile(path, 'whole');
  const [backup] = listBackups(path);
  const { bavail, bsize } = statfsSync(dirname(path));
  const freeBytes = bavail * bsize;
  const free = `${Math.round(freeBytes / 1_000_000)} MB are free for ${dirname(path)}`;
  return [
    judgeContent(path, fault, schema),
    backup && Date.now() - backup.at < oldestBackupMs
      ? fine(`The newest backup is from ${new Date(backup.at).toISOString()}.`)
      : wrong(
          `${backup ? `The newest backup is ${Math.floor((Date.now() - backup.at) / dayMs)} days old` : 'There is no backup'}. Run npm run bot -- backup.`,
        ),
    freeBytes >= leastFreeBytes
      ? fine(`${free}.`)
      : wrong(`Only ${free}. Make room: see "When the disk is full" in docs/operations.md.`),
  ];
}

function judgeContent(path: string, fault: string | undefined, schema: number): Finding {
  if (fault !== undefined)
    return wrong(`The database ${path} is damaged (${fault}). Start the bot: it puts the newest backup in place.`);
  if (schema > knownSchema) return wrong(`A later version of the bot wrote ${path}. Upgrade this one.`);
  return fine(`The database ${path} is sound.`);
}
