// Bytes that say nothing of their charset and are not UTF-8 → the charset they are most likely in.

import { analyse } from 'chardet';
import { findCharset } from './charsetName.ts';

/** Bytes of text that are looked at. */
const sampleBytes = 16_384;
/** Fewer bytes beyond ASCII than this could be anything. */
const minForeignBytes = 16;
/** Share of them that stand beside another one when the words are of another script. */
const minForeignShare = 0.8;

/** Of a hundred; below it the guess is little more than “these bytes could be”. */
const minConfidence = 50;
const thai = 'windows-874';

/** Latin charsets can hardly be told apart by their bytes; windows-1252 is the most common by far. */
const latin = 'windows-1252';
const latinNames = /^(?:ascii|utf-|iso-8859-[129]$|windows-125[02478]$)/i;

/**
 * Words of another script are made of bytes beyond ASCII throughout, while in a Latin text accented letters stand among plain
 * ones. Only the former are worth a guess.
 */
export function guessCharset(buffer: Buffer): string {
  const sample = Buffer.from(sampleOf(buffer), 'latin1');
  if (!isForeign(sample)) return latin;
  for (const { name, confidence } of analyse(sample)) {
    const charset = latinNames.test(name) ? undefined : findCharset(name);
    if (charset !== undefined) return confidence < minConfidence && isThai(sample) ? thai : charset;
  }
  return latin;
}

/** The text from the first byte beyond ASCII on, without its tags. */
function sampleOf(buffer: Buffer): string {
  const first = buffer.findIndex((byte) => byte >= 0x80);
  const start = Math.max(first, 0);
  return buffer
    .subarray(start, start + sampleBytes)
    .toString('latin1')
    .replace(/<[^<>]*>/g, ' ');
}

function isForeign(sample: Buffer): boolean {
  let foreign = 0;
  let together = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte < 0x80) continue;
    foreign += 1;
    if ((sample[index - 1] ?? 0) >= 0x80 || (sample[index + 1] ?? 0) >= 0x80) together += 1;
  }
  return foreign >= minForeignBytes && together >= foreign * minForeignShare;
}

/**
 * Statistics of words do not know Thai, its spelling does: a vowel or tone above or below the line stands on a consonant or on
 * another such sign. @see https://www.unicode.org/charts/PDF/U0E00.pdf
 */
function isThai(sample: Buffer): boolean {
  let signs = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte < 0x80) continue;
    if ((byte > 0xda && byte < 0xdf) || byte > 0xfb) return false;
    if (!isSign(byte)) continue;
    const before = sample[index - 1] ?? 0;
    if (!isSign(before) && (before < 0xa1 || before > 0xce)) return false;
    signs += 1;
  }
  return signs > 0;
}

function isSign(byte: number): boolean {
  return byte === 0xd1 || (byte >= 0xd4 && byte <= 0xda) || (byte >= 0xe7 && byte <= 0xee);
}
