// When a member may be reminded of a conference, and when they will be: a menu in which what is set is chosen.

import type { Conference } from '../domain/conference.ts';
import type { Instant } from '../domain/ids.ts';
import type { Before, ReminderSubject } from '../domain/reminder.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { choicesRow, container, present, textBlock } from './blocks.ts';
import { conferenceTitle } from './conferenceCard.ts';
import { milestoneInWords, whenInWords } from './conferenceWhen.ts';
import { reminderInWords } from './reminderWords.ts';
import { fittingLines, timestamp } from './text.ts';

/** A menu has at most this many entries. @see https://docs.discord.com/developers/components/reference#string-select */
export const offersLimit = 25;
const datesLimit = 1_200;
const chosenLimit = 1_500;

export interface Offer {
  readonly what: ReminderSubject;
  readonly before: Before;
  readonly dueAt: Instant;
}

export interface ReminderChoices {
  readonly conference: Conference;
  /** At most `offersLimit`. */
  readonly offers: readonly Offer[];
  /** Those of this member; also such as are no longer offered. */
  readonly chosen: readonly { readonly what: ReminderSubject; readonly before: Before; readonly dueAt?: Instant }[];
  readonly say: Say;
}

export function reminderChoices({ conference, offers, chosen, say }: ReminderChoices): MessageView {
  const { id, time, milestones } = conference;
  const dates = [whenInWords(time, say), ...milestones.map((milestone) => milestoneInWords(milestone, say))];
  return {
    components: [
      container([
        textBlock(`### ${conferenceTitle(conference)}`),
        textBlock(
          fittingLines(
            dates.map((line) => `- ${line}`),
            datesLimit,
          ).join('\n'),
        ),
        textBlock(chosenInWords(chosen, say)),
        textBlock(`-# ${say('reminders.choose')}`),
        ...present(reminderMenu(customId('conferences', 'setReminders', `${id}`), { offers, chosen, say })),
      ]),
    ],
  };
}

/** @param id of the menu */
export function reminderMenu(id: string, { offers, chosen, say }: Pick<ReminderChoices, 'offers' | 'chosen' | 'say'>) {
  const isChosen = ({ what, before }: Offer) => chosen.some((one) => one.what === what && one.before === before);
  const entries = offers.map((offer) => ({
    label: reminderInWords(offer, say),
    value: `${offer.what}.${offer.before}`,
    isChosen: isChosen(offer),
  }));
  return choicesRow(id, say('reminders.placeholder'), entries);
}

function chosenInWords(chosen: ReminderChoices['chosen'], say: Say): string {
  if (chosen.length === 0) return say('reminders.noneChosen');
  const lines = chosen.map((one) => {
    const words = reminderInWords(one, say);
    return `- ${one.dueAt === undefined ? words : `${words}, ${timestamp(one.dueAt, 'F')}`}`;
  });
  return [say('reminders.chosen'), ...fittingLines(lines, chosenLimit)].join('\n');
}
