// Quotations set apart in a page. Readability takes a long blockquote for the article itself and drops the society's own words
// around it; so the quotation becomes plain paragraphs first, with a mark that tells what they were.

import { blockTags, childrenOf, isElement, type PageElement, type PageTree } from './pageTree.ts';

const mark = 'data-quotation';

/** Finds paragraphs that stood in a blockquote. */
export const quotationSelector = `[${mark}]`;

/** Makes paragraphs of every blockquote. Run before the article is looked for. */
export function unwrapQuotations(tree: PageTree, body: PageElement): void {
  // Outer ones first: so nothing is moved more than once, however deep they are nested.
  for (const quotation of [...body.querySelectorAll('blockquote')]) {
    const children = childrenOf(quotation);
    const hasBlocks = children.some((child) => isElement(child) && blockTags.has(child.localName));
    if (!hasBlocks) {
      const paragraph = tree.createElement('p');
      paragraph.append(...children);
      paragraph.setAttribute(mark, '');
      quotation.replaceWith(paragraph);
      continue;
    }
    for (const child of children) if (isElement(child)) child.setAttribute(mark, '');
    quotation.replaceWith(...children);
  }
}

/** Characters of an article that stood in blockquotes. */
export function countSetApart(article: PageElement): number {
  const paragraphs = [...article.querySelectorAll(quotationSelector)];
  return paragraphs.reduce((sum, paragraph) => sum + (paragraph.textContent?.trim().length ?? 0), 0);
}
