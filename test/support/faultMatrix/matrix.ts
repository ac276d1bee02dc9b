// The fault matrix: what may break, what must happen then, and the tests that hold it. A row without a test is not held.

/** Tests of one file, by a part of their full names; all of the file where none is given. */
export interface HeldBy {
  readonly file: string;
  readonly tests?: RegExp;
}

export interface MatrixRow {
  readonly number: number;
  readonly fault: string;
  /** How it is brought about. */
  readonly injection: string;
  /** What must happen. */
  readonly expectation: string;
  /** Unset: not yet, and why is in `expectation`. */
  readonly heldBy?: readonly HeldBy[];
}

const kills = 'test/fault/kills.test.ts';
const crash = 'test/fault/crash.test.ts';
const lost = 'test/fault/lostAnswers.test.ts';
const answers = 'test/fault/answers.test.ts';
const errors = 'test/unit/discord/errors.test.ts';
const outage = 'test/fault/outage.test.ts';
const gateway = 'test/fault/gateway.test.ts';
const limits = 'test/fault/gatewayLimits.test.ts';
const process = 'test/fault/process.test.ts';

export const matrix: readonly MatrixRow[] = [
  {
    number: 1,
    fault: 'the process dies at a named moment of a step',
    injection: 'SIGKILL at every moment of every step in every kind of place',
    expectation: 'nothing lost, nothing doubled',
    heldBy: [{ file: kills }],
  },
  {
    number: 2,
    fault: 'the process dies at any instant',
    injection: 'SIGKILL at random, while 7 % of the answers go wrong',
    expectation: 'nothing lost, nothing doubled',
    heldBy: [{ file: crash }],
  },
  {
    number: 3,
    fault: 'the answer to a message is lost',
    injection: 'carried out, then reset, 502, half an answer, none, or too late',
    expectation: 'looked for, one is visible',
    heldBy: [{ file: lost, tests: /asked for a message in news|removed/ }],
  },
  {
    number: 4,
    fault: 'the answer to a forum post is lost',
    injection: 'the same; a forum post takes no nonce',
    expectation: 'the post is adopted by its marker',
    heldBy: [{ file: lost, tests: /asked for a message in forum/ }],
  },
  {
    number: 5,
    fault: 'Discord has forgotten the nonce',
    injection: 'it remembers none at all',
    expectation: 'the look finds what is there',
    heldBy: [{ file: kills }, { file: lost, tests: /remembers no nonce/ }],
  },
  {
    number: 6,
    fault: 'a person removes the message before it is tried again',
    injection: 'removed between the request and its answer; 10008 in answer to a create',
    expectation: 'never posted again',
    heldBy: [
      { file: lost, tests: /what a person removed/ },
      { file: answers, tests: /10008/ },
    ],
  },
  {
    number: 7,
    fault: 'the message is there, its thread is not',
    injection: 'the thread fails in every way; killed around it',
    expectation: 'the thread is opened alone, and adopted where it is there',
    heldBy: [{ file: lost, tests: /asked for a thread/ }, { file: kills }],
  },
  {
    number: 8,
    fault: 'rate limits',
    injection: '429 with a header, in the body alone, without a word, shared, global, as a page of Cloudflare',
    expectation: 'obeyed with one request in a pause; a shared one does not count',
    heldBy: [
      { file: answers, tests: /429|told to the moderators/ },
      { file: errors, tests: /429/ },
      { file: outage, tests: /global rate limit/ },
      { file: 'test/unit/discord/invalidRequests.test.ts' },
    ],
  },
  {
    number: 9,
    fault: 'the token is refused',
    injection: '401 at the start and while it runs',
    expectation: 'no second call, not ready, code 78 with a sentence',
    heldBy: [
      { file: process, tests: /token/ },
      { file: errors, tests: /401/ },
      { file: 'test/e2e/watching.test.ts', tests: /no longer takes its token/ },
    ],
  },
  {
    number: 10,
    fault: 'a permission is missing',
    injection: '403 with 50001 and 50013',
    expectation: 'held, told once with the permission; goes out when it is mended',
    heldBy: [
      { file: answers, tests: /50001|50013|told to the moderators/ },
      { file: 'test/unit/jobs/releaseHeld.test.ts' },
    ],
  },
  {
    number: 11,
    fault: 'the channel or the server is gone',
    injection: '404 with 10003 and 10004',
    expectation: 'held, told once, ended after 30 days',
    heldBy: [
      { file: answers, tests: /10003|10004|told to the moderators/ },
      { file: 'test/unit/jobs/releaseHeld.test.ts', tests: /gone/ },
    ],
  },
  {
    number: 12,
    fault: 'Discord calls the payload invalid',
    injection: '50035 once and twice; 100,000 generated articles',
    expectation: 'title and link once, then given up with a word to the moderators',
    heldBy: [{ file: answers, tests: /50035|50006/ }, { file: 'test/property/payloads.test.ts' }],
  },
  {
    number: 13,
    fault: 'Cloudflare turns the bot away',
    injection: '40333, and 403 as a page',
    expectation: 'a quarter of an hour of rest, no word of permissions',
    heldBy: [
      { file: answers, tests: /40333|403 as a page/ },
      { file: errors, tests: /Cloudflare/ },
    ],
  },
  {
    number: 14,
    fault: 'no thread can be opened any more',
    injection: '160006 and 160007',
    expectation: 'posted without, told once, the thread comes later',
    heldBy: [
      { file: answers, tests: /16000[67]|to a thread/ },
      { file: 'test/e2e/channelKinds.test.ts', tests: /without a discussion/ },
    ],
  },
  {
    number: 15,
    fault: 'the thread is locked or archived',
    injection: '160005 and 50083',
    expectation: 'opened again for a change where that is allowed, else held and told',
    heldBy: [
      { file: answers, tests: /160005|50083/ },
      { file: 'test/e2e/afterPosting.test.ts', tests: /archived/ },
    ],
  },
  {
    number: 16,
    fault: 'the channel is not what it was',
    injection: '40067, 40066, 10087, 40058, 50008, 50024',
    expectation: 'looked at anew and tried once more; a tag that is needed is told',
    heldBy: [
      { file: answers, tests: /40067|40066|10087|40058|50008|50024/ },
      { file: 'test/unit/delivery/chooseTags.test.ts' },
    ],
  },
  {
    number: 17,
    fault: 'a word filter blocks the article',
    injection: '200000, 200001, 240000',
    expectation: 'given up at once, told once',
    heldBy: [{ file: answers, tests: /200000|200001|240000/ }],
  },
  {
    number: 18,
    fault: 'other limits of Discord',
    injection: '20016, 20028, 20029, 40004, 40006, 110001, 130000, 40033, 50068, and a code nobody knows',
    expectation: 'waits, goes without, or is held as refused; limits of events come with events',
    heldBy: [
      { file: answers, tests: /20016|20028|20029|40004|40006|110001|130000|40033|50068|30999/ },
      { file: errors },
    ],
  },
  {
    number: 19,
    fault: 'Discord answers 5xx for an hour',
    injection: '503 to every create',
    expectation: 'the queue grows, few requests are made, all goes out in order once it is over',
    heldBy: [{ file: outage, tests: /answers 503/ }, { file: 'test/unit/delivery/routeHealth.test.ts' }],
  },
  {
    number: 20,
    fault: 'Discord is slow',
    injection: 'answers just before and after the time limit',
    expectation: 'nothing is sent twice',
    heldBy: [
      { file: lost, tests: /too late/ },
      { file: outage, tests: /slow/ },
    ],
  },
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
    heldBy: [{ file: 'test/fault/startRefusals.test.ts', tests: /another bot has it/ }],
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
