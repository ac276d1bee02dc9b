// The furniture of a page by its markup: elements whose name, role or class says that they are no part of an article. Taken
// out before the article is looked for. Invariant: nothing goes that holds a large part of what the page has to read.

import { childrenOf, isElement, type PageElement, type TextWeight, weighText } from './pageTree.ts';

/** Share of the page's text outside of links; what holds more is no furniture, whatever it is called. */
const maxTextShare = 0.25;

/** The same for elements that HTML has for nothing else; most of a short page may be its footer. */
const maxCertainShare = 0.6;

/** Characters of a word written together with others. */
const minInnerLength = 4;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const certainTags = words('nav footer menu dialog button');
const furnitureTags = words('nav aside header footer form dialog menu button');
const furnitureRoles = words(
  'navigation complementary contentinfo search dialog alertdialog menu menubar toolbar banner tooltip form',
);
/** Their words are text of the article whatever their classes are. */
const runningText = words('p h1 h2 h3 h4 h5 h6 pre');
/** A word of a class, an id or a test mark, as in `post-share`, `RelatedPosts` or `entry_meta`. */
const furnitureWords = words(
  [
    'ad ads advert advertisement advertisements adslot advertising sponsor sponsored promo promos promotion',
    'share shares sharing sharebar sharethis addtoany addthis socials follow',
    'newsletter newsletters subscribe subscription subscriptions signup login paywall cta donate',
    'related relatedposts sharedaddy recirc recirculation recommended recommendations trending popular outbrain taboola',
    'byline bylines timestamp datestamp postinfo postmeta meta author authors authorbox bio',
    'caption captions credit credits imagecaption imagecredit',
    'breadcrumb breadcrumbs pagination pager nav navbar navigation navigations menu topnav subnav sitenav',
    'comment comments commentlist disqus respond livefyre',
    'cookie cookies gdpr consent modal popup tooltip',
    'tags taglist categories sidebar print',
  ].join(' '),
);

/** @param body of the page; changed */
export function removeFurnitureElements(body: PageElement): void {
  const weights = weighText(body);
  const whole = outsideLinks(weights.get(body));
  const shareOf = (element: PageElement) => (whole === 0 ? 0 : outsideLinks(weights.get(element)) / whole);
  const visit = (element: PageElement, isInArticle: boolean): void => {
    const isArticle = element.localName === 'article';
    dropSpokenId(element);
    if ((isFurniture(element) || (isArticle && isInArticle)) && shareOf(element) <= maxShareOf(element)) {
      element.remove();
      return;
    }
    if (runningText.has(element.localName)) return;
    for (const child of childrenOf(element)) if (isElement(child)) visit(child, isArticle || isInArticle);
  };
  for (const child of childrenOf(body)) if (isElement(child)) visit(child, false);
}

function outsideLinks(weight: TextWeight | undefined): number {
  return weight === undefined ? 0 : weight.all - weight.linked;
}

function maxShareOf(element: PageElement): number {
  return certainTags.has(element.localName) ? maxCertainShare : maxTextShare;
}

function isFurniture(element: PageElement): boolean {
  if (furnitureTags.has(element.localName) || isHidden(element)) return true;
  if (furnitureRoles.has(element.getAttribute('role')?.toLowerCase() ?? '')) return true;
  return namesOf(element).some((name) => wordsOf(name).some((word) => furnitureWords.has(word)));
}

/** What the page's makers call the element. */
function namesOf(element: PageElement): string[] {
  return ['class', 'id', 'data-hook', 'data-testid'].map((name) => element.getAttribute(name) ?? '');
}

/** An id that repeats the section's heading, as programmes write it (`related-work`), says nothing to us or to Readability. */
function dropSpokenId(element: PageElement): void {
  const id = element.getAttribute('id');
  const first = id === null ? undefined : childrenOf(element).find(isElement);
  if (first === undefined || !/^h[1-6]$/.test(first.localName)) return;
  const spoken = lettersOf(first.textContent ?? '');
  if (spoken !== '' && spoken === lettersOf(id ?? '')) element.removeAttribute('id');
}

function isHidden(element: PageElement): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display:\s*none|visibility:\s*hidden/i.test(element.getAttribute('style') ?? '')
  );
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * `postMeta`, `post-meta` and `post_meta` are the same two words. What programmes make up (`css-1ad4k`, `kAdQr`) has none: a part
 * with a digit is no word, and within a part only longer words count.
 */
function wordsOf(name: string): string[] {
  const parts = name.split(/[^\p{L}\p{N}]+/u).filter((part) => !/\p{N}/u.test(part));
  return parts.flatMap((part) => {
    const inner = part.split(/(?<=\p{Ll})(?=\p{Lu})/u).filter((word) => word.length >= minInnerLength);
    return [part, ...inner].map((word) => word.toLowerCase());
  });
}
