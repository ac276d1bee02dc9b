// npm run backup: a copy of the database now, also while the bot runs.

import { existsSync } from 'node:fs';
import { readDatabaseUrl } from '../config.ts';
import { backUp } from '../store/backUp.ts';
import { databasePath } from '../store/openStore.ts';
import { runCommand } from './runCommand.ts';

await runCommand(async () => {
  const database = databasePath(readDatabaseUrl());
  if (!existsSync(database)) throw new Error(`There is no database ${database}. Is DATABASE_URL right?`);
  const { path, rows } = await backUp(database, 'daily', Date.now());
  const counts = Object.entries(rows).map(([table, count]) => `${count} ${table.replace('_', ' ')}`);
  return `${path} is written and checked: ${counts.join(', ')}.`;
});
