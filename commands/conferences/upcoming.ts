// /conferences upcoming: the programme of the months ahead.

import { type Asked, defineSubcommand } from '../../src/kit/defineCommand.ts';
import type { MessageView } from '../../src/kit/message.ts';
import { optional } from '../../src/kit/options.ts';
import { type Result, reply, update } from '../../src/kit/result.ts';
import type { Conferences } from '../../src/ports/conferences.ts';
import type { Settings } from '../../src/ports/settings.ts';
import { conferenceList } from '../../src/views/conferenceList.ts';
import { notice } from '../../src/views/notice.ts';
import { pageOf } from '../parts/pageOf.ts';
import { readSpan } from '../parts/readSpan.ts';

interface UpcomingPorts {
  readonly conferences: Pick<Conferences, 'listUpcoming'>;
  readonly settings: Settings;
}

/** Months ahead. */
const span = { usual: 6, limit: 24 };

export const upcoming = defineSubcommand({
  name: 'upcoming',
  visibility: 'private',
  options: { months: optional.integer(1, span.limit) },
  async run(input, ports: UpcomingPorts) {
    return reply(await viewOfPage(input.options.months ?? span.usual, 0, input, ports));
  },
  actions: {
    page: async (input, ports: UpcomingPorts): Promise<Result> => {
      const [months, page] = readSpan(input.id, span);
      return update(await viewOfPage(months, page, input, ports));
    },
  },
});

async function viewOfPage(months: number, wanted: number, asked: Asked, ports: UpcomingPorts): Promise<MessageView> {
  const { guildId, now, say } = asked;
  const until = new Date(now);
  until.setUTCMonth(until.getUTCMonth() + months);
  const all = await ports.conferences.listUpcoming(guildId, now, until.getTime());
  if (all.length === 0) return notice(`${say('conferences.none', { count: months })} ${advice(months, asked)}`);
  const { entries: conferences, ...place } = pageOf(all, wanted);
  const { timeZone: homeTimeZone } = await ports.settings.get(guildId);
  return conferenceList({ conferences, ...place, months, now, homeTimeZone, say });
}

function advice(months: number, { say, mention }: Asked): string {
  return months < span.limit
    ? say('conferences.lookFurther', { command: mention('conferences upcoming') })
    : say('conferences.askModerators', { command: mention('programme import') });
}
