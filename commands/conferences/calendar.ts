// /conferences calendar: the programme in one's own calendar, by a link to subscribe to and as a file.

import { Refusal } from '../../src/domain/errors.ts';
import { type Asked, defineSubcommand, type Pressed } from '../../src/kit/defineCommand.ts';
import { file, type Result } from '../../src/kit/result.ts';
import { sayIn } from '../../src/kit/translate.ts';
import type { Audit } from '../../src/ports/audit.ts';
import type { CalendarLinks } from '../../src/ports/calendarLinks.ts';
import type { Conferences } from '../../src/ports/conferences.ts';
import type { Settings } from '../../src/ports/settings.ts';
import { calendarOffered } from '../../src/views/calendarOffered.ts';
import { programmeCalendar } from '../../src/views/programmeCalendar.ts';
import { record } from '../parts/record.ts';

export interface CalendarPorts {
  readonly conferences: Conferences;
  readonly calendarLinks: CalendarLinks;
  readonly settings: Settings;
  readonly audit: Audit;
  /** Where people reach the bot's own pages, without a slash at its end; unset: nowhere. */
  readonly publicUrl?: string | undefined;
}

const fileName = 'conferences.ics';

export const calendar = defineSubcommand({
  name: 'calendar',
  visibility: 'private',
  options: {},
  run: (asked, ports: CalendarPorts) => offerCalendar(asked, false, ports),
  actions: {
    /** The old link opens nothing any more. */
    newLink: async (pressed: Pressed, ports: CalendarPorts): Promise<Result> => {
      if (!pressed.member.mayManage) throw new Refusal('moderatorsOnly');
      await record('conferences calendar', { isNewLink: true }, pressed, ports);
      return offerCalendar(pressed, true, ports);
    },
  },
});

async function offerCalendar(asked: Asked, isRenewed: boolean, ports: CalendarPorts): Promise<Result> {
  const { guildId, guildName: title, member, now, say } = asked;
  const { conferences, calendarLinks, settings, publicUrl } = ports;
  const { language } = await settings.get(guildId);
  const all = await conferences.listChanged(guildId, 0);
  const { text } = programmeCalendar({ title, conferences: all, publicUrl, now, say: sayIn(language) });
  const maker = { guildId, title, by: member.id, at: now };
  const token = publicUrl && (await (isRenewed ? calendarLinks.renew(maker) : calendarLinks.get(maker)));
  const url = token ? `${publicUrl}/cal/${token}.ics` : undefined;
  const view = calendarOffered({ url, fileName, isRenewed, mayRenew: member.mayManage, say });
  return file(view, { name: fileName, bytes: new TextEncoder().encode(text) });
}
