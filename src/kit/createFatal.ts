// What ends the bot from within. Whoever meets it says so here and goes on as well as it can; the process ends in order.

export interface Fatal {
  /** Only the first error counts. */
  readonly fail: (error: Error) => void;
  /** Resolves with the error; never, while all is well. */
  readonly failed: Promise<Error>;
}

export function createFatal(): Fatal {
  let fail: Fatal['fail'] = () => undefined;
  const failed = new Promise<Error>((resolve) => {
    fail = resolve;
  });
  return { fail, failed };
}
