// Where the makers of sites keep their feeds, for pages that name none. What the page shows of its maker comes first, so that
// one request mostly is enough.

/** Guesses for one site; each is a request it did not ask for. */
const maxKnownPaths = 6;
/** Characters of a page in which its maker is looked for. */
const maxMarkedLength = 300_000;

interface Maker {
  /** Found in the page or in its address. */
  readonly mark: RegExp;
  /** Addresses relative to the page. */
  readonly paths: (page: URL, mark: RegExpExecArray) => readonly string[];
}

const makers: readonly Maker[] = [
  {
    mark: /\bWix\.com Website Builder|static\.wixstatic\.com|static\.parastorage\.com/i,
    paths: () => ['/blog-feed.xml'],
  },
  { mark: /substackcdn\.com|\.substack\.com(?:\/|$)/i, paths: () => ['/feed'] },
  { mark: /content=["']?Ghost\b|\/ghost\/api\/|ghost-(?:url|content-api)/i, paths: () => ['/rss/'] },
  { mark: /medium\.com\/|cdn-client\.medium|miro\.medium\.com/i, paths: mediumPaths },
  {
    mark: /static1?\.squarespace\.com|<!-- This is Squarespace|Squarespace\.SQUARESPACE_CONTEXT/i,
    paths: (page) => [`${page.pathname}?format=rss`, '/blog?format=rss'],
  },
  { mark: /content=["']?blogger\b|\.blogspot\.com|blogger\.googleusercontent/i, paths: () => ['/feeds/posts/default'] },
  { mark: /content=["']?Hugo\b/i, paths: () => ['/index.xml'] },
  { mark: /content=["']?Jekyll\b/i, paths: () => ['/feed.xml'] },
  { mark: /content=["']?(?:Hexo|Pelican|Eleventy|Astro)\b/i, paths: () => ['/atom.xml', '/feed.xml', '/rss.xml'] },
  { mark: /content=["']?Drupal\b|\/sites\/default\/files\//i, paths: () => ['/rss.xml'] },
  { mark: /content=["']?Joomla/i, paths: (page) => [`${page.pathname}?format=feed&type=rss`] },
  { mark: /content=["']?Webflow\b|cdn\.prod\.website-files\.com/i, paths: () => ['/blog/rss.xml'] },
  { mark: /assets\.tumblr\.com/i, paths: () => ['/rss'] },
  // The last: many pages show a picture from somebody else's WordPress.
  {
    mark: /content=["']?WordPress\b|["'(](?:https?:\/\/[^"'()/\s]{1,200})?(\/[\w/-]{0,80}?)?\/wp-(?:content|includes|json)\//i,
    paths: wordPressPaths,
  },
];

const everywhere: readonly string[] = ['/feed/', '/blog-feed.xml', '/rss/', '/feed', '/feed.xml', '/rss.xml'];

/**
 * At most six addresses where the site may keep its feed, the likeliest first.
 *
 * @param url the address of the page
 * @param html the page, for what it shows of its maker
 */
export function knownFeedPaths(url: string, html: string): string[] {
  const page = new URL(url);
  const start = html.slice(0, maxMarkedLength);
  const told = makers.flatMap(({ mark, paths }) => {
    const found = mark.exec(start) ?? mark.exec(url);
    return found === null ? [] : paths(page, found);
  });
  const addresses = [...told, ...everywhere].map((path) => new URL(path, page).href);
  return [...new Set(addresses)].filter((address) => address !== page.href).slice(0, maxKnownPaths);
}

/** Medium keeps the feed of a person or a publication beside its address; a site of its own has one. */
function mediumPaths({ hostname, pathname }: URL): readonly string[] {
  const owner = pathname.split('/')[1] ?? '';
  const isShared = hostname === 'medium.com' || hostname === 'www.medium.com';
  return isShared && owner !== '' ? [`/feed/${owner}`] : ['/feed'];
}

/** A WordPress in a folder of its site keeps its feed there. */
function wordPressPaths({ pathname }: URL, mark: RegExpExecArray): readonly string[] {
  const folder = mark[1];
  const isHere = folder !== undefined && `${pathname}/`.startsWith(`${folder}/`);
  return isHere ? [`${folder}/feed/`, '/feed/'] : ['/feed/'];
}
