// What a followed calendar is called, and how it is, in words: fine, not read yet, or silent, why, and what to do.

import type { Calendar } from '../domain/calendar.ts';
import { lostReadingAt } from '../domain/flood.ts';
import type { Say } from '../kit/translate.ts';
import { isWaitedFor, troubleInWords } from './sourceState.ts';
import { oneLine, timestamp } from './text.ts';

/** Its own title, else where it is; foreign text, in one line, not escaped. */
export function calendarName({ title, url }: Pick<Calendar, 'title' | 'url'>): string {
  return oneLine(title) || new URL(url).host;
}

type Standing = Pick<Calendar, 'lastReadAt' | 'nextPollAt' | 'trouble'>;

export function calendarState({ lastReadAt, nextPollAt, trouble }: Standing, say: Say): string {
  const isRead = lastReadAt !== lostReadingAt;
  const read = isRead ? say('calendar.lastRead', { read: timestamp(lastReadAt, 'R') }) : say('calendar.neverRead');
  const next = timestamp(nextPollAt, 'R');
  if (trouble === undefined) return isRead ? say('calendar.fine', { read, next }) : say('calendar.unread');
  const since = timestamp(trouble.since, 'R');
  return say('calendar.trouble', { since, reason: troubleInWords(trouble.code, say), read, next });
}

/** What moderators can do about it. @param command clickable mention of the one that follows calendars */
export function calendarRemedy(code: string, command: string, say: Say): string {
  if (isWaitedFor(code)) return say('sourceAlert.remedy.wait');
  if (code === 'certificate') return say('sourceAlert.remedy.certificate');
  return say(code === 'login' ? 'calendar.remedy.login' : 'calendar.remedy.moved', { command });
}
