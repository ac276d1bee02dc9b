// What is kept about people, for tests of commands.

import type { Reminder } from '../../src/domain/reminder.ts';
import type { PersonalData } from '../../src/ports/personalData.ts';

export function fakePersonalData(data: { reminders: Reminder[]; readonly doings: number }): PersonalData {
  return {
    async find(userId) {
      const mine = data.reminders.filter((one) => one.userId === userId);
      const past = mine.filter(({ settledAt }) => settledAt !== undefined).length;
      return { remindersToCome: mine.length - past, remindersPast: past, messages: past, doings: data.doings };
    },
    async forget(userId) {
      data.reminders = data.reminders.filter((one) => one.userId !== userId);
    },
  };
}
