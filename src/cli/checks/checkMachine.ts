// Node, and the folder of the database: room for it, and the right to write there.

import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { leastNode } from '../../version.ts';
import { type CheckParts, type Finding, fine, wrong } from './finding.ts';

/** Bytes; a database grows by a few of these in a year. */
const leastFreeBytes = 500_000_000;

export function checkNode({ machine }: CheckParts): Finding {
  const { nodeVersion } = machine;
  return isOlder(nodeVersion, leastNode)
    ? wrong(`This is node ${nodeVersion}, and the bot needs ${leastNode} or later.`, 'Install a newer node.')
    : fine(`Node ${nodeVersion} is new enough.`);
}

export function checkFolder(databasePath: string, { machine }: CheckParts): Finding[] {
  const folder = dirname(databasePath);
  const existing = nearestFolder(folder);
  const freeBytes = machine.freeBytes(existing);
  const free = `${Math.round(freeBytes / 1_000_000)} MB are free for ${folder}`;
  const fault = findWriteFault(existing, databasePath);
  return [
    freeBytes >= leastFreeBytes
      ? fine(`${free}.`)
      : wrong(`Only ${free}.`, 'Make room: see "When the disk is full" in docs/operations.md.'),
    fault === undefined
      ? fine(`The bot can write in ${existing}.`)
      : wrong(
          `The bot cannot write in ${folder} (${fault}).`,
          "Give the folder and all in it to the bot's user, or name another one in DATABASE_URL.",
        ),
  ];
}

/** The first start makes the rest. */
function nearestFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));
}

/** Found by trying: rights alone do not tell of a disk that takes no writes. */
function findWriteFault(folder: string, databasePath: string): string | undefined {
  const probe = join(folder, `.doctor-${process.pid}`);
  try {
    writeFileSync(probe, '', { flag: 'wx' });
    rmSync(probe);
    if (existsSync(databasePath)) accessSync(databasePath, constants.W_OK);
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

function isOlder(version: string, least: string): boolean {
  const [parts, bounds] = [version, least].map((text) => text.split('.').map(Number));
  const at = bounds?.findIndex((bound, place) => (parts?.[place] ?? 0) !== bound) ?? -1;
  return at >= 0 && (parts?.[at] ?? 0) < (bounds?.[at] ?? 0);
}
