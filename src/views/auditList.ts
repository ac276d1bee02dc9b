// What moderators changed, newest first: when, who, what it was and what it became.

import type { AuditRecord } from '../domain/auditedChange.ts';
import type { GuildSettings } from '../domain/settings.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { container, entryTextLimit, present, selectRow, textBlock } from './blocks.ts';
import { calendarName } from './calendarState.ts';
import { pageMark, pageRow } from './pageRow.ts';
import { choicesInWords } from './setupSaved.ts';
import { choiceLines } from './sourceChoices.ts';
import { cutText, escapeLine, fittingLines, linkTo, oneLine, timestamp } from './text.ts';

const valueLimit = 80;
const linesLimit = entryTextLimit - 120;

export interface AuditList {
  /** Those of this page, newest first. */
  readonly entries: readonly AuditRecord[];
  /** Of the server: what a source does as the server does. */
  readonly settings: GuildSettings;
  readonly page: number;
  readonly pageCount: number;
  /** How far back the list looks. */
  readonly days: number;
  /** What came of the last press, one finished sentence. */
  readonly outcome?: string | undefined;
  readonly say: Say;
}

export function auditList({ entries, settings, page, pageCount, days, outcome, say }: AuditList): MessageView {
  const toPage = (other: number) => customId('audit', 'page', `${days}.${other}`);
  const texts = entries.map((entry) => textBlock(entryText(entry, settings, say)));
  const undoable = entries
    .filter(({ change }) => change !== undefined)
    .map((entry) => ({
      label: menuLabel(entry, settings, say),
      value: `${entry.id}`,
    }));
  const menu = selectRow(customId('audit', 'putBack', `${days}.${page}`), say('audit.putBackMenu'), undoable);
  return {
    components: [
      container([
        textBlock(`**${say('audit.heading', { count: days })}**${pageMark({ page, pageCount }, say)}`),
        ...texts,
        ...(outcome === undefined ? [] : [textBlock(outcome)]),
        ...present(menu),
        ...present(pageRow({ page, pageCount, toPage }, say)),
      ]),
    ],
  };
}

function menuLabel(entry: AuditRecord, settings: GuildSettings, say: Say): string {
  const { change, command } = entry;
  if (change?.kind === 'calendar') return say('audit.calendarStopped', { calendar: calendarName(change.stopped) });
  return oneLine(changesInWords(entry, settings, say)[0] ?? command).replace(/^- /, '');
}

function entryText(entry: AuditRecord, settings: GuildSettings, say: Say): string {
  const heading = `${timestamp(entry.at, 'F')} · <@${entry.userId}> · **/${escapeLine(entry.command, valueLimit)}**`;
  return [heading, ...fittingLines(changesInWords(entry, settings, say), linesLimit)].join('\n');
}

function changesInWords({ change, options }: AuditRecord, settings: GuildSettings, say: Say): string[] {
  switch (change?.kind) {
    case 'settings': {
      const [was, became] = [choicesInWords(change.before, say), choicesInWords(change.after, say)];
      return was.flatMap((before, place) => {
        const after = became[place] ?? '';
        return before === after ? [] : [`- ${say('audit.changed', { before, after })}`];
      });
    }
    case 'source': {
      const plain = (line: string) => line.replace(/^- /, '');
      const was = choiceLines(change.before, settings, say).map(plain);
      const became = choiceLines(change.after, settings, say).map(plain);
      const before = was.filter((line) => !became.includes(line)).join(', ');
      const after = became.filter((line) => !was.includes(line)).join(', ');
      const nothing = say('audit.nothing');
      return [`- ${say('audit.changed', { before: before || nothing, after: after || nothing })}`];
    }
    case 'calendar': {
      const { stopped } = change;
      const calendar = linkTo(cutText(calendarName(stopped), valueLimit), stopped.url);
      return [`- ${say('audit.calendarStopped', { calendar })}`];
    }
    case undefined:
      return Object.entries(options).map(
        ([name, value]) => `- ${escapeLine(name, valueLimit)}: ${escapeLine(`${value}`, valueLimit)}`,
      );
  }
}
