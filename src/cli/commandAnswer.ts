// What every command of the people who run a bot is given, and what it comes to.

import type { Progress } from './progress.ts';

/** Words for a person, and the same as data. */
export interface CommandAnswer {
  readonly text: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Something is to be mended. */
  readonly isTroubled?: boolean;
}

/** @param operands what was typed after the name. @throws an error whose message says what to do */
export type RunCommand = (operands: readonly string[], progress: Progress) => Promise<CommandAnswer>;

/** It was typed wrongly; the message says what would be right. */
export class UsageError extends Error {
  override name = 'UsageError';
}
