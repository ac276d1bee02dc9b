import { describe, expect, it } from 'vitest';
import { htmlToLine, htmlToText } from '../../../src/sources/htmlToText.ts';

import { cpuTimeOf } from './cpuTime.ts';

describe('HTML as plain text', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['One<br>Two<br><br>Three', 'One\nTwo\n\nThree'],
    ['<h2>Aims</h2>Text<ul><li>first</li><li><p>second</p></li></ul>End', 'Aims\n\nText\n\n• first\n\n• second\n\nEnd'],
    ['<ul>\n<li>first</li>\n<li>second</li>\n</ul>', '• first\n• second'],
    ['a <b>bold</b>, <i>then</i> not', 'a bold, then not'],
    ['<blockquote>Quoted</blockquote>said she', 'Quoted\n\nsaid she'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['<script>alert(1)</script><style>p{}</style>read<figure><img><figcaption>Photo: X</figcaption></figure>', 'read'],
    ['10<sup>5</sup> CO<sub>2</sub> the 19<sup>th</sup> x<sup>note 4</sup>', '10⁵ CO₂ the 19th x note 4'],
    ['AT&amp;T &ldquo;x&rdquo; &#8217; a=1&lang=2', 'AT&T “x” ’ a=1&lang=2'],
    ['a\u202eb\u200bc\u0000d\ufeff', 'abcd'],
    ['<pre>one\n  two</pre>', 'one\ntwo'],
    ['5 < 6 and <3', '5 < 6 and <3'],
    ['<figure><figcaption>lost</figure>kept', 'kept'],
  ])('%j', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('reads a title as text where its angle brackets are no markup', () => {
    expect(htmlToLine('List&lt;T&gt; and Map<K, V>')).toBe('List<T> and Map<K, V>');
    expect(htmlToLine('The <em>China</em>–North\n Korea relationship')).toBe('The China–North Korea relationship');
  });

  it.each([
    ['open tags', '<a '],
    ['bare angles', '<'],
    ['nested blocks', '<div>'],
    ['closings', '</div'],
    ['comments', '<!--'],
    ['ampersands', '&'],
    ['line breaks', '<br>'],
    ['raised text', '<sup>1'],
  ])('takes twice the time for twice as many %s, not four times', (_name, piece) => {
    const timeOf = (count: number) => {
      const html = piece.repeat(count);
      const rounds = Array.from({ length: 5 }, () => cpuTimeOf(() => htmlToText(html)));
      return Math.min(...rounds);
    };
    timeOf(1_000);
    const [short, long] = [timeOf(20_000), timeOf(160_000)];
    // Eight times the length: linear work takes about eight times as long, quadratic 64 times. Below 20 ms nothing is told.
    expect(long).toBeLessThan(Math.max(short, 2_500) * 28);
  });
});
