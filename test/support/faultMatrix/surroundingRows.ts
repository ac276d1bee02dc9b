// The rows about what is around deliveries: gateway, web, database, clock, process.

import type { MatrixRow } from './matrixRow.ts';

const outage = 'test/fault/outage.test.ts';
const gateway = 'test/fault/gateway.test.ts';
const limits = 'test/fault/gatewayLimits.test.ts';
const process = 'test/fault/process.test.ts';

export const surroundingRows: readonly MatrixRow[] = [
  {
    number: 21,
    fault: 'the gateway misbehaves',
    injection: 'silence, reconnect, invalid session, close codes, a cut connection, a dead address',
    expectation: 'resumes, or ends with 78; posting goes on',
    heldBy: [{ file: gateway }, { file: limits, tests: /logins|gateway that is down|waiting does not mend/ }],
  },
  {
    number: 22,
    fault: 'a server is away, or removes the bot',
    injection: 'GUILD_DELETE with and without an outage',
    expectation: 'served on, or kept for 30 days',
    heldBy: [{ file: limits, tests: /a guild/ }, { file: 'test/unit/store/departures.test.ts' }],
  },
  {
    number: 23,
    fault: 'an interaction is too old or answered already',
    injection: '10062, 40060, three seconds passed',
    expectation: 'no crash, the person is told where that is possible',
    heldBy: [{ file: gateway, tests: /interaction|command|answer/ }],
  },
  {
    number: 24,
    fault: 'a site means harm',
    injection: 'endless, slow, bombs, loops, private addresses',
    expectation: 'refused within its limits',
    heldBy: [
      { file: 'test/fault/hostileAnswers.test.ts' },
      { file: 'test/fault/guardedDials.test.ts' },
      { file: 'test/e2e/guard.test.ts' },
    ],
  },
  {
    number: 31,
    fault: 'a document means harm',
    injection: 'bombs, external entities, depth, wrong characters',
    expectation: 'bounded, no crash',
    heldBy: [{ file: 'test/fault/entities.test.ts' }, { file: 'test/unit/sources/parseApart.test.ts' }],
  },
  {
    number: 32,
    fault: 'the database is locked',
    injection: 'another process holds the lock',
    expectation: 'waited for, no reading lost',
    heldBy: [{ file: 'test/fault/ailingDisk.test.ts', tests: /keeps locked/ }],
  },
  {
    number: 33,
    fault: 'the disk is full or read-only',
    injection: 'a page limit, a read-only file, failing writes',
    expectation: 'posting stops, reading goes on, over by itself',
    heldBy: [{ file: 'test/fault/ailingDisk.test.ts', tests: /takes nothing more/ }],
  },
  {
    number: 34,
    fault: 'the database is damaged',
    injection: 'torn and flipped log, cut file',
    expectation: 'the newest good backup, and a word about what was lost',
    heldBy: [
      { file: 'test/fault/tornLog.test.ts' },
      { file: 'test/fault/damagedStore.test.ts' },
      { file: 'test/fault/restore.test.ts' },
    ],
  },
  {
    number: 35,
    fault: 'an upgrade of the database fails',
    injection: 'killed in the middle; a newer schema',
    expectation: 'the old file is whole; a clear sentence',
    heldBy: [{ file: 'test/unit/store/migrations.test.ts' }, { file: 'test/fault/startRefusals.test.ts' }],
  },
  {
    number: 36,
    fault: 'two bots on one database',
    injection: 'a second process',
    expectation: 'ends with 75 and a sentence',
    heldBy: [{ file: 'test/fault/startRefusals.test.ts', tests: /another bot’s/ }],
  },
  {
    number: 37,
    fault: 'PostgreSQL restarts or fails over',
    injection: 'terminated backends',
    expectation: 'resumes without doubles; this version knows only SQLite',
  },
  {
    number: 38,
    fault: 'the clock jumps',
    injection: 'a day forward and back, while running and while off',
    expectation: 'no flood, no silence longer than an interval, no delivery held up',
    heldBy: [{ file: 'test/fault/clock.test.ts' }],
  },
  {
    number: 39,
    fault: 'SIGTERM while it works',
    injection: 'during a request, and twice',
    expectation: 'ends within three seconds with every delivery in a known state',
    heldBy: [{ file: process, tests: /asked to stop|asked twice/ }],
  },
  {
    number: 40,
    fault: 'the process stands still or fails',
    injection: 'stopped, an error that nobody catches',
    expectation: 'posts once after it, or ends with 1 so that it is started again',
    heldBy: [{ file: process, tests: /stood still|nobody caught/ }],
  },
  {
    number: 41,
    fault: 'nobody takes the log',
    injection: 'the pipe is closed; its disk is full',
    expectation: 'posts on',
    heldBy: [{ file: 'test/fault/logLost.test.ts' }, { file: process, tests: /output/ }],
  },
  {
    number: 42,
    fault: 'a source or channel is removed while its article is being sent',
    injection: 'removed between the request and its answer',
    expectation: 'no crash, no row left behind, nothing more is sent',
    heldBy: [
      { file: outage, tests: /removed while/ },
      { file: 'test/unit/store/outbox.test.ts', tests: /removed while/ },
    ],
  },
  {
    number: 43,
    fault: 'ten thousand articles wait after three days',
    injection: 'a feed that grew',
    expectation: 'moderators are asked; nothing is posted before they answer',
    heldBy: [
      { file: outage, tests: /ten thousand/ },
      { file: 'test/e2e/changes.test.ts', tests: /many at once/ },
    ],
  },
];
