// The list of articles in a page as the page describes itself to machines: JSON-LD of schema.org.
// @see https://schema.org/BlogPosting

import { canonicalLink } from '../../domain/canonicalLink.ts';
import { cutText, singleLine } from '../cleanText.ts';
import { toPicture } from '../firstPicture.ts';
import { htmlToLine, htmlToText } from '../htmlToText.ts';
import { isRecord, type Json, listOf, parseJson, textIn } from '../json.ts';
import { resolveUrl } from '../resolveUrl.ts';
import { readDate } from '../writtenDate.ts';
import { findArticleAddress } from './articleAddress.ts';
import { type ListedArticle, type ListPage, maxListed } from './listing.ts';
import type { PageTree } from './pageTree.ts';

/** Characters of one description, and descriptions of one page. */
const maxScriptLength = 500_000;
const maxScripts = 20;
/** Parts of the descriptions that are looked at. */
const maxNodes = 5_000;
const maxTitleLength = 300;
/** Fewer describe the page itself, or one article it points to. */
const minListed = 2;

const articleTypes =
  /^(?:https?:\/\/schema\.org\/)?(?:Article|BlogPosting|NewsArticle|ScholarlyArticle|Report|TechArticle|AnalysisNewsArticle|OpinionNewsArticle|ReportageNewsArticle|SocialMediaPosting|LiveBlogPosting)$/;
const listTypes = /^(?:https?:\/\/schema\.org\/)?(?:ListItem|Blog|ItemList|CollectionPage|WebPage|WebSite)$/;

type Described = Readonly<Record<string, Json>>;

export interface StructuredData {
  /** Empty where the page describes no list of articles. */
  readonly articles: readonly ListedArticle[];
  /** True for a page that says it is an article itself. */
  readonly isArticle: boolean;
}

export function readStructuredData(tree: PageTree, page: ListPage): StructuredData {
  const found = new Map<string, ListedArticle>();
  let isArticle = false;
  for (const node of describedIn(tree)) {
    if (!isOfType(node, articleTypes)) continue;
    const own = resolveUrl(addressIn(node), page.base);
    isArticle ||= own !== undefined && canonicalLink(own) === canonicalLink(page.url.href);
    const article = readArticle(node, page);
    if (article !== undefined && !found.has(article.address)) found.set(article.address, article);
  }
  return { articles: found.size < minListed ? [] : [...found.values()].slice(0, maxListed), isArticle };
}

/** What the page describes: the things themselves, and those in lists of them. */
function* describedIn({ elements }: PageTree): Generator<Described> {
  const scripts = elements.filter(
    ({ name, attributes }) => name === 'script' && /^application\/ld\+json\b/i.test(attributes.get('type') ?? ''),
  );
  let nodesLeft = maxNodes;
  for (const { children } of scripts.slice(0, maxScripts)) {
    const waiting: Json[] = listOf(
      parseScript(children.filter((child) => typeof child === 'string').join('')),
    ).reverse();
    for (let node = waiting.pop(); node !== undefined && nodesLeft > 0; node = waiting.pop()) {
      nodesLeft -= 1;
      if (!isRecord(node)) continue;
      yield node;
      for (const inner of innerParts(node).reverse()) waiting.push(inner);
    }
  }
}

function innerParts(node: Described): Json[] {
  if (!isOfType(node, listTypes) && node['@graph'] === undefined) return [];
  const keys = ['@graph', 'mainEntity', 'blogPost', 'blogPosts', 'itemListElement', 'item', 'hasPart'];
  return keys.flatMap((key) => listOf(node[key])).slice(0, maxNodes);
}

function readArticle(node: Described, { url, base }: ListPage): ListedArticle | undefined {
  const address = findArticleAddress(addressIn(node), url, base);
  const title = cutText(htmlToLine(textIn(node.headline) || textIn(node.name)), maxTitleLength);
  if (address === undefined || title === '') return undefined;
  const publishedAt = readDate(textIn(node.datePublished));
  const teaser = singleLine(htmlToText(textIn(node.description) || textIn(node.abstract)));
  const [image] = listOf(node.image);
  const picture = toPicture(resolveUrl(isRecord(image) ? textIn(image.url) : textIn(image), base), undefined);
  const author = listOf(node.author).map((one) => (isRecord(one) ? textIn(one.name) : textIn(one)))[0];
  return {
    address,
    title,
    ...(teaser === '' ? {} : { teaser }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(picture === undefined ? {} : { picture }),
    ...(author === undefined || author === '' ? {} : { author }),
  };
}

function addressIn(node: Described): string {
  const main = node.mainEntityOfPage;
  const named = isRecord(main) ? textIn(main['@id']) || textIn(main.url) : textIn(main);
  return textIn(node.url) || named || textIn(node['@id']);
}

function isOfType(node: Described, types: RegExp): boolean {
  return listOf(node['@type']).some((type) => typeof type === 'string' && types.test(type));
}

function parseScript(text: string): Json | undefined {
  return text.length > maxScriptLength ? undefined : parseJson(text);
}
