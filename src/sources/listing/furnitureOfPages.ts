// The parts of a page that stand on each of its site's pages: navigation, footer, sidebars, what else to read. Their links are
// no list of articles.

import { ancestorsOf } from './elementText.ts';
import type { PageElement } from './pageTree.ts';

const furnitureNames = new Set(['nav', 'footer', 'aside', 'form', 'dialog', 'menu', 'template', 'noscript', 'select']);
const furnitureRoles = new Set([
  'navigation',
  'contentinfo',
  'complementary',
  'search',
  'banner',
  'menu',
  'menubar',
  'dialog',
]);
const contentNames = new Set(['main', 'article', 'section', 'li']);
/** A class or id that begins with one of these, e.g. `footer-links`; `has-sidebar` says something else. */
const furnitureWord =
  /^(?:(?:site|page|main|global|top|primary|secondary|mobile)[-_]?)?(?:nav|navbar|navigation|menu|footer|sidebar|breadcrumbs?|pagination|pager|page-numbers|widget|tag-?cloud|tag-?list|share|sharing|social|cookies?|comments?|toolbar|skip|masthead|newsletter|subscribe)(?:$|[-_])/i;
/** Articles that are shown again: an old one would look new. They hold several, so a single card may be called so. */
const repeatedWord =
  /^(?:recent|related|featured|popular|trending|most[-_]?(?:read|viewed|popular)|similar|recommended|more[-_]?(?:posts|articles|stories))(?:$|[-_])/i;
const cardNames = new Set(['article', 'li', 'a', 'h2', 'h3', 'tr']);
const repeatedHeading =
  /^(?:recent|related|featured|popular|trending|most (?:read|viewed|popular)|similar|recommended) (?:posts?|articles?|stories|reading|reads?|news)$|^(?:you (?:may|might) also (?:like|enjoy)|read next|editor['’]s picks?|ähnliche beiträge|neueste beiträge|meistgelesen|articles? (?:récents|similaires))$/i;

/** Says of elements whether they are furniture; each element is judged once. */
export function createFurnitureJudge(textOf: (element: PageElement) => string): (element: PageElement) => boolean {
  const judged = new Map<PageElement, boolean>();
  return (element) => {
    const undecided: PageElement[] = [];
    let isFurniture = false;
    for (const one of ancestorsOf(element)) {
      const known = judged.get(one);
      if (known !== undefined) {
        isFurniture = known;
        break;
      }
      undecided.push(one);
    }
    for (const one of undecided.reverse()) {
      isFurniture ||= isFurnitureItself(one, textOf);
      judged.set(one, isFurniture);
    }
    return isFurniture;
  };
}

function isFurnitureItself(element: PageElement, textOf: (element: PageElement) => string): boolean {
  const { name, attributes } = element;
  if (furnitureNames.has(name) || furnitureRoles.has(attributes.get('role')?.toLowerCase() ?? '')) return true;
  if (name === 'body' || name === 'html' || name === 'main') return false;
  if (name === 'header') return ![...ancestorsOf(element)].some((one) => contentNames.has(one.name));
  const marks = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`.split(/\s+/);
  if (marks.some((mark) => furnitureWord.test(mark))) return true;
  if (cardNames.has(name)) return false;
  return marks.some((mark) => repeatedWord.test(mark)) || isUnderRepeatedHeading(element, textOf);
}

/** A block whose own first heading says that it repeats what is elsewhere. */
function isUnderRepeatedHeading({ children }: PageElement, textOf: (element: PageElement) => string): boolean {
  const first = children.find((child) => typeof child !== 'string');
  if (typeof first !== 'object' || !/^h[1-6]$/.test(first.name)) return false;
  return repeatedHeading.test(textOf(first));
}
