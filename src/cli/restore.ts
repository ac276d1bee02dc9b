// Without a file lists the copies there are; with one puts it in the place of the database.

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readTokenlessConfig } from '../config.ts';
import { backupFolder, listBackups } from '../store/backupFiles.ts';
import { databasePath } from '../store/openStore.ts';
import { restoreFrom } from '../store/restoreFrom.ts';
import type { CommandAnswer, RunCommand } from './commandAnswer.ts';

const words = { checking: 'checking the copy', replacing: 'putting it in place' } as const;
/** The stages of a restore, of which none can be measured. */
const stages = Object.keys(words);

export const restore: RunCommand = async ([file], progress) => {
  const path = databasePath(readTokenlessConfig().databaseUrl);
  if (file === undefined) return listCopies(path);
  const copy = resolve(file);
  if (!statSync(copy, { throwIfNoEntry: false })?.isFile())
    throw new Error(`There is no file ${copy}. Run npm run bot -- restore to see what there is.`);
  const { keptAs, knownUntil } = restoreFrom(path, copy, Date.now(), (stage) =>
    progress.show(words[stage], stages.indexOf(stage), stages.length),
  );
  const until = knownUntil === undefined ? undefined : new Date(knownUntil).toISOString();
  const lines = [
    `${copy} is now the database ${path}.`,
    ...(keptAs === undefined ? [] : [`What was there is kept as ${keptAs}.`]),
    `The bot knows nothing of what happened after ${until ?? 'the copy was made'}.`,
    'Start it: it looks for posts it may have made since then, and asks moderators before it posts what the sources show.',
  ];
  return { text: lines.join('\n'), facts: { database: path, from: copy, keptAs, knownUntil: until } };
};

function listCopies(path: string): CommandAnswer {
  const copies = listBackups(path).map(({ at, ...copy }) => ({ ...copy, at: new Date(at).toISOString() }));
  const facts = { database: path, copies };
  if (copies.length === 0)
    return { text: `There is no backup in ${backupFolder(path)} yet. The bot makes one every day.`, facts };
  const lines = copies.map((copy) => `${copy.at}  ${copy.kind.padEnd(7)}  ${copy.path}`);
  return { text: [...lines, '', 'Stop the bot, then: npm run bot -- restore <file>'].join('\n'), facts };
}
