// Whatever a site writes, reading it takes time in proportion to its length: no text can make an expression of ours, or a loop,
// try everything with everything.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalLink } from '../../src/domain/canonicalLink.ts';
import { judgeAnswer } from '../../src/model/judgeAnswer.ts';
import { findAuthorQuestion } from '../../src/reading/authorQuestion.ts';
import { findClosingInvitation } from '../../src/reading/cleanText.ts';
import { readConference } from '../../src/reading/conference/readConference.ts';
import { findFramingSentence, findQuotedSource } from '../../src/reading/curatedPost.ts';
import { splitSentences } from '../../src/reading/splitSentences.ts';
import { summarise } from '../../src/reading/summarise.ts';
import { parseCalendar } from '../../src/sources/calendar.ts';
import { parseAuthorLine } from '../../src/sources/feed/authors.ts';
import { readFeedDocument } from '../../src/sources/feed/readFeedDocument.ts';
import { parseFeedDate } from '../../src/sources/feedDate.ts';
import { readFreshness } from '../../src/sources/freshness.ts';
import { removeFurnitureLines } from '../../src/sources/page/furnitureLines.ts';
import { parsePage } from '../../src/sources/page/parsePage.ts';
import { normaliseLink } from '../../src/sources/pageAddress.ts';
import { parseRetryAfter } from '../../src/sources/retryAfter.ts';
import { findUrlFault } from '../../src/sources/vetUrl.ts';
import { escapeLine, escapeMarkdown, linkTo } from '../../src/views/text.ts';
import { threadName } from '../../src/views/threadName.ts';
import { cpuTimeOf } from '../unit/sources/cpuTime.ts';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', '')}]]>`;
const feedOf = (item: string) =>
  bytesOf(`<rss><channel><title>a</title><item><guid>1</guid>${item}</item></channel></rss>`);
const calendarOf = (text: string) => {
  const folded = text.replaceAll('\n', '\n ');
  return `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261124\nSUMMARY:${folded}\nDESCRIPTION:${folded}\nEND:VEVENT`;
};
const restOfArticle = 'words of an article\n';

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'a feed': (text) => readFeedDocument({ bytes: bytesOf(text) }),
  'an item': (text) => readFeedDocument({ bytes: feedOf(text) }),
  'a description': (text) => readFeedDocument({ bytes: feedOf(`<description>${cdata(text)}</description>`) }),
  'the small print of an item': (text) =>
    readFeedDocument({
      bytes: feedOf(
        ['title', 'link', 'author', 'category', 'pubDate'].map((name) => `<${name}>${cdata(text)}</${name}>`).join(''),
      ),
    }),
  'a page': (text) => parsePage({ bytes: bytesOf(text) }),
  'the furniture of a page': (text) => removeFurnitureLines(text + restOfArticle.repeat(text.length / 4), ''),
  'a calendar': (text) => parseCalendar({ bytes: bytesOf(text), homeTimeZone: 'UTC', now: 0 }),
  'an event': (text) => parseCalendar({ bytes: bytesOf(calendarOf(text)), homeTimeZone: 'UTC', now: 0 }),
  'headers and addresses': (text) => [
    findUrlFault(text, []),
    findUrlFault(`https://${text}`, []),
    normaliseLink(`https://example.org/${text}`),
    canonicalLink(`https://example.org/${text}`),
    parseRetryAfter(text, 0),
    readFreshness({ 'cache-control': text, expires: text, age: text }, 0),
  ],
  'a date or a name': (text) => [parseFeedDate(text), parseAuthorLine(text)],
  'an article': (text) => [
    splitSentences(text),
    summarise({ title: 'A title', text, teaser: '' }, 'long'),
    findAuthorQuestion(text),
    findClosingInvitation(text),
    findQuotedSource(text),
    findFramingSentence(text),
  ],
  'a post for its conference': (text) => [
    readConference({ text, referenceDate: '2027-01-10', homeTimeZone: 'Europe/Lisbon' }),
    readConference({ text, title: text }),
  ],
  'an article that an answer is held against': (text) =>
    judgeAnswer('The society says that 5 members of 12 met in Porto.', 'short', { title: 'A title', text, teaser: '' }),
  'what Discord shows': (text) => [escapeMarkdown(text), escapeLine(text, 200), linkTo(text, text), threadName(text)],
};

/** Beginnings of what the parsers look for, which then does not come. One for each word. */
const words = String.raw`a A é 中 。 0 1 12: 1. - – _ * ** ~~ | || \ > # @ a@ <a@b / // : :: ? = =" & &a; &#1; &amp; % %20 + . ... a. , ; ! ( ) (( [ ]( " “ ” '
  < </ </a <a <a> <p> <div> </div> <br> <sup>1 <li> <td> <pre> <title> <script> </script <style> <!-- --> <!----> <![CDATA[ ]]> <!ENTITY <!DOCTYPE <a="
  <item> </item> <entry> <link> <x:y> http:// https://a.example/ https://a.example/. max-age max-age= charset= U.S. e.g. Mr. Why said`;
const phrases = [
  ...words.split(/\s+/),
  ...[
    ' ',
    '\n',
    '\n\n',
    ' \n',
    '\t',
    '\r\n',
    '. ',
    '? ',
    ' - ',
    'a b ',
    'Aa Bb ',
    'A ',
    'a\n',
    '\u200d',
    '\u202e',
    '\u0301',
    '😀',
    '\ud800',
  ],
  ...[
    '<a b="',
    '<a b=c ',
    '<img src="',
    '<meta name="a" content="b">',
    '<a href="b">',
    '<x:y xmlns:x="z">',
    '<!ENTITY a "b">',
  ],
  ...[
    'read next\n',
    'recent posts\n',
    'share\n',
    'Comments\n',
    'Continue reading\n',
    'The post a appeared first on b\n',
    '1 min read ',
  ],
  ...['1, ', '1,\n', '1 and ', '1.2 million, ', '$1-', 'ten ', 'Jan 1, '],
  ...[
    'by ',
    'Name (',
    'name <',
    'let us know ',
    'This article from the Council says ',
    'we use cookies ',
    'updated: ',
    '12 Jan ',
    '2026-',
  ],
  ...[
    'BEGIN:VEVENT\n',
    'BEGIN:VALARM\n',
    'DTSTART:20261124\n',
    'BEGIN:VTIMEZONE\n',
    ' continued\n',
    'RRULE:FREQ=YEARLY\n',
    'TZID:a\n',
  ],
  ...[
    '14 June 2027 ',
    '14, 15 and ',
    'June 14 - ',
    'Paper submission deadline: ',
    '2pm ET / ',
    '12:00-',
    'co-located with ',
    'extended to ',
    'Monday, ',
    'Call for papers\n',
    'https://a.example\n',
    'Porto, Portugal, ',
  ],
];

/** Characters. */
const shortLength = 4_000;
const factor = 8;

function timeOf(read: (text: string) => unknown, piece: string, length: number, rounds: number): number {
  const text = piece.repeat(Math.ceil(length / piece.length));
  const attempt = () => {
    try {
      read(text);
    } catch {
      // Refused is as good as read.
    }
  };
  return Math.min(...Array.from({ length: rounds }, () => cpuTimeOf(attempt)));
}

/** Linear work takes about eight times as long for eight times the length, quadratic 64 times. Below 20 ms nothing is told. */
function isLinear(read: (text: string) => unknown, piece: string): boolean {
  // What looks slow is measured again, ever more patiently: a collection of garbage may fall into one of thousands of measurements.
  for (const rounds of [1, 5, 25]) {
    const long = timeOf(read, piece, shortLength * factor, rounds);
    if (long < 20_000 || long < timeOf(read, piece, shortLength, rounds) * 28) return true;
  }
  return false;
}

describe.each(Object.entries(readers))('reading %s', (_what, read) => {
  it('takes time in proportion to the length, whatever is repeated in it', () => {
    expect(phrases.filter((piece) => !isLinear(read, piece))).toEqual([]);
  });

  it('does so for what is repeated by turns', () => {
    const piece = fc.constantFrom(...phrases);
    fc.assert(
      fc.property(piece, piece, (one, other) => isLinear(read, one + other)),
      { numRuns: 60 },
    );
  });
});

it('the yardstick tells quadratic work from linear', () => {
  const linear = (text: string) => text.replace(/a/g, 'b');
  const quadratic = (text: string) => /a*b/.test(text.slice(text.length / 2));
  expect(isLinear(linear, 'a')).toBe(true);
  // A short text that other work slows down excuses the long one once; not three times.
  expect([1, 2, 3].some(() => !isLinear(quadratic, 'a'))).toBe(true);
});
