// The furniture of a page by its markup: elements whose name, role or class says that they are no part of an article. Taken
// out before the article is looked for. Invariant: nothing goes that holds a large part of what the page has to read.

import { childrenOf, isElement, type PageElement, type TextWeight, weighText } from './pageTree.ts';

/** Share of the page's text outside of links; what holds more is no furniture, whatever it is called. */
const maxTextShare = 0.25;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

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
    'print',
    'tags taglist categories widget widgets sidebar',
  ].join(' '),
);

/** @returns how many elements went */
export function removeFurnitureElements(body: PageElement): void {
  const weights = weighText(body);
  const largest = maxTextShare * outsideLinks(weights.get(body));
  const visit = (element: PageElement, isInArticle: boolean): void => {
    const isArticle = element.localName === 'article';
    if ((isFurniture(element) || (isArticle && isInArticle)) && outsideLinks(weights.get(element)) <= largest) {
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

function isFurniture(element: PageElement): boolean {
  if (furnitureTags.has(element.localName) || isHidden(element)) return true;
  if (furnitureRoles.has(element.getAttribute('role')?.toLowerCase() ?? '')) return true;
  return namesOf(element).some((name) => wordsOf(name).some((word) => furnitureWords.has(word)));
}

/** What a page's author calls the element. The id of a section is made of its heading, and says nothing. */
function namesOf(element: PageElement): string[] {
  const first = childrenOf(element).find(isElement);
  const names = ['class', 'data-hook', 'data-testid', ...(isHeading(first) ? [] : ['id'])];
  return names.map((name) => element.getAttribute(name) ?? '');
}

function isHeading(element: PageElement | undefined): boolean {
  return element !== undefined && /^h[1-6]$/.test(element.localName);
}

function isHidden(element: PageElement): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display:\s*none|visibility:\s*hidden/i.test(element.getAttribute('style') ?? '')
  );
}

/** `postMeta`, `post-meta` and `post_meta` are the same two words. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .split(/[^a-z]+/);
}
