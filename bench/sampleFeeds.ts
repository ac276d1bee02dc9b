// Feeds such as publishing programmes write, of any size and always the same: CDATA and escaped HTML, dc, media, authors, links.

const words =
  'society members journal trade prices institutions evidence growth labour market policy theory model sample survey conference workshop lecture annual meeting council prize young researchers – “open” café naïve Größe économie'.split(
    ' ',
  );

/** Numbers from 0 to 1 that follow from the seed. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export type Random = () => number;

function sentence(random: Random, length: number): string {
  return Array.from({ length }, () => words[Math.floor(random() * words.length)] ?? '').join(' ');
}

/** Publishing programmes write most addresses in full; people write the others. */
function origin(random: Random): string {
  return random() < 0.8 ? 'https://society.example' : '';
}

function paragraphs(random: Random): string {
  return Array.from(
    { length: 3 + Math.floor(random() * 5) },
    (_, index) =>
      `<p class="p${index}">${sentence(random, 40)} <a href="${origin(random)}/posts/${index}?a=1&amp;b=2">${sentence(random, 3)}</a>, <em>${sentence(random, 5)}</em> AT&amp;T ${sentence(random, 20)}.</p>\n<img src="${origin(random)}/images/${index}.jpg" alt="${sentence(random, 4)}" width="640"/>`,
  ).join('\n');
}

const escaped = (html: string) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function rssItem(random: Random, index: number): string {
  const body = paragraphs(random);
  return `<item><title>${escaped(sentence(random, 8))} &amp;#8211; ${index}</title><link>https://society.example/posts/${index}</link><guid isPermaLink="false">post-${index}</guid>
  <dc:creator><![CDATA[A. Member ${index % 7}]]></dc:creator><pubDate>Tue, 24 Nov 2026 10:${String(index % 60).padStart(2, '0')}:00 +0000</pubDate><category><![CDATA[Trade]]></category><category>Prices</category>
  <description>${escaped(`<p>${sentence(random, 30)}</p>`)}</description><content:encoded><![CDATA[${body}]]></content:encoded>
  <media:content url="https://society.example/images/${index}.jpg" medium="image"><media:title type="html">${sentence(random, 4)}</media:title></media:content><comments>https://society.example/posts/${index}#comments</comments></item>\n`;
}

function atomEntry(random: Random, index: number): string {
  return `<entry><title type="html">${escaped(sentence(random, 8))}</title><link rel="alternate" type="text/html" href="https://society.example/posts/${index}"/><link rel="replies" href="https://society.example/posts/${index}#comments"/><id>tag:society.example,2026:${index}</id>
  <author><name>A. Member ${index % 7}</name><uri>https://society.example/members/${index % 7}</uri></author><published>2026-11-24T10:${String(index % 60).padStart(2, '0')}:00Z</published><updated>2026-11-25T10:00:00Z</updated><category term="Trade"/><category term="Prices" label="prices"/>
  <summary type="html">${escaped(`<p>${sentence(random, 30)}</p>`)}</summary><content type="html">${escaped(paragraphs(random))}</content></entry>\n`;
}

function fill(sizeBytes: number, item: (random: Random, index: number) => string): string {
  const random = createRandom(7);
  let text = '';
  for (let index = 0; text.length < sizeBytes; index += 1) text += item(random, index);
  return text;
}

/** RSS 2.0 of about `sizeBytes`. */
export function sampleRss(sizeBytes: number): Buffer {
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Society</title><link>https://society.example/</link><atom:link href="https://society.example/feed" rel="self" type="application/rss+xml"/><description>News</description><language>en-GB</language>\n${fill(sizeBytes, rssItem)}</channel></rss>`,
  );
}

/** Atom 1.0 of about `sizeBytes`. */
export function sampleAtom(sizeBytes: number): Buffer {
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Society</title><link href="https://society.example/"/><id>tag:society.example,2026:feed</id><updated>2026-11-25T10:00:00Z</updated>\n${fill(sizeBytes, atomEntry)}</feed>`,
  );
}
