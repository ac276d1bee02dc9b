// /programme import: takes over the events of a calendar, and follows it: what changes there changes here. Without an address:
// the calendars this server follows.

import { calendarsLimit } from '../../src/domain/calendar.ts';
import { Refusal } from '../../src/domain/errors.ts';
import { type Asked, defineSubcommand } from '../../src/kit/defineCommand.ts';
import type { MessageView } from '../../src/kit/message.ts';
import { optional } from '../../src/kit/options.ts';
import { type Result, reply } from '../../src/kit/result.ts';
import { programmeImported } from '../../src/views/programmeImported.ts';
import { record } from '../parts/record.ts';
import { withScheme } from '../parts/withScheme.ts';
import { type CalendarPorts, calendarActions, viewOfCalendars } from './calendarActions.ts';

/** Characters; longer than any address a browser takes. */
const addressLimit = 2048;

export const importCalendar = defineSubcommand({
  name: 'import',
  visibility: 'private',
  auditsItself: true,
  options: { url: optional.text({ max: addressLimit }) },
  async run(input, ports: CalendarPorts): Promise<Result> {
    const { url } = input.options;
    return reply(url === undefined ? await viewOfCalendars(0, input, ports) : await follow(url, input, ports));
  },
  actions: calendarActions,
});

async function follow(url: string, asked: Asked, ports: CalendarPorts): Promise<MessageView> {
  const { guildId, member, say, mention } = asked;
  const address = withScheme(url).replace(/^webcals?:/i, 'https:');
  const followed = await ports.calendars.list(guildId);
  if (followed.length >= calendarsLimit && !followed.some((calendar) => calendar.url === address)) {
    throw new Refusal('calendarsFull', { limit: calendarsLimit, command: mention('programme import') });
  }
  // Who imports a calendar has read it: nothing is announced that was there before.
  const imported = await ports.calendarImporting.importNow(guildId, address, member.id);
  if (!imported) throw new Refusal('calendarEmpty');
  await record('programme import', { url }, asked, ports);
  const { calendar, ...counts } = imported;
  const seeCommand = mention('conferences upcoming');
  return programmeImported({ ...counts, title: calendar.title, calendarId: calendar.id, seeCommand, say });
}
