// A row of the fault matrix: what may break, what must happen then, and the tests that hold it.

/** Tests of one file, by a part of their full names; all of the file where none is given. */
export interface HeldBy {
  readonly file: string;
  readonly tests?: RegExp;
}

export interface MatrixRow {
  readonly number: number;
  readonly fault: string;
  /** How it is brought about. */
  readonly injection: string;
  /** What must happen. */
  readonly expectation: string;
  /** Unset: not yet, and why is in `expectation`. */
  readonly heldBy?: readonly HeldBy[];
}
