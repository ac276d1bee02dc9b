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
    ['the usual port of the other scheme', 'https://society.example:80/post/a'],
    ['a slash at the end', 'https://society.example/post/a/'],
    ['slashes at the end', 'https://society.example/post/a//'],
    ['an index file', 'https://society.example/post/a/index.html'],
    ['an older index file', 'https://society.example/post/a/INDEX.HTM'],
    ['an index file of another server', 'https://society.example/post/a/default.aspx'],
    ['an older index file of another server', 'https://society.example/post/a/Default.asp'],
    ['a fragment', 'https://society.example/post/a#comments'],
    ['tracking', 'https://society.example/post/a?utm_source=rss&fbclid=1&_ga=2'],
    ['a session in the path', 'https://society.example/post/a;jsessionid=A1B2'],
    ['an escape that is not needed', 'https://society.example/post/%61'],
    ['blanks around', '  https://society.example/post/a\n'],
  ])('%s makes no difference', (_, address) => expect(canonicalLink(address)).toBe(page));

  it.each([
    ...[
      'utm_source',
      'utm_campaign',
      '_hsenc',
      '_hsmi',
      'mc_cid',
      'mc_eid',
      'fbclid',
      'gclid',
      'dclid',
      'yclid',
      'twclid',
    ],
    ...[
      'msclkid',
      'gbraid',
      'wbraid',
      '_ga',
      '_gl',
      'igshid',
      'mkt_tok',
      'ref',
      'ref_src',
      'cmpid',
      'spm',
      'UTM_Medium',
    ],
  ])('the tracking parameter %s makes no difference', (name) => {
    expect(canonicalLink(`${page}?${name}=x1`)).toBe(page);
    expect(canonicalLink(`${page}?id=7&${name}=`)).toBe(`${page}?id=7`);
  });

  it.each(['xutm_source', 'pref', 'reference', 'mc_xid', 'rbraid', '_gx', 'xfbclid', 'hs', 'utm_'])(
    'the parameter %s may choose an article',
    (name) => expect(canonicalLink(`${page}?${name}=x1`)).toBe(`${page}?${name}=x1`),
  );

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
    ['https://society.example/post/a?tag=2&tag=1', 'https://society.example/post/a?tag=1&tag=2'],
    ['https://news.www.society.example/post/a', 'https://news.society.example/post/a'],
    ['https://society.example/post/a/index.html5', page],
    ['https://society.example/post//a', page],
  ])('%s is not %s', (left, right) => expect(canonicalLink(left)).not.toBe(canonicalLink(right)));

  it('keeps needed escapes in capitals, and ports that are not the usual ones', () => {
    expect(canonicalLink('https://society.example/caf%c3%a9')).toBe('https://society.example/caf%C3%A9');
    expect(canonicalLink('https://society.example/%7ea%2d%5fb%2ec')).toBe('https://society.example/~a-_b.c');
    expect(canonicalLink('https://www.society.example.:8443/')).toBe('https://society.example:8443');
    expect(canonicalLink('https://society.example:8080')).toBe('https://society.example:8080');
  });

  it('leaves text that is no web address as it is', () => {
    expect(canonicalLink(' urn:uuid:1 ')).toBe('urn:uuid:1');
    expect(canonicalLink('http://')).toBe('http://');
    expect(canonicalLink('feed:http://www.society.example/')).toBe('feed:http://www.society.example/');
  });

  it('is stable when what passes is left out, but never what chooses an article', () => {
    expect(stableLink(`${page}?t=1732&sid=x&v=2`)).toBe(page);
    expect(stableLink(`${page}?id=7&v=dQw4`)).toBe(`${page}?id=7&v=dQw4`);
  });

  it.each([
    ...[
      'v=1.2',
      'VER=10',
      'version=',
      't=x',
      'ts=x',
      'time=x',
      'timestamp=x',
      'r=x',
      'rnd=x',
      'rand=x',
      'random=x',
      'cb=x',
    ],
    ...[
      'cache=x',
      'nocache=x',
      'cachebuster=x',
      'sid=x',
      'session=x',
      'sessionid=x',
      'PHPSESSID=x',
      'token=x',
      'sig=x',
    ],
    ...['signature=x', 'expires=x', 'nonce=x', 'hash=x', 'utm_source=x'],
  ])('is stable without %s', (parameter) => expect(stableLink(`${page}?${parameter}`)).toBe(page));

  it.each(['rev=1', 'v=2x', 'v=x2', 'date=x', 'start=x', 'thread=x', 'post=1'])('is another one with %s', (parameter) =>
    expect(stableLink(`${page}?${parameter}`)).toBe(`${page}?${parameter}`),
  );
});
