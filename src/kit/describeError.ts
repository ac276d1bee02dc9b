// An error as the log keeps it: what kind, where, which code. Not what it carries along (bodies of requests, headers), and of
// its message not what it quotes: that may be what somebody typed.

/** Frames of a stack that say enough. */
const framesKept = 15;
/** Errors within errors. */
const depthKept = 3;
/** Characters of a message. */
const messageLength = 300;

export interface DescribedError {
  readonly type: string;
  readonly message?: string;
  readonly code?: string | number;
  /** Of an HTTP answer. */
  readonly status?: number;
  readonly stack?: string;
  readonly cause?: DescribedError;
}

/** Total: takes whatever was thrown. */
export function describeError(error: unknown, depth = 1): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, status } = error as { code?: unknown; status?: unknown };
  return {
    type: error.name,
    message: withoutQuotes(error).slice(0, messageLength),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof status === 'number' ? { status } : {}),
    stack: framesOf(error),
    ...(error.cause === undefined || depth === depthKept ? {} : { cause: describeError(error.cause, depth + 1) }),
  };
}

/** The engine quotes names of the program, everybody else what they were given; a RangeError names it after a colon. */
function withoutQuotes(error: Error): string {
  if (error instanceof RangeError) return error.message.replace(/:.*/s, '');
  const foreign = error.message.replace(/".*"|`.*`|“.*”/gs, '"…"');
  return error instanceof TypeError || error instanceof ReferenceError ? foreign : foreign.replace(/'.*'/gs, "'…'");
}

function framesOf({ stack = '' }: Error): string {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, framesKept).join('\n');
}
