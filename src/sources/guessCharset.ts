// Bytes that say nothing of their charset and are not UTF-8 → the charset they are most likely in.

import { analyse } from 'chardet';
import { findCharset } from './charsetName.ts';

/** Bytes of text that are looked at. */
const sampleBytes = 16_384;
/** Fewer bytes beyond ASCII than this could be anything. */
const minForeignBytes = 16;
/** Share of them that stand beside another one when the words are of another script. */
const minForeignShare = 0.8;

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
  for (const { name } of analyse(sample)) {
    const charset = latinNames.test(name) ? undefined : findCharset(name);
    if (charset !== undefined) return charset;
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
