// Texts that a feed may hold and nobody would write: every script, everything Discord acts on, signs that cannot be seen, and
// emoji exactly where our views cut.

import fc from 'fast-check';

const words =
  'words|river|Straße|İstanbul|河川条約|漢字かな|한국어|हिन्दी भाषा|ไทยแลนด์|العربية نص|עברית|ελληνικά|Кириллица|አማርኛ|ᚠᚢᚦ|𐍈𐌰𐍂|𝔘𝔫𝔦|தமிழ்|မြန်မာ|ﷺ|﷽'.split(
    '|',
  );
const emoji = ['👩‍🔬', '🏳️‍🌈', '👨‍👩‍👧‍👦', '🇩🇪', '🇩🇪🇫🇷🇬🇧', '👍🏽', '1️⃣', '☠️', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🫱🏻‍🫲🏿', '😀', '❤️‍🔥'];
const mentions =
  '@everyone|@here|@Everyone|＠everyone|<@1>|<@!2>|<@&3>|<#4>|<t:5>|<t:6:R>|</cmd:7>|</cmd sub:8>|<:e:9>|<a:e:10>|<id:customize>'.split(
    '|',
  );
const links = [
  '[here](https://evil.example)',
  '[https://bank.example](https://evil.example)',
  '](https://evil.example)',
  '[a](<https://evil.example> "t")',
  '[![i](https://evil.example/i.png)](https://evil.example)',
  '<https://evil.example>',
  'https://evil.example/a_b_*c*',
  'HTTPS://EVIL.EXAMPLE',
  'discord.gg/abc',
  'https://discord.gg/abc',
  'discord://-/channels/1',
  'steam://run/1',
  '<mailto:a@evil.example>',
  'www.evil.example',
];
const signs = [
  ...[
    '*',
    '**',
    '***',
    '_',
    '__',
    '~~',
    '||',
    '|',
    '`',
    '``',
    '```',
    '```js\n',
    '\\',
    '\\\\',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
  ],
  ...[
    '>>> ',
    '> ',
    '# ',
    '## ',
    '### ',
    '-# ',
    '- ',
    '+ ',
    '* ',
    '1. ',
    '12345678901. ',
    ':smile:',
    ':',
    '@',
    '#',
    '&lt;',
    '{count}',
  ],
];
const breaks = ['\n', '\n\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\t', '\v', '\f', ' ', '\u00A0', '\u3000'];
const unseen = [
  ...[
    '\u200B',
    '\u200C',
    '\u200D',
    '\u200E',
    '\u200F',
    '\u202A',
    '\u202E',
    '\u2066',
    '\u2069',
    '\uFEFF',
    '\u2060',
    '\u00AD',
  ],
  ...[
    '\u0000',
    '\u0002',
    '\u0003',
    '\u001B[31m',
    '\u007F',
    '\u115F',
    '\u3164',
    '\u180E',
    '\u{E0041}',
    '\uFE0F',
    '\uFFFC',
  ],
];
const broken = [
  '\uD800',
  '\uDC00',
  '\uD83D',
  'e\u0301\u0323',
  `Z${'\u0351\u0300\u0329'.repeat(30)}`,
  'a'.repeat(300),
  '\u0301',
];

const piece = fc.oneof(
  { arbitrary: fc.constantFrom(...words), weight: 6 },
  { arbitrary: fc.constantFrom(' ', ' ', '. ', '? ', ', '), weight: 6 },
  { arbitrary: fc.constantFrom(...mentions), weight: 4 },
  { arbitrary: fc.constantFrom(...links), weight: 4 },
  { arbitrary: fc.constantFrom(...signs), weight: 6 },
  { arbitrary: fc.constantFrom(...emoji), weight: 3 },
  { arbitrary: fc.constantFrom(...breaks), weight: 3 },
  { arbitrary: fc.constantFrom(...unseen), weight: 2 },
  { arbitrary: fc.constantFrom(...broken), weight: 1 },
  { arbitrary: fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)), weight: 2 },
);

const thick = fc.array(piece, { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join(''));

/** Where the views cut a text, in characters. */
const cuts = [60, 80, 100, 120, 150, 160, 200, 300, 500, 600, 1200, 2400];

/** A character of several units that a cut would fall into, and more text behind it. */
const atCut = fc
  .tuple(
    fc.constantFrom('x', '河', 'ع', 'word ', '\\', '*', '[', ':a'),
    fc.constantFrom(...cuts),
    fc.integer({ min: -2, max: 14 }),
    fc.constantFrom(...emoji, ...broken, ...links, ...mentions),
    thick,
  )
  .map(([filler, cut, back, mark, tail]) => filler.repeat(cut).slice(0, Math.max(0, cut - back)) + mark + tail);

const hugeCharacters = 100_000;
const huge = fc
  .tuple(thick, fc.integer({ min: 4_000, max: hugeCharacters }))
  .map(([text, length]) => text.repeat(Math.ceil(length / text.length)).slice(0, length));

const blank = fc.constantFrom('', ' ', '\n', '\u200B', '\u202E\u2066', '\u3164', '\u0000');

/** Any text a feed may give for anything. */
export const wildText = fc.oneof(
  { arbitrary: thick, weight: 80 },
  { arbitrary: atCut, weight: 40 },
  { arbitrary: blank, weight: 8 },
  { arbitrary: huge, weight: 1 },
);

/** Sentences as an article has them, with wild words among them, so that there is something to summarise and to ask about. */
export const wildProse = fc
  .array(
    fc.tuple(thick, fc.constantFrom('.', '?', '…', '\n\n', '!')).map(([text, end]) => {
      return `The treaty about ${text} divides the river between the two states${end} `;
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((sentences) => sentences.join(''));

const pathParts = [
  ...['/', '//', '/a', '/@name', '/@everyone', '/é', '/%20', '/%', '/..', '/(a)', '/[b]', '/**c**', '/__d__', '/||e||'],
  ...['?', '?f=g', '&h', '#', '#i', ';', '=', '+', '~', '`', '"', "'", '<', '>', '\\', ' ', ':8080', '.', '🏳️‍🌈'],
];

/** Addresses at and beyond every bound, of every scheme, and texts that are none. */
export const wildUrl = fc.oneof(
  { arbitrary: fc.array(fc.constantFrom(...pathParts), { maxLength: 12 }).map(pathAt), weight: 6 },
  { arbitrary: thick.map((text) => `https://society.example/${text}`), weight: 4 },
  { arbitrary: thick.map((text) => `https://society.example/?q=${text}#${text}`), weight: 2 },
  { arbitrary: fc.tuple(fc.constantFrom(512, 2048), fc.integer({ min: -3, max: 3 })).map(longAddress), weight: 3 },
  {
    arbitrary: fc.constantFrom(
      'javascript:alert(1)',
      'data:text/html,x',
      'discord://-/channels/1',
      'ftp://society.example/',
      'https://münchen.example/straße?ö=ü',
      'https://[2001:db8::1]/a',
      'https://a)b@society.example/',
      'https://a)b.example/',
      'https://user:pass*@society.example/**x**',
      'https://society.example/)](https://evil.example)',
      'https://society.example/\n@everyone',
    ),
    weight: 3,
  },
  { arbitrary: thick, weight: 1 },
);

function pathAt(parts: readonly string[]): string {
  return `https://society.example${parts.join('')}`;
}

function longAddress([most, over]: [number, number]): string {
  const start = 'https://society.example/';
  return start + 'p'.repeat(most + over - start.length);
}
