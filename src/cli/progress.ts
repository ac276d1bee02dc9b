// How far long work has come, as a bar on standard error, where a terminal shows it; whoever reads the output of a pipe is spared.

/** Called with how much is done of what there is, or with neither, where nobody can tell. */
export interface Progress {
  show(work: string, done?: number, total?: number): void;
  /** Takes the bar away. */
  end(): void;
}

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const barWidth = 24;
/** How often the seconds of work that cannot be measured are counted on. Milliseconds. */
const tickMs = 500;
const clearLine = '\r\u001B[K';

export const noProgress: Progress = { show: () => undefined, end: () => undefined };

export function createProgress(terminal: Terminal, now: () => number = Date.now): Progress {
  if (!terminal.isTTY) return noProgress;
  let shown = '';
  let begun: { readonly work: string; readonly at: number } | undefined;
  let ticking: NodeJS.Timeout | undefined;

  const draw = (line: string) => {
    if (line !== shown) terminal.write(`${clearLine}${line}`);
    shown = line;
  };
  const drawSeconds = () => {
    if (begun) draw(`${begun.work}, ${Math.floor((now() - begun.at) / 1000)} s`);
  };

  return {
    show(work, done, total) {
      clearInterval(ticking);
      if (begun?.work !== work) begun = { work, at: now() };
      if (done !== undefined && total !== undefined) return draw(barOf(work, done, total));
      drawSeconds();
      ticking = setInterval(drawSeconds, tickMs).unref();
    },
    end() {
      clearInterval(ticking);
      if (shown !== '') terminal.write(clearLine);
      shown = '';
      begun = undefined;
    },
  };
}

/** `[######------------------]  25 %  copying the database` */
function barOf(work: string, done: number, total: number): string {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 1;
  const full = Math.round(share * barWidth);
  const percent = `${Math.floor(share * 100)}`.padStart(3);
  return `[${'#'.repeat(full)}${'-'.repeat(barWidth - full)}] ${percent} %  ${work}`;
}
