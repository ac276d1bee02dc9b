import { describe, expect, it } from 'vitest';
import { planConference } from '../../../src/delivery/planConference.ts';
import type { ConferenceFacts } from '../../../src/domain/conference.ts';
import { createCalendarFeed } from '../../../src/http/calendarFeed.ts';
import { guildId, now, openTestStore, userId } from '../store/testStore.ts';
import { openServer, send } from './askServer.ts';

const facts: ConferenceFacts = {
  title: 'Rivers 2027',
  time: { kind: 'days', startsOn: '2027-06-12', endsOn: '2027-06-14' },
  status: 'confirmed',
  milestones: [{ kind: 'submission', due: { kind: 'day', on: '2027-01-10' } }],
};
const dayMs = 86_400_000;

async function open() {
  const store = await openTestStore();
  const clock = { at: now, now: () => clock.at };
  const feed = createCalendarFeed({ ...store, clock, publicUrl: 'https://bot.example.org' });
  const { port, lines } = await openServer({ '/cal/': feed });
  const maker = { guildId, title: 'Test Society', by: userId, at: now };
  const token = await store.calendarLinks.get(maker);
  const get = (path: string, headers: readonly string[] = [], method = 'GET') =>
    send(port, [`${method} ${path} HTTP/1.1`, 'Host: bot', ...headers, '', ''].join('\r\n'));
  const put = (changes: Partial<ConferenceFacts> = {}, at = now) =>
    store.conferences.put(guildId, undefined, { ...facts, ...changes }, { by: userId, at }, planConference);
  return { store, clock, lines, maker, token, get, put, path: `/cal/${token}.ics` };
}

const headerOf = (answer: string, name: string) => new RegExp(`\r\n${name}: (.*)\r\n`, 'i').exec(answer)?.[1] ?? '';

describe('the calendar that people subscribe to', () => {
  it('is the programme with its deadlines', async () => {
    const { get, put, path } = await open();
    await put();
    const answer = await get(path);
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
    expect(headerOf(answer, 'content-type')).toBe('text/calendar; charset=utf-8');
    expect(headerOf(answer, 'cache-control')).toBe('private, max-age=900');
    expect(answer).toContain('X-WR-CALNAME:Test Society');
    expect(answer).toContain('SUMMARY:Rivers 2027');
    expect(answer).toContain('SUMMARY:Submissions due: Rivers 2027');
    expect(answer.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    const head = await get(path, [], 'HEAD');
    expect(headerOf(head, 'content-length')).toBe(headerOf(answer, 'content-length'));
    expect(head).toMatch(/\r\n\r\n$/);
  });

  it('is sent again only when it has changed', async () => {
    const { get, put, path } = await open();
    await put();
    const first = await get(path);
    const etag = headerOf(first, 'etag');
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      expect(await get(path, [`If-None-Match: ${known}`])).toMatch(/^HTTP\/1.1 304 .*\r\n\r\n$/s);
    }
    const since = `If-Modified-Since: ${headerOf(first, 'last-modified')}`;
    expect(await get(path, [since])).toMatch(/^HTTP\/1.1 304 /);
    expect(await get(path, ['If-None-Match: "other"', since])).toMatch(/^HTTP\/1.1 200 /);
    await put({ place: 'Lisbon' }, now + 60_000);
    expect(await get(path, [`If-None-Match: ${etag}`])).toMatch(/^HTTP\/1.1 200 /);
    expect(await get(path, [since])).toMatch(/^HTTP\/1.1 200 /);
  });

  it('is there no more once the bot has left the server', async () => {
    const { store, get, put, path } = await open();
    await put();
    await store.departures.record(guildId, now);
    expect(await get(path)).toMatch(/^HTTP\/1.1 404 /);
    await store.departures.takeBack(guildId);
    expect(await get(path)).toMatch(/^HTTP\/1.1 200 /);
  });

  it('keeps what is cancelled for thirty days', async () => {
    const { clock, get, put, path } = await open();
    await put({ status: 'cancelled' });
    clock.at = now + 29 * dayMs;
    const told = await get(path);
    expect(told).toContain('STATUS:CANCELLED');
    clock.at = now + 31 * dayMs;
    const over = await get(path, [`If-Modified-Since: ${headerOf(told, 'last-modified')}`]);
    expect(over).toMatch(/^HTTP\/1.1 200 /);
    expect(over).not.toContain('VEVENT');
  });

  it('opens to nobody without its token, nor with one that was taken back', async () => {
    const { store, maker, token, get, path, lines } = await open();
    const other = `${token[0] === 'a' ? 'b' : 'a'}${token.slice(1)}`;
    for (const wrong of [`/cal/${other}.ics`, `/cal/${token}`, '/cal/', '/cal', `/cal/${token}.ics/x`, '/cal/../cal']) {
      expect(await get(wrong), wrong).toMatch(/^HTTP\/1.1 404 /);
    }
    expect(await get(path, [], 'POST')).toMatch(/^HTTP\/1.1 405 /);
    expect(await store.calendarLinks.get(maker)).toBe(token);
    const renewed = await store.calendarLinks.renew(maker);
    expect(renewed).toMatch(/^[\w-]{27}$/);
    expect(await get(path)).toMatch(/^HTTP\/1.1 404 /);
    expect(await get(`/cal/${renewed}.ics`)).toMatch(/^HTTP\/1.1 200 /);
    expect(JSON.stringify(lines)).not.toContain(token);
  });
});
