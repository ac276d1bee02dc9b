// Bytes of windows-1252 that somebody took for Latin-1 and wrote as UTF-8: U+0092 where a curly quote is meant.

import iconv from 'iconv-lite';

const meant: readonly string[] = Array.from({ length: 32 }, (_, index) =>
  iconv.decode(Buffer.of(0x80 + index), 'windows-1252'),
);

/** C1 controls never occur in texts for people; what stands for them is what windows-1252 has in their place. */
export function mendC1Characters(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (character) => meant[character.charCodeAt(0) - 0x80] ?? '');
}
