// npm run restore: without a file lists the copies there are; with one puts it in the place of the database.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readDatabaseUrl } from '../config.ts';
import { backupFolder, listBackups } from '../store/backupFiles.ts';
import { databasePath } from '../store/openStore.ts';
import { restoreFrom } from '../store/restoreFrom.ts';
import { runCommand } from './runCommand.ts';

await runCommand(async () => {
  const path = databasePath(readDatabaseUrl());
  const [, , file] = process.argv;
  if (file === undefined) return listCopies(path);
  const copy = resolve(file);
  if (!existsSync(copy)) throw new Error(`There is no file ${copy}. Run npm run restore to see what there is.`);
  const { keptAs, knownUntil } = restoreFrom(path, copy, Date.now());
  return [
    `${copy} is now the database ${path}.`,
    ...(keptAs === undefined ? [] : [`What was there is kept as ${keptAs}.`]),
    `The bot knows nothing of what happened after ${knownUntil === undefined ? 'the copy was made' : new Date(knownUntil).toISOString()}.`,
    'Start it: it looks for posts it may have made since then, and asks moderators before it posts what the sources show.',
  ].join('\n');
});

function listCopies(path: string): string {
  const copies = listBackups(path);
  if (copies.length === 0) return `There is no backup in ${backupFolder(path)} yet. The bot makes one every day.`;
  const lines = copies.map((copy) => `${new Date(copy.at).toISOString()}  ${copy.kind.padEnd(7)}  ${copy.path}`);
  return [...lines, '', 'Stop the bot, then: npm run restore -- <file>'].join('\n');
}
