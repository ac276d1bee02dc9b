// The names people give charsets → the ones iconv-lite has tables for.

import iconv from 'iconv-lite';

/** Where iconv-lite's table of that name is not the one the web means, or has another name. */
const tables: Readonly<Record<string, string>> = {
  gbk: 'gb18030',
  'iso-8859-8-i': 'windows-1255',
  'iso-8859-8': 'windows-1255',
  'x-mac-cyrillic': 'maccyrillic',
  maclatin2: 'maccenteuro',
  maccentraleurope: 'maccenteuro',
  'mac-ce': 'maccenteuro',
};

/** The one charset that only the platform can decode. */
export const platformCharset = 'iso-2022-jp';

/**
 * By the web's table of labels, in which latin1 means windows-1252, then by the names of IANA and of code pages.
 * @returns undefined for a charset nobody here can decode
 * @see https://encoding.spec.whatwg.org/#names-and-labels
 */
export function findCharset(label: string): string | undefined {
  const name = label.trim().toLowerCase();
  const web = webName(name) ?? webName(name.replaceAll('_', '-'));
  const found = web ?? name.replace(/^x-/, '').replace(/^cs(?:ibm|pc8codepage|pcp?)(\d+).*$/, 'cp$1');
  const charset = Object.hasOwn(tables, found) ? (tables[found] ?? found) : found;
  return charset === platformCharset || iconv.encodingExists(charset) ? charset : undefined;
}

function webName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
