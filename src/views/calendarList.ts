// The calendars a server follows, each with the state it is in, in words, and buttons to read it again or to let it go.

import type { APIButtonComponent } from 'discord-api-types/v10';
import type { Calendar } from '../domain/calendar.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow, confirmButton, container, present, textBlock } from './blocks.ts';
import { calendarName, calendarRemedy, calendarState } from './calendarState.ts';
import { listEntry } from './listEntry.ts';
import { pageMark, pageRow } from './pageRow.ts';
import { cutText, linkTo } from './text.ts';

/** Characters of a name within a button's label. */
const nameInButtonLimit = 45;
const titleLimit = 120;

export interface CalendarList {
  /** Those of this page. */
  readonly calendars: readonly Calendar[];
  readonly count: number;
  readonly page: number;
  readonly pageCount: number;
  /** Clickable mention of the command that follows one. */
  readonly importCommand: string;
  readonly say: Say;
}

export function calendarList({ calendars, count, page, pageCount, importCommand, say }: CalendarList): MessageView {
  const toPage = (other: number) => customId('programme', 'calendars', `${other}`);
  return {
    components: [
      container([
        textBlock(`**${say('calendars.heading', { count })}**${pageMark({ page, pageCount }, say)}`),
        ...calendars.flatMap((calendar) => [
          textBlock(entryText(calendar, importCommand, say)),
          ...present(
            buttonRow([
              calendar.trouble === undefined ? undefined : readCalendarButton(calendar, say),
              actionButton(
                named('calendars.stop', calendar, say),
                customId('programme', 'askUnfollow', `${calendar.id}`),
              ),
            ]),
          ),
        ]),
        textBlock(say('calendars.more', { command: importCommand })),
        ...present(pageRow({ page, pageCount, toPage }, say)),
      ]),
    ],
  };
}

function entryText(calendar: Calendar, importCommand: string, say: Say): string {
  const { trouble, url } = calendar;
  const state = calendarState(calendar, say);
  const remedy = trouble === undefined ? '' : ` ${calendarRemedy(trouble.code, importCommand, say)}`;
  return listEntry(calendarName(calendar), url, `${state}${remedy}`, state);
}

/** Asks once more before a calendar is let go. */
export function calendarRemoval(calendar: Calendar, say: Say): MessageView {
  const buttons = buttonRow([
    confirmButton(say('calendar.stop'), customId('programme', 'unfollow', `${calendar.id}`)),
    actionButton(say('calendars.keep'), customId('programme', 'calendars', '0')),
  ]);
  const link = linkTo(cutText(calendarName(calendar), titleLimit), calendar.url);
  return { components: [container([textBlock(say('calendars.ask', { calendar: link })), ...present(buttons)])] };
}

/** Reads it at once; for one in trouble, wherever it is named. */
export function readCalendarButton(calendar: Pick<Calendar, 'id' | 'title' | 'url'>, say: Say): APIButtonComponent {
  return actionButton(
    named('status.readAgain', calendar, say),
    customId('programme', 'readCalendar', `${calendar.id}`),
  );
}

function named(
  key: 'calendars.stop' | 'status.readAgain',
  calendar: Pick<Calendar, 'title' | 'url'>,
  say: Say,
): string {
  return say(key, { name: cutText(calendarName(calendar), nameInButtonLimit) });
}
