import { describe, expect, it } from 'vitest';
import {
  addressLink,
  cutText,
  escapeLine,
  escapeMarkdown,
  findLinkUrl,
  firstFitting,
  linkTo,
  oneLine,
  timestamp,
} from '../../../src/views/text.ts';
import { threadName } from '../../../src/views/threadName.ts';

describe('foreign text', () => {
  it.each([
    ['@everyone read this', '\\@\u200Beveryone read this'],
    ['<@123> <#4> <t:1:R> </x:1>', '\\<\\@123\\> \\<\\#4\\> \\<t\\:1\\:R\\> \\</x\\:1\\>'],
    ['[x](https://evil.example)', '\\[x\\]\\(https\\://evil.example\\)'],
    ['a \\ b', 'a \\\\ b'],
    ['# heading\n> quote\n- item\n1. item\n-# small', '\\# heading\n\\> quote\n\\- item\n1\\. item\n\\-\\# small'],
    ['||spoiler|| `code` **bold** __x__', '\\|\\|spoiler\\|\\| \\`code\\` \\*\\*bold\\*\\* \\_\\_x\\_\\_'],
    ['2026. A year - and 3.5 more', '2026\\. A year - and 3.5 more'],
  ])('shows %j letter for letter', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('loses signs that cannot be seen, but keeps the joiners of words and emoji', () => {
    expect(oneLine('a\u202Eb\u200Bc\uFEFF\u0007 \u2066d')).toBe('abc d');
    expect(oneLine('می\u200Cخواهم 👩\u200D🔬 a\u200Db')).toBe('می\u200Cخواهم 👩\u200D🔬 ab');
  });

  it.each(['\u034F', '\uFE0F', '\u2800', '\u{E0100}', '\u{1D173}', '\u{1BCA0}', '\uFFF0', '\u3164', '\u115F'])(
    'is empty where it only has signs that show nothing: %j',
    (sign) => {
      expect(oneLine(`${sign} ${sign}${sign}`)).toBe('');
      expect(threadName(sign)).toBe('…');
    },
  );

  it('keeps what chooses the variant of a sign', () => {
    expect(oneLine('1\uFE0F\u20E3 ❤\uFE0F a')).toBe('1\uFE0F\u20E3 ❤\uFE0F a');
  });

  it('is put in one line', () => {
    expect(escapeLine('One\r\n two\u2028three\tfour', 100)).toBe('One two three four');
  });

  it('begins where something can be seen, and is cut as all of the text would be', () => {
    expect(escapeLine(`${'\u200B'.repeat(5_000)}Rivers and borders`, 100)).toBe('Rivers and borders');
    for (const word of ['rivers ', '👩‍👩‍👧‍👦', '\u200B\u2060border ', 'é\u0301 ', '\n \t'])
      expect(escapeLine(word.repeat(3_000), 50)).toBe(escapeMarkdown(cutText(oneLine(word.repeat(3_000)), 50)));
  });
});

describe('cutting', () => {
  it('ends after a word', () => {
    expect(cutText('The treaties of dry years', 17)).toBe('The treaties of…');
    expect(cutText('short', 5)).toBe('short');
  });

  it('cuts a script without spaces between characters', () => {
    expect(cutText('河川条約は乾燥した年に', 6)).toBe('河川条約は…');
  });

  it('never tears a character', () => {
    expect(cutText('ab👩‍🔬cd', 6)).toBe('ab…');
    expect(cutText('abcde\u0301\u0323fgh', 7)).toBe('abcd…');
    expect(cutText(`${'e'}${'\u0301'.repeat(50)}`, 10)).toHaveLength(10);
    expect(cutText('👍'.repeat(10), 4)).toBe('👍…');
  });
});

describe('links', () => {
  it('escapes the label and encodes the address', () => {
    expect(linkTo('A [draft] (2)', 'https://a.example/x (1)/<y>')).toBe(
      '[A \\[draft\\] \\(2\\)](https://a.example/x%20%281%29/%3Cy%3E)',
    );
  });

  it('puts round brackets where a square one has no partner, because Discord would show no link', () => {
    expect(linkTo('a [b', 'https://a.example/')).toBe('[a \\(b](https://a.example/)');
  });

  it('hides no address behind another', () => {
    expect(linkTo('https://bank.example', 'https://a.example/')).toBe('[bank.example](https://a.example/)');
    expect(linkTo('http:http:////bank.example', 'https://a.example/')).toBe(
      '[http\\:bank.example](https://a.example/)',
    );
    expect(linkTo('http:/http:///bank.example', '')).toBe('http\\:/http\\:///bank.example');
    expect(linkTo('http:/http:///bank.example', 'https://a.example/')).toBe(
      '[http\\:/bank.example](https://a.example/)',
    );
  });

  it.each([
    ['https://аpple.example/', 'xn--pple-43d.example/'],
    ['https:evil.example/x', 'evil.example/x'],
    ['https://%65vil.example/', 'evil.example/'],
  ])('shows where an address leads: %s', (url, shown) => {
    expect(addressLink(url)).toBe(`[${shown}](https://${shown})`);
  });

  it.each(['javascript:alert(1)', 'ftp://a.example/', 'no address', '', undefined])('makes no link of %s', (url) => {
    expect(findLinkUrl(url)).toBeUndefined();
    expect(linkTo('title', url)).toBe('title');
  });

  it('makes no link of an address that no button takes', () => {
    expect(findLinkUrl(`https://a.example/${'x'.repeat(600)}`)).toBeUndefined();
  });
});

it('takes the fullest wording that fits', () => {
  expect(
    firstFitting(
      5,
      () => 'too long',
      () => 'fits',
      () => 'x',
    ),
  ).toBe('fits');
  expect(
    firstFitting(
      2,
      () => 'too long',
      () => 'last',
    ),
  ).toBe('last');
});

it('writes an instant in whole seconds', () => {
  expect(timestamp(1_500, 'R')).toBe('<t:1:R>');
});
