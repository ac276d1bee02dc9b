// Whether two addresses belong to one site, as a reader would say it.

import { isUrl } from '../domain/isUrl.ts';

/** Characters of the label before the last: `co`, `ac` and `gov` stand between a name and its country. */
const maxSecondLevelLength = 3;

/** `www.example.org` and `blog.example.org` are one site, `a.example.ac.uk` and `b.other.ac.uk` are two. */
export function isSameSite(one: string, other: string): boolean {
  return isUrl(one) && isUrl(other) && siteOf(new URL(one)) === siteOf(new URL(other));
}

function siteOf({ hostname }: URL): string {
  const labels = hostname.toLowerCase().split('.');
  const hasSecondLevel = labels.at(-1)?.length === 2 && (labels.at(-2)?.length ?? 0) <= maxSecondLevelLength;
  return labels.slice(hasSecondLevel ? -3 : -2).join('.');
}
