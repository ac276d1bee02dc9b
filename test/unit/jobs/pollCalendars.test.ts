import { beforeEach, describe, expect, it } from 'vitest';
import type { Calendar } from '../../../src/domain/calendar.ts';
import { SourceError } from '../../../src/domain/errors.ts';
import type { SourceTrouble, Validators } from '../../../src/domain/source.ts';
import { createPollCalendars } from '../../../src/jobs/pollCalendars.ts';
import { createLog } from '../../../src/kit/log.ts';
import type { Reader } from '../../../src/ports/reader.ts';
import { sampleCalendar } from '../../support/fakeCalendars.ts';
import { fakePorts, now } from '../../support/fakePorts.ts';

const hourMs = 3_600_000;
const known = { etag: '"1"' };

let asked: (Validators | undefined)[];
let outcome: { saved?: object; unchanged?: object; trouble?: object; postponed?: number };
let answer: () => object;

beforeEach(() => {
  asked = [];
  outcome = {};
  answer = () => ({ kind: 'notModified', validators: known });
});

function pollsOf(calendar: Partial<Calendar> = {}) {
  const { ports, data } = fakePorts();
  const due = sampleCalendar({ validators: known, fingerprint: 'same', ...calendar });
  data.calendars.push(due);
  const readCalendar = async (_: string, __: string, validators?: Validators) => {
    asked.push(validators);
    return answer() as never;
  };
  const polls = createPollCalendars({
    ...ports,
    calendars: {
      ...ports.calendars,
      listDue: async () => [due],
      saveReading: async (address, findings) => {
        outcome.saved = { ...address, ...findings };
        return undefined;
      },
      saveUnchanged: async (_, cursor) => {
        outcome.unchanged = cursor;
      },
      saveTrouble: async (_, failed) => {
        outcome.trouble = failed;
      },
      postpone: async (_, until) => {
        outcome.postponed = until;
      },
    },
    reader: { ...ports.reader, readCalendar } as Reader,
    clock: { now: () => now },
    log: createLog('silent'),
    intervalMs: () => hourMs,
    random: () => 0.5,
  });
  return { polls, due };
}

async function poll(calendar: Partial<Calendar> = {}) {
  const { polls } = pollsOf(calendar);
  await polls.pollDue();
  await polls.settle();
}

const event = { uid: 'u', title: 'A', time: { kind: 'days', startsOn: '2027-06-12', endsOn: '2027-06-12' } } as const;
const reading = (fingerprint: string) => ({
  kind: 'read',
  title: 'Events',
  events: [{ ...event, status: 'confirmed' }],
  problems: [],
  validators: { etag: '"2"' },
  fingerprint,
});

describe('a calendar whose turn has come', () => {
  it('is asked with what its last answer gave, and a 304 saves nothing', async () => {
    await poll();
    expect(asked).toEqual([known]);
    expect(outcome).toEqual({ unchanged: { validators: known, readAt: now, nextPollAt: now + hourMs } });
  });

  it('is asked for the whole of it once a day, and in another time zone', async () => {
    await poll({ lastReadAt: now - 24 * hourMs });
    await poll({ timeZone: 'Asia/Tokyo' });
    expect(asked).toEqual([{}, {}]);
  });

  it('that holds what it held is not saved again', async () => {
    answer = () => reading('same');
    await poll();
    expect(outcome).toMatchObject({ unchanged: { validators: { etag: '"2"' } } });
    expect(outcome.saved).toBeUndefined();
  });

  it('brings what has changed as claims of its own', async () => {
    answer = () => reading('other');
    await poll();
    expect(outcome.saved).toMatchObject({
      url: 'https://society.example/c.ics',
      title: 'Events',
      claims: [{ origin: 'calendar', source: 'https://society.example/c.ics', facts: { title: 'A' } }],
    });
    expect(outcome.saved).not.toHaveProperty('by');
  });

  it('waits as long as it stays fresh', async () => {
    answer = () => ({ kind: 'notModified', validators: known, freshForMs: 5 * hourMs });
    await poll();
    expect(outcome.unchanged).toMatchObject({ nextPollAt: now + 5.25 * hourMs });
  });

  it.each([
    [undefined, 1],
    [3, 8],
    [30, 24],
  ])('after %s failures waits %i hours', async (count, hours) => {
    answer = () => {
      throw new SourceError('status', { status: 503, host: 'society.example' });
    };
    const trouble: SourceTrouble = { count: count ?? 0, sightings: 1, since: now, code: 'status', detail: '' };
    await poll(count === undefined ? {} : { trouble });
    expect(outcome).toMatchObject({ trouble: { code: 'status', at: now, nextPollAt: now + hours * hourMs } });
  });

  it('whose host asked for a pause is only put off', async () => {
    answer = () => {
      throw new SourceError('limited', { host: 'society.example' }, { retryAfterMs: 3 * hourMs });
    };
    await poll();
    expect(outcome).toEqual({ postponed: now + 3.15 * hourMs });
  });
});

describe('a calendar that a moderator has read again', () => {
  it('is read as in its turn, whether or not that has come, and once where both happen together', async () => {
    const { polls, due } = pollsOf();
    const { guildId, id } = due;
    expect(await polls.readAgain(guildId, id)).toEqual(due);
    expect(outcome).toEqual({ unchanged: { validators: known, readAt: now, nextPollAt: now + hourMs } });
    await polls.pollDue();
    await Promise.all([polls.readAgain(guildId, id), polls.settle()]);
    expect(asked).toHaveLength(2);
  });

  it('is not one that nobody follows', async () => {
    const { polls, due } = pollsOf();
    expect(await polls.readAgain(due.guildId, 99 as Calendar['id'])).toBeUndefined();
    expect(asked).toEqual([]);
  });
});
