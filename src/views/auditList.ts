// What moderators changed, newest first: when, who, what it was and what it became.

import { type AuditRecord, isChanged } from '../domain/auditedChange.ts';
import type { GuildSettings } from '../domain/settings.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { container, entriesPerPage, present, selectRow, textBlock } from './blocks.ts';
import { calendarName } from './calendarState.ts';
import { pageMark, pageRow } from './pageRow.ts';
import { choicesInWords } from './setupSaved.ts';
import { choiceLines } from './sourceChoices.ts';
import { cutText, escapeLine, fittingLines, linkTo, timestamp } from './text.ts';

const valueLimit = 80;
const linesLimit = 500;
/** Of what a source did before, and of what it does now. */
const choicesLimit = 190;
const outcomeLimit = 750;

export interface AuditList {
  /** Those of this page, newest first. */
  readonly entries: readonly AuditRecord[];
  /** Of the server: what a source does as the server does. */
  readonly settings: GuildSettings;
  readonly page: number;
  readonly pageCount: number;
  /** How far back the list looks. */
  readonly days: number;
  /** What came of the last press, in finished sentences. */
  readonly outcome: readonly string[];
  readonly say: Say;
}

export function auditList({ entries, settings, page, pageCount, days, outcome, say }: AuditList): MessageView {
  const toPage = (other: number) => customId('audit', 'page', `${days}.${other}`);
  const numbered = entries.map((entry, place) => ({ entry, number: page * entriesPerPage + place + 1 }));
  const texts = numbered.map(({ entry, number }) => textBlock(entryText(number, entry, settings, say)));
  // A menu shows no channels or roles, so an entry goes by its number.
  const undoable = numbered
    .filter(({ entry: { change } }) => change !== undefined && isChanged(change))
    .map(({ entry, number }) => ({ label: `${number} · ${menuLabel(entry, say)}`, value: `${entry.id}` }));
  const menu = selectRow(customId('audit', 'putBack', `${days}.${page}`), say('audit.putBackMenu'), undoable);
  return {
    components: [
      container([
        textBlock(`**${say('audit.heading', { count: days })}**${pageMark({ page, pageCount }, say)}`),
        ...texts,
        ...(outcome.length === 0 ? [] : [textBlock(fittingLines(outcome, outcomeLimit).join('\n'))]),
        ...present(menu),
        ...present(pageRow({ page, pageCount, toPage }, say)),
      ]),
    ],
  };
}

function menuLabel({ change, command }: AuditRecord, say: Say): string {
  if (change?.kind === 'calendar') return say('audit.calendarStopped', { calendar: calendarName(change.stopped) });
  return asUsed(command);
}

function entryText(number: number, entry: AuditRecord, settings: GuildSettings, say: Say): string {
  const command = escapeLine(asUsed(entry.command), valueLimit);
  const heading = `${number} · ${timestamp(entry.at, 'F')} · <@${entry.userId}> · **${command}**`;
  const lines = [...optionsInWords(entry, say), ...changesInWords(entry, settings, say)].map((line) => `- ${line}`);
  const shown = fittingLines(lines, linesLimit);
  return [heading, ...shown, ...(shown.length < lines.length ? ['- …'] : [])].join('\n');
}

/** What is typed has no capitals at Discord; what has is an entry in the menu of a message. */
function asUsed(command: string): string {
  return /^\p{Lu}/u.test(command) ? command : `/${command}`;
}

/** What stands in the audit beside the options that people type. */
const ownOptions = {
  answer: 'audit.options.answer',
  articles: 'audit.options.articles',
  events: 'audit.options.events',
  leftOut: 'audit.options.leftOut',
  posted: 'audit.options.posted',
  released: 'audit.options.released',
} as const;

function optionsInWords({ options }: AuditRecord, say: Say): string[] {
  return Object.entries(options).map(([name, value]) => {
    const label = isOwn(name) ? say(ownOptions[name]) : escapeLine(name, valueLimit);
    return `${label}: ${valueInWords(name, value)}`;
  });
}

function isOwn(name: string): name is keyof typeof ownOptions {
  return Object.hasOwn(ownOptions, name);
}

/** Channels and roles are kept by their ids. */
function valueInWords(name: string, value: string | number | boolean): string {
  const isId = /^\d+$/.test(`${value}`);
  if (isId && name === 'channel') return `<#${value}>`;
  if (isId && name === 'role') return `<@&${value}>`;
  return escapeLine(`${value}`, valueLimit);
}

function changesInWords({ change }: AuditRecord, settings: GuildSettings, say: Say): string[] {
  switch (change?.kind) {
    case 'settings': {
      const [was, became] = [choicesInWords(change.before, say), choicesInWords(change.after, say)];
      return was.flatMap((before, place) => {
        const after = became[place] ?? '';
        return before === after ? [] : [say('audit.changed', { before, after })];
      });
    }
    case 'source': {
      const was = choiceLines(change.before, settings, say, valueLimit).map(plain);
      const became = choiceLines(change.after, settings, say, valueLimit).map(plain);
      const before = together(
        was.filter((line) => !became.includes(line)),
        say,
      );
      const after = together(
        became.filter((line) => !was.includes(line)),
        say,
      );
      return [say('audit.changed', { before, after })];
    }
    case 'calendar': {
      const { stopped } = change;
      const calendar = linkTo(cutText(calendarName(stopped), valueLimit), stopped.url);
      return [say('audit.calendarStopped', { calendar })];
    }
    case undefined:
      return [];
  }
}

function plain(line: string): string {
  return line.replace(/^- /, '');
}

function together(choices: readonly string[], say: Say): string {
  const shown = fittingLines(choices, choicesLimit);
  return [...shown, ...(shown.length < choices.length ? ['…'] : [])].join(', ') || say('audit.nothing');
}
