// Where the bot is asked for its health, and where people reach its calendars.

import type { Config } from '../../config.ts';
import type { SetUp } from '../../store/readSetUp.ts';
import { askAddress, isAlive, type Reply, webAddress } from './askAddress.ts';
import { type CheckParts, type Finding, fine, wrong } from './finding.ts';

/** A name that no calendar has. */
const noCalendar = `${'-'.repeat(27)}.ics`;

/** @param isRunning whether a bot has the database; without one there is nobody to answer */
export async function checkWeb(
  config: Config,
  isRunning: boolean,
  setUp: SetUp | undefined,
  { progress }: CheckParts,
): Promise<Finding[]> {
  progress.show('asking the bot itself');
  return [...(await checkPort(config, isRunning)), ...(await checkPublicUrl(config, isRunning, setUp))];
}

async function checkPort({ http }: Config, isRunning: boolean): Promise<Finding[]> {
  if (!http) return [fine('HTTP_PORT is off: nobody is told of the health of the bot.')];
  // Any that is free: there is nothing to look at.
  if (http.port === 0) return [];
  const base = webAddress(http);
  const health = await askAddress(`${base}/healthz`);
  const isOurs = isAlive(health);
  if (!isRunning) {
    if (health.kind === 'closed') return [fine(`Port ${http.port} is free for the bot.`)];
    const who = isOurs ? 'another bot' : 'another program';
    return [
      wrong(`Port ${http.port} is taken by ${who}.`, 'Name a port that is free in HTTP_PORT, or stop the other.'),
    ];
  }
  if (!isOurs) {
    return [
      wrong(
        `A bot is running, but does not answer at ${base}/healthz.`,
        'Its port was taken when it started, or .env was changed since: free the port, then restart the bot.',
      ),
    ];
  }
  const ready = await askAddress(`${base}/readyz`);
  return ready.kind === 'document'
    ? [fine(`The bot answers at ${base} and is ready.`)]
    : [wrong(`The bot answers at ${base}, but is not ready.`, `It says why: curl ${base}/readyz`)];
}

async function checkPublicUrl({ publicUrl }: Config, isRunning: boolean, setUp?: SetUp): Promise<Finding[]> {
  if (publicUrl === undefined) return [];
  if (!isRunning) return [fine('PUBLIC_URL can be looked at only while the bot runs.')];
  const { calendarFile } = setUp ?? {};
  const reply = await askAddress(`${publicUrl}/cal/${calendarFile ?? noCalendar}`);
  // Without a calendar that is known, "not found" is what the bot answers.
  const isRight = calendarFile === undefined ? reply.kind === 'status' && reply.status === 404 : isCalendar(reply);
  if (isRight) return [fine(`${publicUrl} leads to the bot.`)];
  return [
    wrong(
      `${publicUrl}/cal/ does not lead to the bot (${describe(reply)}).`,
      'Let your proxy pass /cal/ on to HTTP_PORT, and check the name and the certificate of PUBLIC_URL.',
    ),
  ];
}

function isCalendar(reply: Reply): boolean {
  return reply.kind === 'document' && reply.text.startsWith('BEGIN:VCALENDAR');
}

function describe(reply: Reply): string {
  switch (reply.kind) {
    case 'document':
      return 'something else is there';
    case 'status':
      return `error ${reply.status}`;
    case 'closed':
      return 'nobody answers there';
    case 'silent':
      return reply.code;
  }
}
