// Bytes → text. In order: byte order mark, the answer's charset, what the document says of itself, UTF-8 when it is valid or
// nearly so, else a guess. Through iconv-lite: on Node 20 the platform's own decoder loses the curly quotes of windows-1252.

import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { findCharset, platformCharset } from './charsetName.ts';
import { guessCharset } from './guessCharset.ts';
import { decodeMixedUtf8 } from './mixedUtf8.ts';

/** Bytes looked at for a declaration. @see https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding */
const sniffedBytes = 1024;

/** @param contentType the answer's header; empty when unknown */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = findMarked(buffer);
  if (marked !== undefined) return iconv.decode(buffer, marked, { stripBOM: true });
  const isValid = isUtf8(buffer);
  for (const charset of [findAnswered(contentType), findDeclared(buffer)]) {
    if (charset === undefined || (charset === 'utf-8' && !isValid) || isMislabelled(buffer, charset)) continue;
    return decode(buffer, charset);
  }
  if (isValid) return buffer.toString('utf8');
  return decodeMixedUtf8(buffer) ?? decode(buffer, guessCharset(buffer));
}

function decode(buffer: Buffer, charset: string): string {
  if (charset === 'utf-8') return buffer.toString('utf8');
  if (charset === platformCharset) return new TextDecoder(charset).decode(buffer, { stream: true });
  return iconv.decode(buffer, charset);
}

/** Markup in UTF-16 or UTF-32 has a zero in every other byte at least; without one the label is wrong, whoever gave it. */
function isMislabelled(buffer: Buffer, charset: string): boolean {
  return /^(?:utf-?(?:16|32)|ucs-?[24])/.test(charset) && !buffer.subarray(0, sniffedBytes).includes(0);
}

function findMarked(buffer: Buffer): string | undefined {
  const start = buffer.subarray(0, 4).toString('hex');
  if (start.startsWith('efbbbf')) return isUtf8(buffer) ? 'utf-8' : undefined;
  if (start === '0000feff' || start === '0000003c') return 'utf-32be';
  if (start === 'fffe0000' || start === '3c000000') return 'utf-32le';
  if (start.startsWith('feff') || start === '003c003f') return 'utf-16be';
  if (start.startsWith('fffe') || start === '3c003f00') return 'utf-16le';
  return undefined;
}

/** What the XML declaration or a meta element says. */
function findDeclared(buffer: Buffer): string | undefined {
  const start = buffer.subarray(0, sniffedBytes).toString('latin1');
  const xml = /<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:()-]{1,40})/.exec(start);
  const meta = /<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(start);
  const name = xml?.[1] ?? meta?.[1];
  return name === undefined ? undefined : findCharset(name);
}

function findAnswered(contentType: string): string | undefined {
  const name = /charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(contentType)?.[1];
  return name === undefined ? undefined : findCharset(name);
}
