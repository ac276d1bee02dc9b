import { describe, expect, it } from 'vitest';
import { canonicalLink, stableLink } from '../../../src/domain/canonicalLink.ts';

const page = 'https://society.example/post/a';

describe('one spelling for the addresses of a page', () => {
  it.each([
    ['another scheme', 'http://society.example/post/a'],
    ['www', 'https://www.society.example/post/a'],
    ['capitals in the host', 'HTTPS://Society.Example/post/a'],
    ['the usual port', 'http://society.example:80/post/a'],
    ['a dot after the host', 'https://society.example./post/a'],
    ['a slash at the end', 'https://society.example/post/a/'],
    ['an index file', 'https://society.example/post/a/index.html'],
    ['a fragment', 'https://society.example/post/a#comments'],
    ['tracking', 'https://society.example/post/a?utm_source=rss&fbclid=1&_ga=2'],
    ['a session in the path', 'https://society.example/post/a;jsessionid=A1B2'],
    ['an escape that is not needed', 'https://society.example/post/%61'],
    ['blanks around', '  https://society.example/post/a\n'],
  ])('%s makes no difference', (_, address) => expect(canonicalLink(address)).toBe(page));

  it.each([
    ['https://society.example/caf%c3%a9', 'https://society.example/café'],
    ['https://münchen.example/a', 'https://xn--mnchen-3ya.example/a'],
    ['https://society.example/a?b=2&a=1', 'https://society.example/a?a=1&b=2'],
  ])('%s is %s', (left, right) => expect(canonicalLink(left)).toBe(canonicalLink(right)));

  it.each([
    ['https://society.example/?p=1', 'https://society.example/?p=2'],
    ['https://society.example/Post/A', page],
    ['https://society.example:8443/post/a', page],
    ['https://society.example/post/a%2Fb', 'https://society.example/post/a/b'],
    ['https://society.example/index.php/post/a', page],
    ['https://society.example/post/a?v=2', page],
  ])('%s is not %s', (left, right) => expect(canonicalLink(left)).not.toBe(canonicalLink(right)));

  it('leaves text that is no web address as it is', () => {
    expect(canonicalLink(' urn:uuid:1 ')).toBe('urn:uuid:1');
    expect(canonicalLink('http://')).toBe('http://');
  });

  it('is stable when what passes is left out, but never what chooses an article', () => {
    expect(stableLink(`${page}?t=1732&sid=x&v=2`)).toBe(page);
    expect(stableLink(`${page}?id=7&v=dQw4`)).toBe(`${page}?id=7&v=dQw4`);
  });
});
