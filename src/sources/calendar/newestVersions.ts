// Events that are there more than once: the latest version of each counts.

import type { ParsedEvent } from './parseEvent.ts';
import { keyOf } from './recurrence/listInstances.ts';

/** One event or series, and what replaces some of its instances. */
export interface EventGroup {
  /** Unset: the calendar has only replacements. */
  readonly master?: ParsedEvent;
  readonly replacements: readonly ParsedEvent[];
}

/**
 * By UID, in the order of the calendar.
 *
 * @param report is told of each event of which there are several versions
 */
export function groupNewest(events: readonly ParsedEvent[], report: (problem: string) => void): EventGroup[] {
  const groups = new Map<string, Map<string, ParsedEvent>>();
  for (const found of events) {
    const group = groups.get(found.event.uid) ?? new Map<string, ParsedEvent>();
    groups.set(found.event.uid, group);
    const name = nameOf(found);
    const before = group.get(name);
    if (before !== undefined) report(`${found.event.title}: it is there more than once, its latest version counts`);
    if (before === undefined || !isNewer(before, found)) group.set(name, found);
  }
  return [...groups.values()].map((group) => {
    const master = group.get('');
    return { ...(master ? { master } : {}), replacements: [...group.values()].filter((found) => found !== master) };
  });
}

/** A calendar may change one instance and, apart from that, all from that one on. */
function nameOf({ replaces }: ParsedEvent): string {
  return replaces === undefined ? '' : `${replaces.isAndFuture ? 'from ' : ''}${keyOf(replaces)}`;
}

/** Of versions that say the same of their age, the one further down. */
function isNewer(one: ParsedEvent, other: ParsedEvent): boolean {
  if (one.sequence !== other.sequence) return one.sequence > other.sequence;
  return one.writtenAt > other.writtenAt;
}
