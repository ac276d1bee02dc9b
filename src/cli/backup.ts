// npm run backup: a copy of the database now, also while the bot runs.

import { readDatabaseUrl } from '../config.ts';
import { backUp } from '../store/backUp.ts';
import { databasePath } from '../store/openStore.ts';
import { runCommand } from './runCommand.ts';

await runCommand(async () => {
  const { path, rows } = await backUp(databasePath(readDatabaseUrl()), 'daily', Date.now());
  const counts = Object.entries(rows).map(([table, count]) => `${count} ${table.replace('_', ' ')}`);
  return `${path} is written and checked: ${counts.join(', ')}.`;
});
