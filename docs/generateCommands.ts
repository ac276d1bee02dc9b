// Writes docs/commands.md from the commands' own declarations. Run by `npm run docs`; a test checks that the page is up to date.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { commands } from '../commands/index.ts';
import type { Command, Subcommand } from '../src/kit/defineCommand.ts';
import type { Option } from '../src/kit/options.ts';
import { type Say, sayIn } from '../src/kit/translate.ts';

/** The page, as Markdown. */
export function commandsPage(): string {
  const say = sayIn('en');
  const sections = commands.map((command) => commandSection(command as Command<never>, say));
  return `# Commands\n\nMade from the commands' declarations by \`npm run docs\`; do not edit.\n\n${sections.join('\n')}`;
}

function commandSection(command: Command<never>, say: Say): string {
  const who = command.access === 'members' ? 'Members' : 'Moderators';
  const description = say(`commands.${command.name}.description`);
  if (command.kind === 'messageMenu') {
    const title = say(`commands.${command.name}.title`);
    return `## ${title}\n\n${who}, in the menu of a message, under Apps. ${description}.\n`;
  }
  const head = `## /${command.name}\n\n${who}. ${description}.\n`;
  return `${head}\n${command.subcommands.map((subcommand) => subcommandSection(command.name, subcommand, say)).join('\n')}`;
}

function subcommandSection(command: string, { name, options }: Subcommand<never>, say: Say): string {
  const key = name === '' ? `commands.${command}` : `commands.${command}.${name}`;
  const head = name === '' ? '' : `### /${command} ${name}\n\n${say(`${key}.description` as 'commands.')}.\n`;
  const rows = Object.entries(options)
    .sort(([, a], [, b]) => Number(b.isRequired) - Number(a.isRequired))
    .map(
      ([option, declared]) =>
        `| \`${option}\` | ${kindOf(declared)} | ${say(`${key}.options.${option}` as 'commands.')} |`,
    );
  if (rows.length === 0) return head;
  return `${head}${head === '' ? '' : '\n'}| option | takes | meaning |\n|---|---|---|\n${rows.join('\n')}\n`;
}

function kindOf({ kind, isRequired, choices, completes, min, max, channelKinds }: Option): string {
  const bounds = kind === 'integer' ? ` ${min}–${max}` : '';
  const parts = [
    choices ? choices.map((choice) => `\`${choice}\``).join(' or ') : `${kind}${bounds}`,
    channelKinds ? `(${channelKinds.join(', ')})` : '',
    completes ? '(offers choices)' : '',
    isRequired ? '**required**' : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** Where the page lies. */
export const pageUrl = new URL('./commands.md', import.meta.url);

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(pageUrl, commandsPage());
