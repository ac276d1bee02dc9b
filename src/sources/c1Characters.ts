// Bytes somebody took for Latin-1 and wrote as UTF-8. Their trace are C1 controls, which no text for people holds: U+0092 where
// windows-1252 has a curly quote, or U+00E2 U+0080 U+0099 where UTF-8 has one.

import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

const meant: readonly string[] = Array.from({ length: 32 }, (_, index) =>
  iconv.decode(Buffer.of(0x80 + index), 'windows-1252'),
);

const c1 = /[\u0080-\u009f]/;
const utf8Run = /[\u00c2-\u00f4][\u0080-\u00bf]{1,3}/g;

/** Each control becomes what was meant. */
export function mendC1Characters(text: string): string {
  if (!c1.test(text)) return text;
  return text
    .replace(utf8Run, mendRun)
    .replace(/[\u0080-\u009f]/g, (character) => meant[character.charCodeAt(0) - 0x80] ?? '');
}

/** Runs remembered; a text has the same few quotes and accents again and again. */
const maxKnownRuns = 1_000;
const knownRuns = new Map<string, string>();

function mendRun(run: string): string {
  const known = knownRuns.get(run);
  if (known !== undefined) return known;
  const bytes = Buffer.from(run, 'latin1');
  const mended = c1.test(run) && isUtf8(bytes) ? bytes.toString('utf8') : run;
  if (knownRuns.size < maxKnownRuns) knownRuns.set(run, mended);
  return mended;
}

const c1Reference = /&#(?:1[2-5]\d|x[89][\da-f]);/gi;

/**
 * The same controls written as references, `&#226;&#128;&#153;`, as the characters they stand for. HTML itself reads such a
 * reference as windows-1252, so that what was a run of UTF-8 could no longer be told.
 */
export function decodeC1References(text: string): string {
  return text.replace(c1Reference, (reference) => {
    const isHex = /x/i.test(reference);
    const code = Number.parseInt(reference.slice(isHex ? 3 : 2), isHex ? 16 : 10);
    return code >= 0x80 && code <= 0x9f ? String.fromCharCode(code) : reference;
  });
}
