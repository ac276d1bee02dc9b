// /conferences remind, and the buttons and menus that ask for the same: be told of a conference or a deadline in time.

import type { Conference } from '../../src/domain/conference.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { UserId } from '../../src/domain/ids.ts';
import {
  type Before,
  findDueAt,
  instantMeant,
  listOffers,
  momentOf,
  type ReminderSubject,
  reminderSubjects,
} from '../../src/domain/reminder.ts';
import { type Asked, defineSubcommand, type Typing } from '../../src/kit/defineCommand.ts';
import type { MessageView } from '../../src/kit/message.ts';
import { optional, required } from '../../src/kit/options.ts';
import { choices, type Result, reply, update } from '../../src/kit/result.ts';
import type { KnownReminder, Reminders } from '../../src/ports/reminders.ts';
import { notice } from '../../src/views/notice.ts';
import { offersLimit, reminderChoices } from '../../src/views/reminderChoices.ts';
import { datesToChoose, subjectInWords } from '../../src/views/reminderWords.ts';
import { escapeLine, timestamp } from '../../src/views/text.ts';
import { completeConference, getConference } from '../parts/findConference.ts';
import { getPressedConference } from './pressedConference.ts';
import { detailsOf, type ShowPorts } from './show.ts';

export interface RemindPorts extends ShowPorts {
  readonly reminders: Pick<Reminders, 'ask' | 'listOpen' | 'remove'>;
}

/** Of one person, in all servers together. */
const remindersLimit = 200;
/** Characters. */
const titleLimit = 150;
const befores = { '1 hour': 'hour', '1 day': 'day', '1 week': 'week' } as const;

export const remind = defineSubcommand({
  name: 'remind',
  visibility: 'private',
  options: {
    conference: required.text({ completes: true }),
    what: optional.text({ completes: true }),
    before: optional.choice('1 hour', '1 day', '1 week'),
  },
  async run(input, ports: RemindPorts) {
    const { conference: typed, what: typedWhat = 'start', before = '1 day' } = input.options;
    const conference = await getConference(typed, input, 'members', ports.conferences);
    const what = readSubject(typedWhat, conference, input);
    const dueAt = await getDueAt(conference, what, befores[before], input, ports);
    await ask(conference, { what, before: befores[before], dueAt }, input, ports);
    const { say, mention } = input;
    return reply(
      notice(
        say('reminders.asked', {
          title: `**${titleOf(conference)}**`,
          at: timestamp(dueAt, 'F'),
          command: mention('reminders list'),
        }),
      ),
    );
  },
  complete: {
    conference: (input, ports: RemindPorts) => completeConference(input, 'members', ports.conferences),
    what: (input, ports: RemindPorts) => completeSubject(input, ports),
  },
  actions: {
    /** The button of a card. */
    remindMe: async (input, ports: RemindPorts): Promise<Result> =>
      reply(await choicesOf(await getPressedConference(input.id, input, ports), input, ports)),
    /** The menu of a list. */
    remindOf: async (input, ports: RemindPorts): Promise<Result> =>
      reply(await choicesOf(await getPressedConference(input.values[0] ?? '', input, ports), input, ports)),
    /** What is chosen in the menu is set, and what is not is taken back. */
    setReminders: async (input, ports: RemindPorts): Promise<Result> => {
      const conference = await getPressedConference(input.id, input, ports);
      const offers = await getOffers(conference, input, ports);
      const mine = await listMine(conference, input, ports);
      const isChosen = ({ what, before }: { what: ReminderSubject; before: Before }) =>
        input.values.includes(`${what}.${before}`);
      const isMine = (offer: { what: ReminderSubject; before: Before }) =>
        mine.some(({ reminder }) => reminder.what === offer.what && reminder.before === offer.before);
      const isOffered = ({ reminder }: KnownReminder) =>
        offers.some(({ what, before }) => what === reminder.what && before === reminder.before);
      const dropped = mine
        .filter((one) => isOffered(one) && !isChosen(one.reminder))
        .map(({ reminder }) => reminder.id);
      await ports.reminders.remove(input.member.id, dropped);
      for (const offer of offers) if (isChosen(offer) && !isMine(offer)) await ask(conference, offer, input, ports);
      const view = input.id.endsWith('.show') ? detailsOf : choicesOf;
      return update(await view(conference, input, ports));
    },
  },
});

/** @throws Refusal where nothing is left to be reminded of */
async function choicesOf(conference: Conference, asked: Asked, ports: RemindPorts): Promise<MessageView> {
  const offers = await getOffers(conference, asked, ports);
  const mine = await listMine(conference, asked, ports);
  return reminderChoices({ conference, offers, chosen: mine.map(({ reminder }) => reminder), say: asked.say });
}

/** @throws Refusal where there are none */
async function getOffers(conference: Conference, asked: Asked, { settings }: RemindPorts) {
  refuseCancelled(conference, asked);
  const { timeZone } = await settings.get(asked.guildId);
  const offers = listOffers(conference, timeZone, asked.now).slice(0, offersLimit);
  if (offers.length > 0) return offers;
  throw isAhead(conference, timeZone, asked) ? new Refusal('reminderLate') : over(conference, asked);
}

/** Whether any of its dates is still to come. */
function isAhead(conference: Conference, timeZone: string, { now }: Asked): boolean {
  return reminderSubjects.some((what) => {
    const due = momentOf(conference, what, timeZone, now);
    return due && instantMeant(due, what, timeZone) > now;
  });
}

async function getDueAt(
  conference: Conference,
  what: ReminderSubject,
  before: Before,
  asked: Asked,
  { settings }: RemindPorts,
): Promise<number> {
  refuseCancelled(conference, asked);
  const { timeZone } = await settings.get(asked.guildId);
  const dueAt = findDueAt(conference, { what, before }, timeZone, asked.now);
  if (dueAt === undefined && !isAhead(conference, timeZone, asked)) throw over(conference, asked);
  if (dueAt === undefined) throw new Refusal('dateOver', { title: titleOf(conference) });
  if (dueAt <= asked.now) throw new Refusal('reminderLate');
  return dueAt;
}

async function ask(
  { id: conferenceId }: Conference,
  wanted: { readonly what: ReminderSubject; readonly before: Before; readonly dueAt: number },
  { guildId, member, now, mention }: Asked,
  { reminders }: RemindPorts,
): Promise<void> {
  const { what, before, dueAt } = wanted;
  const who: { userId: UserId; locale: string } = { userId: member.id, locale: member.locale };
  const asked = await reminders.ask(
    { guildId, ...who, conferenceId, what, before, askedAt: now, dueAt },
    remindersLimit,
  );
  if (!asked) throw new Refusal('remindersFull', { limit: remindersLimit, command: mention('reminders cancel') });
}

async function listMine({ id }: Conference, { guildId, member }: Asked, { reminders }: RemindPorts) {
  return (await reminders.listOpen(guildId, member.id)).filter(({ conference }) => conference.id === id);
}

/** `start`, a kind of date, or its name as autocomplete shows it. @throws Refusal where the conference has no such date */
function readSubject(typed: string, conference: Conference, { say }: Asked): ReminderSubject {
  const word = typed.trim().toLowerCase();
  const dates = datesToChoose(conference, say);
  const named = dates.find(({ what, name }) =>
    [what, name.toLowerCase(), subjectInWords(what, say).toLowerCase()].includes(word),
  );
  if (named) return named.what;
  const known = dates.map(({ name }) => `- ${name}`).join('\n');
  throw new Refusal('dateUnknown', { title: titleOf(conference), known });
}

/** In the other option. */
async function findGiven(input: Typing, { conferences }: RemindPorts): Promise<Conference | undefined> {
  try {
    return await getConference(input.given.conference ?? '', input, 'members', conferences);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** Those of the conference that stands in the other option. */
async function completeSubject(input: Typing, ports: RemindPorts): Promise<Result> {
  const conference = await findGiven(input, ports);
  const word = input.typed.trim().toLowerCase();
  const dates = conference ? datesToChoose(conference, input.say) : [];
  return choices(
    dates
      .filter(({ what, name }) => `${what} ${name}`.toLowerCase().includes(word))
      .map(({ what, name }) => ({ name, value: what })),
  );
}

function refuseCancelled(conference: Conference, { mention }: Asked): void {
  if (conference.status !== 'cancelled') return;
  throw new Refusal('conferenceCancelled', { title: titleOf(conference), command: mention('conferences upcoming') });
}

function over(conference: Conference, { mention }: Asked): Refusal {
  return new Refusal('conferenceOver', { title: titleOf(conference), command: mention('conferences upcoming') });
}

function titleOf({ title }: Conference): string {
  return escapeLine(title, titleLimit) || '…';
}
