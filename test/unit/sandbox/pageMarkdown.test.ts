import { describe, expect, it } from 'vitest';
// The page is plain JavaScript outside TypeScript's reach; its parser is typed by hand here.
// @ts-expect-error no declaration file
import { parseMarkdown as parse } from '../../../sandbox/page/parseMarkdown.js';

const parseMarkdown = parse as (text: string) => unknown[];
const text = (value: string) => ({ kind: 'text', text: value });
const inline = (value: string) => (parseMarkdown(value)[0] as { children: unknown[] }).children;

describe("the page's Markdown", () => {
  it.each([
    ['**a**', { kind: 'bold', children: [text('a')] }],
    ['*a*', { kind: 'italic', children: [text('a')] }],
    ['_a_', { kind: 'italic', children: [text('a')] }],
    ['__a__', { kind: 'underline', children: [text('a')] }],
    ['~~a~~', { kind: 'strike', children: [text('a')] }],
    ['||a||', { kind: 'spoiler', children: [text('a')] }],
    ['`a*b*`', { kind: 'code', text: 'a*b*' }],
    ['``a`b``', { kind: 'code', text: 'a`b' }],
    ['***a***', { kind: 'bold', children: [{ kind: 'italic', children: [text('a')] }] }],
    ['[a](https://example.org/x)', { kind: 'link', url: 'https://example.org/x', children: [text('a')] }],
    ['[a](<https://example.org/x>)', { kind: 'link', url: 'https://example.org/x', children: [text('a')] }],
    ['[a](https://example.org/x_(y))', { kind: 'link', url: 'https://example.org/x_(y)', children: [text('a')] }],
    ['<https://example.org/>', { kind: 'link', url: 'https://example.org/', children: [text('https://example.org/')] }],
    ['<t:1700000000:R>', { kind: 'timestamp', unix: 1_700_000_000, style: 'R' }],
    ['<t:1700000000>', { kind: 'timestamp', unix: 1_700_000_000, style: 'f' }],
    ['<#12>', { kind: 'channel', id: '12' }],
    ['<@!12>', { kind: 'user', id: '12' }],
    ['<@&12>', { kind: 'role', id: '12' }],
    ['</articles summary:12>', { kind: 'command', name: 'articles summary', id: '12' }],
  ])('reads %s', (source, node) => {
    expect(inline(source)).toEqual([node]);
  });

  it('reads headings, subtext, quotes, lists and code blocks line by line', () => {
    const source = '# One\n### Three\n-# small\n> q1\n> q2\n- a\n  - b\n3. c\n```js\n*x*\n```\nend';
    expect(parseMarkdown(source)).toEqual([
      { kind: 'heading', level: 1, children: [text('One')] },
      { kind: 'heading', level: 3, children: [text('Three')] },
      { kind: 'subtext', children: [text('small')] },
      { kind: 'quote', blocks: [{ kind: 'paragraph', children: [text('q1\nq2')] }] },
      {
        kind: 'list',
        items: [
          { depth: 0, isOrdered: false, number: 0, children: [text('a')] },
          { depth: 1, isOrdered: false, number: 0, children: [text('b')] },
          { depth: 0, isOrdered: true, number: 3, children: [text('c')] },
        ],
      },
      { kind: 'codeBlock', language: 'js', text: '*x*' },
      { kind: 'paragraph', children: [text('end')] },
    ]);
  });

  it('quotes everything after three signs', () => {
    expect(parseMarkdown('a\n>>> b\n# c')).toEqual([
      { kind: 'paragraph', children: [text('a')] },
      {
        kind: 'quote',
        blocks: [
          { kind: 'paragraph', children: [text('b')] },
          { kind: 'heading', level: 1, children: [text('c')] },
        ],
      },
    ]);
  });

  it.each([
    '\\*a\\* \\_b\\_',
    '2 * 3 * 4',
    'snake_case_name',
    '**open',
    '****',
    '`open',
    '[a](b',
    '<@x>',
    '<t:99999999999999>',
    '@everyone',
  ])('leaves %s as text', (source) => {
    expect(inline(source)).toEqual([text(source.replaceAll('\\', ''))]);
  });

  it('ends a bare address before the sentence does', () => {
    expect(inline('See https://example.org/a_b.')).toEqual([
      text('See '),
      { kind: 'link', url: 'https://example.org/a_b', children: [text('https://example.org/a_b')] },
      text('.'),
    ]);
  });

  it.each([
    '[a](javascript:alert(1))',
    '[https://a.example](javascript:alert(1))',
    '[a](data:text/html,x)',
    '[a](//example.org)',
    '[a](<javascript:alert(1)>)',
    '[a](JavaScript:alert(1))',
    '[a](vbscript:x)',
  ])('makes no link with a dangerous address from %s', (source) => {
    const urls = [...JSON.stringify(parseMarkdown(source)).matchAll(/"url":"([^"]*)"/g)].map((match) => match[1]);
    expect(urls.every((url) => url === 'https://a.example/')).toBe(true);
  });

  it('keeps HTML as text', () => {
    const source = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    expect(inline(source)).toEqual([text(source)]);
  });

  it.each([
    '*',
    '[',
    '<',
    '`',
    '||',
    '**_~~',
    '[a](http',
    '[](http://a(',
    '>>> a\n',
    '- ',
    'https://',
    '*a ',
    '`a``b```c',
  ])('reads a long text of %s in bounded time', (piece) => {
    const source = piece.repeat(Math.ceil(200_000 / piece.length));
    const startedAt = performance.now();
    parseMarkdown(source);
    // Quadratic work on this length takes minutes; linear work takes far less than a second.
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });
});
