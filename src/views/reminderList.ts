// What a member will be reminded of on this server, the next first, with a menu to take one back.

import type { Conference } from '../domain/conference.ts';
import type { Reminder } from '../domain/reminder.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { container, present, selectRow, textBlock } from './blocks.ts';
import { listEntry } from './listEntry.ts';
import { pageMark, pageRow } from './pageRow.ts';
import { reminderInWords } from './reminderWords.ts';
import { cutText, oneLine, timestamp } from './text.ts';

export interface ReminderList {
  /** Those of this page. */
  readonly reminders: readonly { readonly reminder: Reminder; readonly conference: Conference }[];
  readonly count: number;
  readonly page: number;
  readonly pageCount: number;
  readonly say: Say;
}

export function reminderList({ reminders, count, page, pageCount, say }: ReminderList): MessageView {
  const toPage = (other: number) => customId('reminders', 'page', `${other}`);
  const texts = reminders.map(({ reminder, conference: { title, url } }) => {
    const { dueAt } = reminder;
    const at = dueAt === undefined ? say('reminders.noDate') : say('reminders.at', { at: timestamp(dueAt, 'F') });
    return listEntry(title, url, `${reminderInWords(reminder, say)}\n${at}`);
  });
  const entries = reminders.map(({ reminder, conference }) => ({
    label: reminderName(reminder, conference, say),
    value: reminder.id,
  }));
  return {
    components: [
      container([
        textBlock(`**${say('reminders.heading', { count })}**${pageMark({ page, pageCount }, say)}`),
        ...texts.map(textBlock),
        ...present(selectRow(customId('reminders', 'drop', `${page}`), say('reminders.drop'), entries)),
        ...present(pageRow({ page, pageCount, toPage }, say)),
      ]),
    ],
  };
}

/** Characters of a menu's entry. @see https://docs.discord.com/developers/components/reference#string-select */
const nameLimit = 100;

/** As a menu and autocomplete show it, in plain text: what tells reminders of one conference apart is never cut. */
export function reminderName(reminder: Reminder, { title }: Conference, say: Say): string {
  const words = reminderInWords(reminder, say);
  return `${cutText(oneLine(title), Math.max(1, nameLimit - words.length - 3)) || '…'} · ${words}`;
}
