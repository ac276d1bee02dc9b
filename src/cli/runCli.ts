// What was typed → an answer on standard output and a code that tells why. A command that fails says one sentence: on standard
// error, or, asked for JSON, as part of the one object on standard output.

import { parseArgs } from 'node:util';
import { ConfigError, exitCodes } from '../config.ts';
import { isSayable } from '../domain/errors.ts';
import { sayIn } from '../kit/translate.ts';
import { StoreInUse, StoreUnusable } from '../store/openStore.ts';
import { type CommandAnswer, UsageError } from './commandAnswer.ts';
import { loadCommand } from './operatorCommands.ts';
import { createProgress, noProgress } from './progress.ts';

export interface Streams {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { readonly isTTY?: boolean; write(text: string): unknown };
}

/** @param args what follows the program. @returns the exit code */
export async function runCli(args: readonly string[], { stdout, stderr }: Streams): Promise<number> {
  const isJson = args.includes('--json');
  const progress = isJson ? noProgress : createProgress(stderr);
  let command = 'help';
  const print = (facts: Readonly<Record<string, unknown>>) =>
    stdout.write(`${withoutControls(JSON.stringify(facts))}\n`);
  try {
    const { name, operands } = parse(args);
    command = name;
    const run = await loadCommand(name);
    const { text, facts, isTroubled = false }: CommandAnswer = await run(operands, progress);
    progress.end();
    if (isJson) print({ command, ok: !isTroubled, ...facts });
    else stdout.write(`${withoutControls(text)}\n`);
    return isTroubled ? exitCodes.failure : 0;
  } catch (error) {
    progress.end();
    const exitCode = exitCodeOf(error);
    const sentence = sentenceOf(error);
    if (isJson) print({ command, ok: false, error: sentence, exitCode });
    else stderr.write(`${withoutControls(sentence)}\n`);
    return exitCode;
  }
}

function parse(args: readonly string[]): { readonly name: string; readonly operands: readonly string[] } {
  try {
    const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [name = 'help', ...operands] = positionals;
    return values.help ? { name: 'help', operands: [] } : { name, operands };
  } catch (error) {
    // What follows explains how to give a word that begins with a dash, which no command takes.
    const [fault] = String(error instanceof Error ? error.message : error).split('. ');
    throw new UsageError(`${fault}. To see what there is: npm run bot -- help`);
  }
}

/** Titles and addresses come from sites: none of them gives orders to a terminal. */
function withoutControls(text: string): string {
  return text.replace(/(?!\n)\p{Cc}/gu, '');
}

function sentenceOf(error: unknown): string {
  if (isSayable(error)) return sayIn('en')(error.sentence, error.args);
  return error instanceof Error ? error.message : String(error);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof StoreInUse) return exitCodes.inUse;
  return error instanceof ConfigError || error instanceof StoreUnusable ? exitCodes.configuration : exitCodes.failure;
}
