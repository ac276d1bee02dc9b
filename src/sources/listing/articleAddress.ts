// Which addresses on a page of links may be those of articles. A wrong one would be posted as an article: what is in doubt is
// left out.

import { canonicalLink } from '../../domain/canonicalLink.ts';
import { normaliseLink } from '../pageAddress.ts';
import { resolveUrl } from '../resolveUrl.ts';

/** Below these are lists of articles, people, or things to buy; not articles. */
const listFolder =
  /^(?:categor(?:y|ies)|kategorien?|categorie|tags?|tagged|schlagwort|etiquetas?|topics?|themen?|labels?|authors?|autor(?:en|es)?|auteurs?|contributors?|profiles?|users?|members?|mitglieder|people|team|staff|pages?|seite|search|suche|events?|veranstaltung(?:en)?|calendar|kalender|jobs?|careers?|products?|produkte?|shop|store|cart|services?|courses?|login|signup|account|wp-(?:admin|content|json|includes)|cdn-cgi|api|static|assets|media|files|uploads|downloads?|feeds?|rss|comments?|hashtag|archives?|archiv)$/i;
/** Pages that every site has. */
const fixedPage =
  /^(?:index|home|start|about(?:-us)?|ueber-uns|über-uns|who-we-are|contact(?:-us)?|kontakt|impressum|imprint|privacy(?:-policy)?|datenschutz(?:erklaerung)?|terms(?:-of-(?:use|service)|-and-conditions)?|legal(?:-notice)?|cookies?(?:-policy)?|faq|help|join(?:-us)?|membership|donate|support(?:-us)?|subscribe|newsletter|sitemap|accessibility|sponsors?|partners?|committee|board|constitution|blog|news|posts?|articles?|publications?|login|log-in|sign-?in|sign-?up|register|archives?|all-posts|feed|rss|search|advertise|press-?kit|mission|team|people)(?:\.(?:html?|php|aspx?))?$/i;
const otherFile =
  /\.(?:jpe?g|png|gif|webp|svg|avif|ico|mp[34]|m4a|ogg|wav|mov|webm|pdf|docx?|xlsx?|pptx?|odt|epub|zip|gz|ics|xml|json|rss|atom|txt|css|js)$/i;
/** Queries that page, sort or act. */
const actingQuery =
  /^(?:page|paged|offset|start|sort|order|filter|category|cat|tag|s|q|search|replytocom|share|add-to-cart|lang|print|action|login|redirect.*)$/i;

/** Folders that articles stand in. */
const articleFolder =
  /^(?:blogs?|(?:single-)?posts?|news|articles?|artikel|articulos|artigos|essays?|stor(?:y|ies)|notes?|notizen|aktuell(?:es)?|nachrichten|beitraege|beitrag|beiträge|actualites?|noticias|publications?|insights?|commentary|comment|analys[ei]s|opinions?|p|press|updates?|journal|reviews?|briefings?|papers?|reports?|magazine?)$/i;
const year = /^(?:19|20)\d\d$/;
const datedName = /(?:19|20)\d\d[-_](?:0?[1-9]|1[0-2])[-_]/;

/** Characters; a longer address is no page of a blog. */
const maxAddressLength = 600;

/**
 * The absolute address of a link that may lead to an article of this site.
 *
 * @param page the address of the page that links
 * @param base what its relative links are relative to
 */
export function findArticleAddress(href: string, page: URL, base: string): string | undefined {
  if (href === '' || href.startsWith('#') || href.length > maxAddressLength) return undefined;
  const address = normaliseLink(resolveUrl(href, base));
  if (address === undefined) return undefined;
  const url = new URL(address);
  if (siteOf(url) !== siteOf(page) || canonicalLink(address) === canonicalLink(page.href)) return undefined;
  const segments = segmentsOf(url);
  const last = segments.at(-1) ?? '';
  if (segments.length === 0 || otherFile.test(last)) return undefined;
  if (segments.slice(0, -1).some((segment) => listFolder.test(segment)) || listFolder.test(last)) return undefined;
  if (fixedPage.test(last) || /^page-?\d+$/i.test(last) || isArchive(segments)) return undefined;
  if ([...url.searchParams.keys()].some((name) => actingQuery.test(name))) return undefined;
  // A page above this one, or one of its siblings' lists, is no article of it.
  if (page.pathname.startsWith(`${url.pathname.replace(/\/$/, '')}/`)) return undefined;
  return address;
}

/** True where the address itself says that an article stands there. */
export function isArticleLike(address: string, page: URL): boolean {
  const url = new URL(address);
  const segments = segmentsOf(url);
  const folders = segments.slice(0, -1);
  if (folders.some((segment) => articleFolder.test(segment) || year.test(segment))) return true;
  if (datedName.test(segments.at(-1) ?? '')) return true;
  const above = `${page.pathname.replace(/\/[^/]*\.\w+$/, '').replace(/\/$/, '')}/`;
  return above !== '/' && url.pathname.startsWith(above);
}

/** An address without its last part, in words: `river-treaties.html` → `River treaties`. */
export function titleFromAddress(address: string): string {
  const last = segmentsOf(new URL(address)).at(-1) ?? '';
  const words = last
    .replace(/\.\w{2,5}$/, '')
    .replace(/^(?:19|20)\d\d[-_]\d\d?[-_]\d\d?[-_]/, '')
    .replace(/[-_+]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `/2026/11/` and `/blog/2026/`: the articles of a time. */
function isArchive(segments: readonly string[]): boolean {
  return year.test(segments.at(-1) ?? '') || segments.every((segment) => /^\d{1,4}$/.test(segment));
}

function siteOf({ host }: URL): string {
  return host.replace(/^www\./, '');
}

function segmentsOf({ pathname }: URL): string[] {
  return pathname
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => {
      try {
        return decodeURIComponent(segment);
      } catch {
        return segment;
      }
    });
}
