// A process that is killed in the middle of a migration, after it has changed the schema. The database is its argument.

import { migrate, readVersion } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { openConnection } from '../../src/store/openDatabase.ts';

const database = openConnection(process.argv[2] ?? '', false);
const done = readVersion(database);
database.function('die', () => {
  process.kill(process.pid, 'SIGKILL');
  return 0;
});
migrate(database, [
  ...migrations.slice(0, done),
  {
    version: done + 1,
    sql: 'CREATE TABLE half_done (a INTEGER) STRICT; UPDATE sources SET title = url; SELECT die();',
  },
]);
