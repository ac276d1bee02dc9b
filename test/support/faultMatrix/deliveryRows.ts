// The rows about Discord's answers to deliveries, and about the end of the process between them.

import type { MatrixRow } from './matrixRow.ts';

const kills = 'test/fault/kills.test.ts';
const crash = 'test/fault/crash.test.ts';
const lost = 'test/fault/lostAnswers.test.ts';
const answers = 'test/fault/answers.test.ts';
const errors = 'test/unit/discord/errors.test.ts';
const outage = 'test/fault/outage.test.ts';
const process = 'test/fault/process.test.ts';

export const deliveryRows: readonly MatrixRow[] = [
  {
    number: 1,
    fault: 'the process dies at a named moment of a step',
    injection: 'SIGKILL before and after every request in every kind of place; at every moment: npm run test:kills',
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
    heldBy: [{ file: lost, tests: /asked for a .message. in .news|removed/ }],
  },
  {
    number: 4,
    fault: 'the answer to a forum post is lost',
    injection: 'the same; a forum post takes no nonce',
    expectation: 'the post is adopted by its marker',
    heldBy: [{ file: lost, tests: /asked for a .message. in .forum/ }],
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
    heldBy: [{ file: lost, tests: /asked for a .thread/ }, { file: kills }],
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
      { file: 'test/unit/jobs/heldInTime.test.ts', tests: /for want of a permission/ },
    ],
  },
  {
    number: 11,
    fault: 'the channel or the server is gone',
    injection: '404 with 10003 and 10004',
    expectation: 'held, told once, ended after 30 days',
    heldBy: [
      { file: answers, tests: /10003|10004|told to the moderators/ },
      { file: 'test/unit/jobs/heldInTime.test.ts', tests: /is gone is not tried/ },
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
      { file: answers, tests: /16000[67]|to a .thread/ },
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
    injection: '20016, 20028, 20029, 40003, 40004, 40006, 110001, 130000, 40033, 50068, and a code nobody knows',
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
];
