// The calendars a server follows, page by page, and what their buttons do, also those of an import and of an alert.

import type { CalendarId } from '../../src/domain/ids.ts';
import type { Asked, Pressed } from '../../src/kit/defineCommand.ts';
import type { MessageView } from '../../src/kit/message.ts';
import { type Result, reply, update } from '../../src/kit/result.ts';
import type { Audit } from '../../src/ports/audit.ts';
import type { CalendarImporting } from '../../src/ports/calendarImporting.ts';
import type { Calendars } from '../../src/ports/calendars.ts';
import { calendarList, calendarRemoval } from '../../src/views/calendarList.ts';
import { calendarName, calendarRemedy } from '../../src/views/calendarState.ts';
import { notice } from '../../src/views/notice.ts';
import { troubleInWords } from '../../src/views/sourceState.ts';
import { cutText, linkTo } from '../../src/views/text.ts';
import { pageOf } from '../parts/pageOf.ts';
import { readPage } from '../parts/readPage.ts';

export interface CalendarPorts {
  readonly calendarImporting: CalendarImporting;
  readonly calendars: Pick<Calendars, 'list' | 'find' | 'remove'>;
  readonly audit: Audit;
}

const nameLimit = 120;

export const calendarActions = {
  calendars: async (pressed: Pressed, ports: CalendarPorts): Promise<Result> =>
    update(await viewOfCalendars(readPage(pressed.id), pressed, ports)),
  askUnfollow: async ({ id, guildId, say }: Pressed, ports: CalendarPorts): Promise<Result> => {
    const calendar = await ports.calendars.find(guildId, calendarIn(id));
    return update(calendar ? calendarRemoval(calendar, say) : notice(say('calendar.stoppedAlready')));
  },
  unfollow: async ({ id, guildId, member, now, say, mention }: Pressed, ports: CalendarPorts): Promise<Result> => {
    const calendar = await ports.calendars.find(guildId, calendarIn(id));
    const isRemoved = await ports.calendars.remove(guildId, calendarIn(id));
    if (!calendar || !isRemoved) return update(notice(say('calendar.stoppedAlready')));
    const { url, title } = calendar;
    const change = { kind: 'calendar', stopped: { url, title } } as const;
    const entry = { command: 'programme import', options: {}, change };
    await ports.audit.record({ guildId, userId: member.id, ...entry, at: now });
    return update(notice(say('calendar.stopped', { command: mention('audit') })));
  },
  /** "Read it again now", here and in /status. */
  readCalendar: async ({ id, guildId, say, mention }: Pressed, ports: CalendarPorts): Promise<Result> => {
    const read = await ports.calendarImporting.readAgain(guildId, calendarIn(id));
    if (!read) return reply(notice(say('calendar.stoppedAlready')));
    const calendar = linkTo(cutText(calendarName(read), nameLimit), read.url);
    if (!read.trouble) return reply(notice(say('calendar.readAgain', { calendar })));
    const { code } = read.trouble;
    const remedy = calendarRemedy(code, mention('programme import'), say);
    return reply(notice(say('calendar.stillSilent', { calendar, reason: troubleInWords(code, say), remedy })));
  },
};

export async function viewOfCalendars(
  wanted: number,
  { guildId, say, mention }: Asked,
  { calendars }: Pick<CalendarPorts, 'calendars'>,
): Promise<MessageView> {
  const importCommand = mention('programme import');
  const followed = await calendars.list(guildId);
  if (followed.length === 0) return notice(say('calendars.none', { command: importCommand }));
  const { entries, ...place } = pageOf(followed, wanted);
  return calendarList({ calendars: entries, count: followed.length, ...place, importCommand, say });
}

/** Behind it an alert has its marker. */
function calendarIn(id: string): CalendarId {
  return Number(id.split('.')[0]) as CalendarId;
}
