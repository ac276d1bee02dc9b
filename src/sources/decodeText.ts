// Bytes → text. In order: byte order mark, the answer's charset, what the document says of itself, UTF-8 when it is valid,
// else windows-1252. Through iconv-lite: on Node 20 the platform's own decoder loses the curly quotes of windows-1252.

import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** Bytes looked at for a declaration. @see https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding */
const sniffedBytes = 1024;

/** Names that mean another charset on the web than they say, and names iconv-lite does not know. */
const webCharsets: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'latin-1': 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'gb_2312-80': 'gb18030',
  'shift-jis': 'shift_jis',
  'x-sjis': 'shift_jis',
  'ks_c_5601-1987': 'cp949',
};

/** @param contentType the answer's header; empty when unknown */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = findMarked(buffer);
  if (marked !== undefined) return iconv.decode(buffer, marked, { stripBOM: true });
  const declared = [findCharset(contentType), findDeclared(buffer)];
  for (const charset of declared) {
    if (charset === undefined || (isUtf8Name(charset) && !isUtf8(buffer))) continue;
    if (iconv.encodingExists(charset)) return iconv.decode(buffer, charset);
  }
  return iconv.decode(buffer, isUtf8(buffer) ? 'utf-8' : 'windows-1252');
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
  const charset = name === undefined ? undefined : webCharset(name);
  // A declaration that could be read byte by byte is not in UTF-16 or UTF-32, whatever it says.
  return charset !== undefined && /^(utf-?(16|32)|ucs-?[24]|iso-10646)/i.test(charset) ? undefined : charset;
}

function findCharset(contentType: string): string | undefined {
  const name = /charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(contentType)?.[1];
  return name === undefined ? undefined : webCharset(name);
}

function webCharset(name: string): string {
  const lower = name.toLowerCase();
  return (Object.hasOwn(webCharsets, lower) ? webCharsets[lower] : undefined) ?? lower.replace(/^cs(?=ibm|pc)/, '');
}

function isUtf8Name(charset: string): boolean {
  return /^utf-?8$/.test(charset);
}
