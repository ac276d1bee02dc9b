// UTF-8 with a few bytes of windows-1252 in it: somebody pasted a quote, or the text was cut within a character. Read as
// windows-1252 throughout, every other accent would be lost.

import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** Invalid places; a text with more of them is in another charset. */
const maxStrays = 500;
/** Valid characters beyond ASCII for each invalid place. */
const minValidPerStray = 4;
/** Bytes read at once. */
const blockBytes = 1_024;

const sequences =
  /(?:[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})+|[\x80-\xff]+?/g;

/** @returns undefined when the bytes are not UTF-8 for the most part */
export function decodeMixedUtf8(buffer: Buffer): string | undefined {
  const text = buffer.toString('utf8');
  const strays = text.split('\ufffd', maxStrays + 1).length - 1;
  if (strays >= maxStrays || countBeyondAscii(text, strays * (minValidPerStray + 1)) < strays * (minValidPerStray + 1))
    return undefined;
  const parts: string[] = [];
  for (let start = 0; start < buffer.length; ) {
    const end = endOfBlock(buffer, start + blockBytes);
    const block = buffer.subarray(start, end);
    parts.push(isUtf8(block) ? block.toString('utf8') : decodeBlock(block));
    start = end;
  }
  return parts.join('');
}

function decodeBlock(block: Buffer): string {
  return block.toString('latin1').replace(sequences, (run) => {
    const bytes = Buffer.from(run, 'latin1');
    return isUtf8(bytes) ? bytes.toString('utf8') : iconv.decode(bytes, 'windows-1252');
  });
}

/** The next place at or after `from` where no character is under way. */
function endOfBlock(buffer: Buffer, from: number): number {
  let end = from;
  while (end < from + 4 && ((buffer[end] ?? 0) & 0xc0) === 0x80) end += 1;
  return Math.min(end, buffer.length);
}

/** Counts up to `enough`. */
function countBeyondAscii(text: string, enough: number): number {
  let count = 0;
  for (const _ of text.matchAll(/[^\0-\x7f]/g)) {
    count += 1;
    if (count >= enough) break;
  }
  return count;
}
