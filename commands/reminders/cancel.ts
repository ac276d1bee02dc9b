// /reminders cancel, and the buttons of a reminder, which work in direct messages as well.

import { Refusal } from '../../src/domain/errors.ts';
import type { ReminderId } from '../../src/domain/ids.ts';
import { instantMeant, momentOf, sameClockTomorrow } from '../../src/domain/reminder.ts';
import { defineSubcommand, type PressedDirectly, type Typing } from '../../src/kit/defineCommand.ts';
import { required } from '../../src/kit/options.ts';
import { choices, type Result, reply } from '../../src/kit/result.ts';
import type { KnownReminder, Reminders } from '../../src/ports/reminders.ts';
import type { Settings } from '../../src/ports/settings.ts';
import { notice } from '../../src/views/notice.ts';
import { reminderName } from '../../src/views/reminderList.ts';
import { escapeLine, timestamp } from '../../src/views/text.ts';

interface CancelPorts {
  readonly reminders: Pick<Reminders, 'listOpen' | 'find' | 'remove' | 'removeOf' | 'snooze'>;
  readonly settings: Settings;
}

/** Characters. */
const titleLimit = 150;

/** The buttons of a reminder. Whose it is, is known by the reminder itself. */
const buttons = {
  /** No more reminders of that conference, whichever of them was pressed. */
  stop: async (input: PressedDirectly, ports: CancelPorts): Promise<Result> => {
    const { member, say } = input;
    const { reminder, conference } = await getOwn(input, ports);
    const count = await ports.reminders.removeOf(member.id, reminder.conferenceId);
    const title = boldTitle(conference);
    return reply(
      notice(count > 0 ? say('reminders.stopped', { title, count }) : say('reminders.stoppedAll', { title })),
    );
  },
  snooze: async (input: PressedDirectly, ports: CancelPorts): Promise<Result> => {
    const { member, now, say } = input;
    const { reminder, conference } = await getOwn(input, ports);
    const { timeZone } = await ports.settings.get(reminder.guildId);
    const at = reminder.settledAt === undefined ? reminder.dueAt : sameClockTomorrow(now, timeZone);
    const due = momentOf(conference, reminder.what, timeZone, now);
    const isInTime = at !== undefined && due !== undefined && at < instantMeant(due, reminder.what, timeZone);
    if (conference.status === 'cancelled') {
      const title = escapeLine(conference.title, titleLimit) || '…';
      throw new Refusal('conferenceCancelled', { title, command: input.mention('conferences upcoming') });
    }
    if (!isInTime) throw new Refusal('snoozeLate');
    if (!(await ports.reminders.snooze(reminder.id, member.id, at))) throw unknown(input);
    return reply(notice(say('reminders.snoozed', { title: boldTitle(conference), at: timestamp(at, 'F') })));
  },
};

export const cancel = defineSubcommand({
  name: 'cancel',
  visibility: 'private',
  options: { reminder: required.text({ completes: true }) },
  async run(input, ports: CancelPorts) {
    const { options, guildId, member, say } = input;
    const mine = await ports.reminders.listOpen(guildId, member.id);
    if (mine.length === 0) throw new Refusal('remindersNone', { command: input.mention('conferences remind') });
    const word = options.reminder.trim().toLowerCase();
    const named = mine.filter(({ reminder, conference }) =>
      [reminder.id, reminderName(reminder, conference, say).toLowerCase(), conference.title.toLowerCase()].includes(
        word,
      ),
    );
    const [found, another] = named;
    if (!found) throw unknown(input);
    // A title alone may mean several.
    if (another) throw new Refusal('reminderSeveral', { title: escapeLine(found.conference.title, titleLimit) || '…' });
    await ports.reminders.remove(member.id, [found.reminder.id]);
    return reply(notice(say('reminders.cancelled', { title: boldTitle(found.conference) })));
  },
  complete: { reminder: (input, ports: CancelPorts) => completeReminder(input, ports) },
  actions: buttons,
  directActions: buttons,
});

async function completeReminder(input: Typing, { reminders }: CancelPorts): Promise<Result> {
  const word = input.typed.trim().toLowerCase();
  const mine = await reminders.listOpen(input.guildId, input.member.id);
  return choices(
    mine
      .map(({ reminder, conference }) => ({ name: reminderName(reminder, conference, input.say), value: reminder.id }))
      .filter(({ name }) => name.toLowerCase().includes(word)),
  );
}

/** In `<reminder>.<delivery>`. @throws Refusal where it is another person's, or there no more */
async function getOwn(input: PressedDirectly, { reminders }: CancelPorts): Promise<KnownReminder> {
  const known = await reminders.find((input.id.split('.')[0] ?? '') as ReminderId);
  if (known?.reminder.userId !== input.member.id) throw unknown(input);
  return known;
}

function unknown({ mention }: Pick<PressedDirectly, 'mention'>): Refusal {
  return new Refusal('reminderUnknown', { command: mention('reminders list') });
}

function boldTitle({ title }: KnownReminder['conference']): string {
  return `**${escapeLine(title, titleLimit) || '…'}**`;
}
