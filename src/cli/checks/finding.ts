// What a check found: all is right, or what is not and what a person does about it.

import type { Progress } from '../progress.ts';

export interface Finding {
  readonly isFine: boolean;
  /** One sentence. */
  readonly text: string;
  /** What to do; set exactly where something is not right. */
  readonly mend?: string;
}

/** The machine as the checks see it. */
export interface Machine {
  /** Without a `v`. */
  readonly nodeVersion: string;
  /** Bytes that a file in this folder may still take. */
  freeBytes(folder: string): number;
  now(): number;
}

export interface CheckParts {
  readonly machine: Machine;
  readonly progress: Progress;
}

export const fine = (text: string): Finding => ({ isFine: true, text });
export const wrong = (text: string, mend: string): Finding => ({ isFine: false, text, mend });

/** "1 source", "3 sources". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
