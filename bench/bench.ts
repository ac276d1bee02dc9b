// What a benchmark is: figures, each beside a yardstick that was measured in the same run.

export interface Row {
  readonly bench: string;
  readonly figure: string;
  /** With its unit. */
  readonly value: string;
  readonly yardstick: string;
  /** The figure as a multiple of its yardstick; above 1 is better. */
  readonly ratio: number;
}

export interface Bench {
  readonly name: string;
  /** Run only where it is named. */
  readonly isLong?: boolean;
  run(): Promise<readonly Row[]>;
}
