// What an answer makes of a source's cursor: what to send with the next request, and when to send it.

import { nextPollAfterReading, type PollOccasion } from '../domain/pollSchedule.ts';
import type { PollWishes, Source, Validators } from '../domain/source.ts';
import type { FeedReading, NotModified } from '../ports/reader.ts';
import type { Cursor } from '../ports/sources.ts';

/** What was known of the source before; empty for one that is read for the first time. */
type Known = Partial<Pick<Source, 'fingerprint' | 'wishes'>>;

export function cursorOf(known: Known, reading: FeedReading | NotModified, occasion: PollOccasion): Cursor {
  const { movedTo } = reading;
  const wishes = wishesOf(known, reading);
  return {
    validators: usableValidators(known, reading),
    readAt: occasion.now,
    nextPollAt: nextPollAfterReading(occasion, wishes),
    ...(movedTo === undefined ? {} : { movedTo }),
    ...(Object.keys(wishes).length === 0 ? {} : { wishes }),
  };
}

/** A 304 brings no document, so what the last one asked for stands. */
function wishesOf(known: Known, reading: FeedReading | NotModified): PollWishes {
  const { freshForMs } = reading;
  const said = reading.kind === 'read' ? reading.wishes : known.wishes;
  return { ...said, ...(freshForMs === undefined ? {} : { freshForMs }) };
}

/**
 * The validators of a document that came in part would hide the rest of it behind a 304, so it is asked for once more without a
 * condition; what comes in the same part then is so for good.
 */
function usableValidators({ fingerprint }: Known, reading: FeedReading | NotModified): Validators {
  const isNewPart = reading.kind === 'read' && reading.isCut && reading.fingerprint !== fingerprint;
  return isNewPart ? {} : reading.validators;
}
