// /programme import: takes over the events of a calendar, and follows it: what changes there changes here.

import { calendarsLimit } from '../../src/domain/calendar.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { CalendarId } from '../../src/domain/ids.ts';
import { defineSubcommand, type Pressed } from '../../src/kit/defineCommand.ts';
import { required } from '../../src/kit/options.ts';
import { type Result, reply, update } from '../../src/kit/result.ts';
import type { Audit } from '../../src/ports/audit.ts';
import type { CalendarImporting } from '../../src/ports/calendarImporting.ts';
import type { Calendars } from '../../src/ports/calendars.ts';
import { notice } from '../../src/views/notice.ts';
import { programmeImported } from '../../src/views/programmeImported.ts';
import { withScheme } from '../sources/withScheme.ts';

export interface ImportPorts {
  readonly calendarImporting: CalendarImporting;
  readonly calendars: Pick<Calendars, 'list' | 'find' | 'remove'>;
  readonly audit: Audit;
}

/** Characters; longer than any address a browser takes. */
const addressLimit = 2048;

export const importCalendar = defineSubcommand({
  name: 'import',
  visibility: 'private',
  options: { url: required.text({ max: addressLimit }) },
  async run({ options, guildId, member, say, mention }, ports: ImportPorts) {
    const address = withScheme(options.url).replace(/^webcals?:/i, 'https:');
    const followed = await ports.calendars.list(guildId);
    if (followed.length >= calendarsLimit && !followed.some(({ url }) => url === address)) {
      throw new Refusal('calendarsFull', { limit: calendarsLimit, command: mention('programme import') });
    }
    // Who imports a calendar has read it: nothing is announced that was there before.
    const imported = await ports.calendarImporting.importNow(guildId, address, member.id);
    if (!imported) throw new Refusal('calendarEmpty');
    const { calendar, ...counts } = imported;
    const seeCommand = mention('conferences upcoming');
    return reply(programmeImported({ ...counts, title: calendar.title, calendarId: calendar.id, seeCommand, say }));
  },
  actions: {
    unfollow: async ({ id, guildId, member, now, say }: Pressed, ports: ImportPorts): Promise<Result> => {
      const calendarId = Number(id.split('.')[0]) as CalendarId;
      const calendar = await ports.calendars.find(guildId, calendarId);
      const isRemoved = await ports.calendars.remove(guildId, calendarId);
      if (!calendar || !isRemoved) return update(notice(say('calendar.stoppedAlready')));
      const options = { url: calendar.url, isFollowed: false };
      await ports.audit.record({ guildId, userId: member.id, command: 'programme import', options, at: now });
      return update(notice(say('calendar.stopped')));
    },
  },
});
