// Every command of the people who run a bot, by name. Each is loaded only when it is asked for.

import { type RunCommand, UsageError } from './commandAnswer.ts';

interface OperatorCommand {
  readonly name: string;
  /** What is typed after the name; in brackets what may be left out. */
  readonly operands: string;
  readonly purpose: string;
  load(): Promise<RunCommand>;
}

export const operatorCommands: readonly OperatorCommand[] = [
  {
    name: 'doctor',
    operands: '',
    purpose: 'all that a bot needs to work, and how to mend what is not right',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  {
    name: 'backup',
    operands: '',
    purpose: 'a copy of the database now, also while the bot runs',
    load: async () => (await import('./backup.ts')).backup,
  },
  {
    name: 'restore',
    operands: '[<file>]',
    purpose: 'the copies there are; puts one in the place of the database while the bot is stopped',
    load: async () => (await import('./restore.ts')).restore,
  },
  {
    name: 'health',
    operands: '',
    purpose: 'whether the bot that runs here is alive, for supervisors',
    load: async () => (await import('./health.ts')).health,
  },
  {
    name: 'preview',
    operands: '<url>',
    purpose: "an article's card, question, summary and conference, or those of the newest of a site or feed",
    load: async () => (await import('./preview.ts')).preview,
  },
  { name: 'help', operands: '', purpose: 'this list', load: async () => help },
];

const help: RunCommand = async () => ({
  text: `npm run bot -- <command>\n\n${listCommands()}\n\n--json  one JSON object on standard output, also of what went wrong`,
  facts: { commands: operatorCommands.map(({ name, operands, purpose }) => ({ name, operands, purpose })) },
});

/** @throws UsageError that says what there is */
export async function loadCommand(name: string): Promise<RunCommand> {
  const found = operatorCommands.find((command) => command.name === name);
  if (!found) throw new UsageError(`There is no command ${name}. There are:\n\n${listCommands()}`);
  const run = await found.load();
  const most = found.operands === '' ? 0 : 1;
  const least = found.operands.startsWith('<') ? 1 : 0;
  return (operands, progress) => {
    const fault =
      operands.length > most ? 'Too many words' : operands.length < least ? 'Something is missing' : undefined;
    if (fault !== undefined)
      throw new UsageError(`${fault} after ${name}. Type: npm run bot -- ${`${name} ${found.operands}`.trim()}`);
    return run(operands, progress);
  };
}

function listCommands(): string {
  const lines = operatorCommands.map(({ name, operands, purpose }) => [`${name} ${operands}`.trim(), purpose] as const);
  const width = Math.max(...lines.map(([typed]) => typed.length));
  return lines.map(([typed, purpose]) => `${typed.padEnd(width)}  ${purpose}`).join('\n');
}
