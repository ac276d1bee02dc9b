// A copy of the database now, also while the bot runs.

import { statSync } from 'node:fs';
import { readTokenlessConfig } from '../config.ts';
import { backUp, type TellStage } from '../store/backUp.ts';
import { databasePath } from '../store/openStore.ts';
import { explainUnusable } from '../store/storeUnusable.ts';
import type { RunCommand } from './commandAnswer.ts';

const words = { copying: 'copying the database', checking: 'checking the copy' } as const;

export const backup: RunCommand = async (_operands, progress) => {
  const database = databasePath(readTokenlessConfig().databaseUrl);
  if (!statSync(database, { throwIfNoEntry: false })?.isFile())
    throw new Error(`There is no database ${database}. Is DATABASE_URL right?`);
  const tell: TellStage = (stage, ...share) => progress.show(words[stage], ...share);
  const made = await backUp(database, 'daily', Date.now(), tell).catch((error: unknown) => {
    throw explainUnusable(database, error);
  });
  const { path, rows, schema, at } = made;
  const counts = Object.entries(rows).map(([table, count]) => `${count} ${table.replace('_', ' ')}`);
  return {
    text: `${path} is written and checked: ${counts.join(', ')}.`,
    facts: { path, at: new Date(at).toISOString(), schema, rows },
  };
};
