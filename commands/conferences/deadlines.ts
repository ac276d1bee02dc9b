// /conferences deadlines: what is due soon, the next first.

import { type Deadline, listDeadlines } from '../../src/domain/deadline.ts';
import { type Asked, defineSubcommand } from '../../src/kit/defineCommand.ts';
import type { MessageView } from '../../src/kit/message.ts';
import { optional } from '../../src/kit/options.ts';
import { type Result, reply, update } from '../../src/kit/result.ts';
import type { Conferences } from '../../src/ports/conferences.ts';
import type { Settings } from '../../src/ports/settings.ts';
import { deadlineList } from '../../src/views/deadlineList.ts';
import { notice } from '../../src/views/notice.ts';
import { pageOf } from '../parts/pageOf.ts';
import { readSpan } from '../parts/readSpan.ts';

interface DeadlinesPorts {
  readonly conferences: Pick<Conferences, 'listUpcoming'>;
  readonly settings: Settings;
}

/** Days ahead. */
const span = { usual: 30, limit: 365 };
const dayMs = 86_400_000;
/** Final versions may be due after a conference. Milliseconds. */
const aftermathMs = 365 * dayMs;

export const deadlines = defineSubcommand({
  name: 'deadlines',
  visibility: 'private',
  options: { days: optional.integer(1, span.limit) },
  async run(input, ports: DeadlinesPorts) {
    return reply(await viewOfPage(input.options.days ?? span.usual, 0, input, ports));
  },
  actions: {
    deadlines: async (input, ports: DeadlinesPorts): Promise<Result> => {
      const [days, page] = readSpan(input.id, span);
      return update(await viewOfPage(days, page, input, ports));
    },
  },
});

async function viewOfPage(days: number, wanted: number, asked: Asked, ports: DeadlinesPorts): Promise<MessageView> {
  const { say, mention } = asked;
  const all = await listDue(days, asked, ports);
  if (all.length === 0) {
    const advice =
      days < span.limit
        ? say('conferences.lookFurtherDays', { command: mention('conferences deadlines') })
        : say('conferences.askModerators', { command: mention('programme import') });
    return notice(`${say('conferences.noDeadlines', { count: days })} ${advice}`);
  }
  const { entries: deadlines, ...place } = pageOf(all, wanted);
  return deadlineList({ deadlines, ...place, days, say });
}

async function listDue(days: number, { guildId, now }: Asked, ports: DeadlinesPorts): Promise<Deadline[]> {
  const { timeZone } = await ports.settings.get(guildId);
  const known = await ports.conferences.listUpcoming(guildId, now - aftermathMs, Number.MAX_SAFE_INTEGER);
  return listDeadlines(known, { from: now, until: now + days * dayMs }, timeZone);
}
