// What one press can mend, in /status: what is wrong with each in a line, and its button.

import type { APIButtonComponent, APIComponentInContainer } from 'discord-api-types/v10';
import type { Calendar } from '../domain/calendar.ts';
import type { Source, SourceTrouble } from '../domain/source.ts';
import { customId } from '../kit/customId.ts';
import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow, present, textBlock } from './blocks.ts';
import { readCalendarButton } from './calendarList.ts';
import { calendarName, calendarRemedy } from './calendarState.ts';
import { troubleInWords, troubleRemedy } from './sourceState.ts';
import { cutText, escapeLine, fittingLines, oneLine, timestamp } from './text.ts';

/** Buttons of one row. @see https://docs.discord.com/developers/components/reference#action-row */
const mendsShown = 5;
const nameLimit = 100;
const nameInButtonLimit = 45;
/** Characters of all lines together; the buttons stay where a line has no room. */
const linesLimit = 1_200;

/** Steps of the setup in which a channel is chosen. */
export type ChannelStep = 'articles' | 'conferences' | 'server';

/** Something that is broken. */
export type Mend =
  /** No channel is chosen, or it is gone; the report has said so. */
  | { readonly kind: 'channel'; readonly step: ChannelStep }
  | { readonly kind: 'source'; readonly source: Pick<Source, 'id' | 'title' | 'url'>; readonly trouble: SourceTrouble }
  | { readonly kind: 'calendar'; readonly calendar: Calendar; readonly trouble: SourceTrouble };

/**
 * @param importCommand clickable mention of the command that follows calendars
 * @param room characters that are left for it
 */
export function statusMends(
  mends: readonly Mend[],
  importCommand: string,
  say: Say,
  room: number,
): APIComponentInContainer[] {
  const shown = mends.slice(0, mendsShown);
  const lines = fittingLines(
    shown.flatMap((mend) => (mend.kind === 'channel' ? [] : `- ${inWords(mend, importCommand, say)}`)),
    Math.min(linesLimit, room),
  );
  return [
    ...(lines.length === 0 ? [] : [textBlock(lines.join('\n'))]),
    ...present(buttonRow(shown.map((mend) => mendButton(mend, say)))),
  ];
}

function inWords(mend: Exclude<Mend, { kind: 'channel' }>, importCommand: string, say: Say): string {
  const { code, since } = mend.trouble;
  const reason = troubleInWords(code, say);
  const began = timestamp(since, 'F');
  if (mend.kind === 'source') {
    const { title, url } = mend.source;
    const source = `**${escapeLine(title || url, nameLimit)}**`;
    return `${say('sourceAlert.silent', { source, reason, since: began })} ${troubleRemedy(code, say)}`;
  }
  const calendar = `**${escapeLine(calendarName(mend.calendar), nameLimit)}**`;
  return `${say('status.calendarSilent', { calendar, reason, since: began })} ${calendarRemedy(code, importCommand, say)}`;
}

function mendButton(mend: Mend, say: Say): APIButtonComponent {
  switch (mend.kind) {
    case 'channel':
      return actionButton(say(`status.choose.${mend.step}`), customId('setup', 'show', mend.step));
    case 'source': {
      const { id, title, url } = mend.source;
      const name = cutText(oneLine(title) || url, nameInButtonLimit);
      return actionButton(say('status.readAgain', { name }), customId('sources', 'check', `${id}`));
    }
    case 'calendar':
      return readCalendarButton(mend.calendar, say);
  }
}
