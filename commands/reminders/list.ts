// /reminders list: what this member will be reminded of on this server, the next first.

import { Refusal } from '../../src/domain/errors.ts';
import type { ReminderId } from '../../src/domain/ids.ts';
import { type Asked, defineSubcommand } from '../../src/kit/defineCommand.ts';
import type { MessageView } from '../../src/kit/message.ts';
import { type Result, reply, update } from '../../src/kit/result.ts';
import type { Reminders } from '../../src/ports/reminders.ts';
import { notice } from '../../src/views/notice.ts';
import { reminderList } from '../../src/views/reminderList.ts';
import { pageOf } from '../parts/pageOf.ts';
import { readPage } from '../parts/readPage.ts';

interface ListPorts {
  readonly reminders: Pick<Reminders, 'listOpen' | 'remove'>;
}

export const list = defineSubcommand({
  name: 'list',
  visibility: 'private',
  options: {},
  async run(input, ports: ListPorts) {
    const view = await viewOfPage(0, input, ports);
    if (!view) throw none(input);
    return reply(view);
  },
  actions: {
    page: async (input, ports: ListPorts): Promise<Result> => {
      const view = await viewOfPage(readPage(input.id), input, ports);
      if (!view) throw none(input);
      return update(view);
    },
    /** The menu below the list. */
    drop: async (input, ports: ListPorts): Promise<Result> => {
      await ports.reminders.remove(input.member.id, input.values as readonly ReminderId[]);
      const view = await viewOfPage(readPage(input.id), input, ports);
      return update(view ?? notice(input.say('reminders.noneLeft', { command: input.mention('conferences remind') })));
    },
  },
});

/** @returns undefined where there are none */
async function viewOfPage(wanted: number, asked: Asked, ports: ListPorts): Promise<MessageView | undefined> {
  const all = await ports.reminders.listOpen(asked.guildId, asked.member.id);
  if (all.length === 0) return undefined;
  const { entries: reminders, ...place } = pageOf(all, wanted);
  return reminderList({ reminders, count: all.length, ...place, say: asked.say });
}

function none({ mention }: Asked): Refusal {
  return new Refusal('remindersNone', { command: mention('conferences remind') });
}
