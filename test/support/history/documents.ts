// Feeds written for tests, as sites write them.

export interface Item {
  readonly guid?: string | undefined;
  readonly link?: string | undefined;
  readonly title: string;
  readonly text?: string | undefined;
  readonly date?: Date | undefined;
}

/** An item with names and words of its own. */
export function item(name: string, changes: Partial<Item> = {}): Item {
  return {
    guid: `urn:${name}`,
    link: `https://society.example/post/${name.toLowerCase().replace(/\W+/g, '-')}`,
    title: name,
    text: `What ${name} says, in one sentence that is long enough to be told from every other.`,
    ...changes,
  };
}

export const items = (...names: readonly string[]): Item[] => names.map((name) => item(name));

/** RSS 2.0, undated unless an item has a date. */
export function rss(shown: readonly Item[]): string {
  const written = shown.map(
    ({ guid, link, title, text, date }) =>
      `<item>${element('title', title)}${element('link', link)}${element('guid', guid)}` +
      `${element('pubDate', date?.toUTCString())}${element('description', text)}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Society News</title><link>https://society.example/</link>${written.join('')}</channel></rss>`;
}

export function jsonFeed(shown: readonly Item[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Society News',
    items: shown.map(({ guid, link, title, text }) => ({ id: guid, url: link, title, content_text: text })),
  });
}

export const page =
  '<!DOCTYPE html><html><head><title>Back soon</title></head><body><h1>We will be back</h1></body></html>';

function element(name: string, content: string | undefined): string {
  if (content === undefined) return '';
  return `<${name}>${content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`;
}
