// SQLite answers without waiting, so what asks it again and again never lets the event loop turn: timers, sockets and commands would
// wait for the whole of it. Who asks passes here first.

/** How long one turn of the loop may go on asking. Milliseconds. */
const turnMs = 10;

let turnBeganAt: number | undefined;

/** Resolves at once in a young turn of the event loop, in the next turn otherwise. */
export async function letOthersIn(): Promise<void> {
  if (turnBeganAt === undefined) {
    turnBeganAt = performance.now();
    setImmediate(() => {
      turnBeganAt = undefined;
    });
  } else if (performance.now() - turnBeganAt > turnMs) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
