// The programme of a guild, for calendars that subscribed to it: `/cal/<token>.ics`. Whoever has the token may read it.

import { createHash } from 'node:crypto';
import type { Instant } from '../domain/ids.ts';
import { sayIn } from '../kit/translate.ts';
import type { CalendarLinks } from '../ports/calendarLinks.ts';
import type { Clock } from '../ports/clock.ts';
import type { Conferences } from '../ports/conferences.ts';
import type { Settings } from '../ports/settings.ts';
import { programmeCalendar } from '../views/programmeCalendar.ts';
import { type HttpAnswer, type HttpRequest, plainText } from './serveHttp.ts';

/** A calendar that asks again within this time may show what it has. Seconds. */
const freshForSeconds = 900;

export interface CalendarFeedParts {
  readonly calendarLinks: Pick<CalendarLinks, 'find'>;
  readonly conferences: Pick<Conferences, 'listChanged'>;
  readonly settings: Pick<Settings, 'get'>;
  readonly clock: Clock;
  readonly publicUrl?: string | undefined;
}

export function createCalendarFeed(parts: CalendarFeedParts) {
  return async ({ rest, headers }: HttpRequest): Promise<HttpAnswer> => {
    const token = /^([\w-]{27})\.ics$/.exec(rest)?.[1];
    const link = token === undefined ? undefined : await parts.calendarLinks.find(token);
    if (!link) return plainText(404, 'Not found\n');
    const { guildId, title, madeAt } = link;
    const { language } = await parts.settings.get(guildId);
    const conferences = await parts.conferences.listChanged(guildId, 0);
    const { publicUrl, clock } = parts;
    const calendar = programmeCalendar({ title, conferences, publicUrl, now: clock.now(), say: sayIn(language) });
    const changedAt = Math.max(madeAt, calendar.changedAt ?? 0);
    const etag = `"${createHash('sha256').update(calendar.text).digest('base64url')}"`;
    const about = {
      etag,
      'last-modified': new Date(changedAt).toUTCString(),
      'cache-control': `private, max-age=${freshForSeconds}`,
    };
    const contentType = 'text/calendar; charset=utf-8';
    if (isKnown(headers, etag, changedAt)) return { status: 304, contentType, body: '', headers: about };
    return { status: 200, contentType, body: calendar.text, headers: about };
  };
}

/** If-None-Match goes before If-Modified-Since. @see RFC 9110 section 13.2.2 */
function isKnown(headers: HttpRequest['headers'], etag: string, changedAt: Instant): boolean {
  const known = headers['if-none-match'];
  if (known !== undefined) {
    return known.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
  }
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Math.floor(changedAt / 1000) * 1000 <= since;
}
