// The lines of an iCalendar file, cut into its components, however broken the file is. A component that is not closed ends
// where the next one begins, so that one bad event costs only itself.

/** One VEVENT or VTIMEZONE: its unfolded lines, BEGIN and END included. */
export interface CalendarPart {
  readonly name: 'VEVENT' | 'VTIMEZONE';
  readonly lines: readonly string[];
  /** False where its END is missing. */
  readonly isClosed: boolean;
}

export interface CalendarParts {
  /** Lines of the calendar itself. */
  readonly head: readonly string[];
  readonly parts: readonly CalendarPart[];
}

/** Characters of one unfolded line. */
const maxLineLength = 100_000;

export function splitCalendar(text: string): CalendarParts {
  const head: string[] = [];
  const parts: CalendarPart[] = [];
  let name: CalendarPart['name'] | undefined;
  let lines: string[] = [];
  let nested: string[] = [];

  const finish = (isClosed: boolean) => {
    if (name !== undefined) parts.push({ name, lines: isClosed ? lines : [...lines, `END:${name}`], isClosed });
    name = undefined;
    lines = [];
    nested = [];
  };
  for (const line of unfold(text)) {
    const [, edge, component] = /^(BEGIN|END):\s?([A-Z-]{1,40})\s*$/i.exec(line) ?? [];
    const known = component?.toUpperCase();
    const begins = edge?.toUpperCase() === 'BEGIN';
    if (begins && (known === 'VEVENT' || known === 'VTIMEZONE')) {
      finish(false);
      name = known;
      lines = [`BEGIN:${known}`];
    } else if (name === undefined) {
      if (edge === undefined) head.push(line);
    } else if (known === name && edge !== undefined && !begins) {
      lines.push(`END:${name}`);
      finish(true);
    } else if (known === 'VCALENDAR') {
      finish(false);
    } else if (name === 'VTIMEZONE') {
      lines.push(line);
    } else if (known !== undefined) {
      // Alarms within an event have lines of the same names as the event.
      if (begins) nested.push(known);
      else nested = nested.filter((open) => open !== known);
    } else if (nested.length === 0) {
      lines.push(line);
    }
  }
  finish(false);
  return { head, parts };
}

/** @see RFC 5545 section 3.1: a line that begins with a blank continues the one before */
function unfold(text: string): string[] {
  const lines: string[] = [];
  let pieces: string[] = [];
  let length = 0;
  const push = () => {
    const line = pieces.join('');
    if (line.trim() !== '') lines.push(line);
  };
  for (const raw of text.replace(/^\ufeff/, '').split(/\r\n?|\n/)) {
    if (/^[ \t]/.test(raw) && pieces.length > 0) {
      if (length < maxLineLength) pieces.push(raw.slice(1));
      length += raw.length;
    } else {
      push();
      pieces = [raw.slice(0, maxLineLength)];
      length = raw.length;
    }
  }
  push();
  return lines;
}

/** What stands behind a property's colon, trimmed; empty where there is none. @param name upper case */
export function valueIn(lines: readonly string[], name: string): string {
  const line = lines.find(
    (candidate) => candidate.toUpperCase().startsWith(name) && /^[:;]/.test(candidate.slice(name.length)),
  );
  return line === undefined ? '' : line.slice(line.indexOf(':') + 1).trim();
}
