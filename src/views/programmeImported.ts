// The answer to an imported calendar: what came of it.

import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { textBlock } from './blocks.ts';
import { escapeLine } from './text.ts';

const calendarTitleLimit = 120;

export interface ProgrammeImported {
  /** The calendar's own title; may be empty. */
  readonly title: string;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Events that could not be read. */
  readonly unreadable: number;
  /** Clickable mention of the command that shows the programme. */
  readonly seeCommand: string;
  readonly say: Say;
}

export function programmeImported({
  title,
  added,
  changed,
  unchanged,
  unreadable,
  seeCommand,
  say,
}: ProgrammeImported): MessageView {
  const name = escapeLine(title, calendarTitleLimit);
  const lines = [
    name === '' ? say('programme.readUntitled') : say('programme.read', { title: name }),
    say('programme.counts', {
      added: say('programme.added', { count: added }),
      changed: say('programme.changed', { count: changed }),
      unchanged: say('programme.unchanged', { count: unchanged }),
    }),
    unreadable === 0 ? '' : say('programme.unreadable', { count: unreadable }),
    say('programme.next', { command: seeCommand }),
  ];
  return { components: [textBlock(lines.filter((line) => line !== '').join('\n'))] };
}
