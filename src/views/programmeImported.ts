// The answer to an imported calendar: what came of it.

import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { textBlock } from './blocks.ts';
import { escapeLine } from './text.ts';

const calendarTitleLimit = 120;

interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface ProgrammeImported extends Counts {
  /** The calendar's own title; may be empty. */
  readonly title: string;
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
    listCounts({ added, changed, unchanged }, say),
    unreadable === 0 ? '' : say('programme.unreadable', { count: unreadable }),
    say('programme.next', { command: seeCommand }),
  ];
  return { components: [textBlock(lines.filter((line) => line !== '').join('\n'))] };
}

/** "Events: 6 new, one changed." Nothing is said of what did not occur. */
function listCounts({ added, changed, unchanged }: Counts, say: Say): string {
  const counts = [
    added === 0 ? '' : say('programme.added', { count: added }),
    changed === 0 ? '' : say('programme.changed', { count: changed }),
    unchanged === 0 ? '' : say('programme.unchanged', { count: unchanged }),
  ].filter((count) => count !== '');
  return counts.length === 0 ? '' : say('programme.counts', { counts: counts.join(', ') });
}
