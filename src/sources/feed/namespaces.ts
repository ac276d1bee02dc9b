// Which vocabulary an element belongs to. Feeds declare the same vocabulary under many addresses and prefixes; here each has
// one prefix of ours. Elements of the feed formats themselves have none.

const vocabularies: Readonly<Record<string, string>> = {
  'http://www.w3.org/2005/atom': '',
  'http://purl.org/atom/ns#': '',
  'http://purl.org/rss/1.0/': '',
  'http://purl.org/net/rss1.1#': '',
  'http://my.netscape.com/rdf/simple/0.9/': '',
  'http://channel.netscape.com/rdf/simple/0.9/': '',
  'http://my.netscape.com/publish/formats/rss-0.91.dtd': '',
  'http://backend.userland.com/rss': '',
  'http://backend.userland.com/rss2': '',
  'http://backend.userland.com/rss191': '',
  'http://blogs.law.harvard.edu/tech/rss': '',
  'http://www.rssboard.org/rss-specification': '',
  'http://purl.org/rss/1.0/modules/rss091#': '',
  'http://example.com/newformat#': '',
  'http://example.com/necho': '',
  'http://purl.org/echo/': '',
  'uri/of/echo/namespace#': '',
  'http://purl.org/pie/': '',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/elements/1.0/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://search.yahoo.com/mrss': 'media',
  'http://search.yahoo.com/mrss/': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://example.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://www.w3.org/2000/svg': 'svg',
  'http://www.w3.org/1998/math/mathml': 'mathml',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://www.w3.org/xml/1998/namespace': 'xml',
  'http://www.w3.org/1999/xlink': 'xlink',
  'http://webns.net/mvcb/': 'admin',
  'http://purl.org/rss/1.0/modules/syndication/': 'sy',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
};

/** Declared prefixes at one place of a document; the key '' is the default namespace. */
export interface Scope {
  readonly declared: ReadonlyMap<string, string>;
  /** Names already looked up here. */
  readonly names: Map<string, string>;
}

export const emptyScope = (): Scope => ({ declared: new Map(), names: new Map() });

/** More declared prefixes than this at one place are not looked at. */
const maxPrefixes = 64;
/** Names remembered for one scope; a feed uses some forty. */
const maxNames = 500;

/** The scope within an element that has these attributes. */
export function extendScope(scope: Scope, attributes: ReadonlyMap<string, string>): Scope {
  let declared: Map<string, string> | undefined;
  for (const [name, value] of attributes) {
    if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue;
    declared ??= new Map(scope.declared);
    if (declared.size < maxPrefixes) declared.set(name.slice('xmlns:'.length), value.trim().toLowerCase());
  }
  return declared === undefined ? scope : { declared, names: new Map() };
}

/** `dc:creator` for the element, whatever prefix the feed uses; lower case. A vocabulary unknown to us keeps the feed's prefix. */
export function ourName(written: string, scope: Scope): string {
  const known = scope.names.get(written);
  if (known !== undefined) return known;
  const name = findName(written.toLowerCase(), scope);
  if (scope.names.size < maxNames) scope.names.set(written, name);
  return name;
}

function findName(lower: string, scope: Scope): string {
  const colon = lower.indexOf(':');
  const prefix = colon === -1 ? '' : lower.slice(0, colon);
  const local = lower.slice(colon + 1);
  const declared = scope.declared.get(prefix);
  const known = declared !== undefined && Object.hasOwn(vocabularies, declared) ? vocabularies[declared] : undefined;
  const ours = known ?? (prefix === 'atom' || prefix === 'rss' ? '' : prefix);
  return ours === '' ? local : `${ours}:${local}`;
}
