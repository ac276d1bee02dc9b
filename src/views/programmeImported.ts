// The answer to an imported calendar: what came of it.

import type { CalendarId } from '../domain/ids.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow, present, textBlock } from './blocks.ts';
import { escapeLine } from './text.ts';

const calendarTitleLimit = 120;

interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Moderators are asked about them. */
  readonly asked: number;
}

export interface ProgrammeImported extends Counts {
  /** The calendar's own title; may be empty. */
  readonly title: string;
  /** Events that could not be read. */
  readonly unreadable: number;
  /** Events that are not for everybody, and left out. */
  readonly privateCount: number;
  readonly calendarId: CalendarId;
  /** Clickable mention of the command that shows the programme. */
  readonly seeCommand: string;
  readonly say: Say;
}

export function programmeImported({
  title,
  added,
  changed,
  unchanged,
  asked,
  unreadable,
  privateCount,
  calendarId,
  seeCommand,
  say,
}: ProgrammeImported): MessageView {
  const name = escapeLine(title, calendarTitleLimit);
  const lines = [
    name === '' ? say('programme.readUntitled') : say('programme.read', { title: name }),
    listCounts({ added, changed, unchanged, asked }, say),
    unreadable === 0 ? '' : say('programme.unreadable', { count: unreadable }),
    privateCount === 0 ? '' : say('programme.private', { count: privateCount }),
    `${say('calendar.followed')} ${say('programme.next', { command: seeCommand })}`,
  ];
  const stop = actionButton(say('calendar.stop'), customId('programme', 'unfollow', `${calendarId}`));
  return { components: [textBlock(lines.filter((line) => line !== '').join('\n')), ...present(buttonRow([stop]))] };
}

/** "Events: 6 new, one changed." Nothing is said of what did not occur. */
function listCounts({ added, changed, unchanged, asked }: Counts, say: Say): string {
  const counts = [
    added === 0 ? '' : say('programme.added', { count: added }),
    changed === 0 ? '' : say('programme.changed', { count: changed }),
    asked === 0 ? '' : say('programme.asked', { count: asked }),
    unchanged === 0 ? '' : say('programme.unchanged', { count: unchanged }),
  ].filter((count) => count !== '');
  return counts.length === 0 ? '' : say('programme.counts', { counts: counts.join(', ') });
}
