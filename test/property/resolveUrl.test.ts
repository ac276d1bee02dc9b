import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isUrl } from '../../src/domain/isUrl.ts';
import { resolveUrl } from '../../src/sources/resolveUrl.ts';

const piece = fc.oneof(
  fc.constantFrom(
    ...['http://', 'https://', '//', '/', '/.', '/..', '.', '%2e', '%2E', '%', '?', '#', ':', '@', '\\', "'", '"'],
    ...['a.example.org', 'A.example.org', 'xn--a.org', 'a.1', '1.2', '127.0.0.1', 'a_b.org', '-a.org', ':443', ':80'],
    ...['<', '{', '|', '^', '`', '[', ']', 'é', '\u0000', ' ', '\t', '\n', '+', '*', '(', '$', '!', '~', ';', ',', '='],
  ),
  fc.string({ unit: 'grapheme-ascii', maxLength: 4 }),
);
const address = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(''));

it('resolves as the URL standard does, also where it takes the short way', () => {
  const bases = fc.constantFrom(
    ...['https://society.example.org/blog/feed.xml?a#b', 'https://society.example.org/', 'http://a.example.org'],
    ...['http://127.0.0.1/x', 'https://a.example.org:8443/x', 'urn:x', 'https://u:p@a.example.org/x'],
  );
  fc.assert(
    fc.property(address, bases, (written, base) => {
      const expected = isUrl(written.trim(), base) ? new URL(written.trim(), base).href : undefined;
      expect(resolveUrl(written, base)).toBe(expected);
    }),
    { numRuns: 20_000 },
  );
});
