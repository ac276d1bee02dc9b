// One article as visitors see it: the text, its machine-readable description, and the teasers of other articles around it.
import type { Article, ArticleBlock } from './article.ts';
import { escapeMarkup } from './escapeMarkup.ts';
import { SITE_NAME } from './feeds.ts';
import { pageFrame } from './pageFrame.ts';

const WORDS_PER_MINUTE = 200;
const RECENT_POSTS = 3;

export interface ArticlePage {
  siteUrl: string;
  article: Article;
  /** All published articles, newest first; the others' teasers come from here. */
  articles: Article[];
}

export function articlePage({ siteUrl, article, articles }: ArticlePage): string {
  const others = articles.filter((other) => other.id !== article.id);
  const body = `<article>
<div class="post-meta"><span class="author">${escapeMarkup(article.author)}</span>
<time datetime="${article.publishedAt.toISOString()}">${formatDay(article.publishedAt)}</time> <span>${readingMinutes(article)} min read</span></div>
<h1>${escapeMarkup(article.title)}</h1>
<figure><img src="/media/${escapeMarkup(article.image.file)}" alt="${escapeMarkup(article.image.alt)}" width="800" height="450"></figure>
<div class="post-content">
${article.blocks.map(renderBlock).join('\n')}
</div>
</article>
<div class="share-bar" aria-label="Share"><button type="button">Share via email</button><button type="button">Copy link</button>
<button type="button">Print post</button><span>214 views</span><span>0 comments</span><button type="button">Like</button></div>
<ul class="tags">${article.categories.map((category) => `<li><a href="/">${escapeMarkup(category)}</a></li>`).join('')}</ul>
<section class="recent"><h2>Recent Posts</h2><a href="/">See All</a>
${others.slice(0, RECENT_POSTS).map(renderTeaser).join('\n')}
</section>
<section class="comments"><h2>Comments</h2><p>Write a comment...</p><button type="button">Publish comment</button></section>
<section class="featured"><h2>Featured Posts</h2>
${others.slice(-2).map(renderTeaser).join('\n')}
</section>`;
  return pageFrame({
    title: `${article.title} | ${SITE_NAME}`,
    siteUrl,
    language: article.language,
    head: renderHead(siteUrl, article),
    body,
  });
}

/** A link with title and teaser, as it stands in lists of posts. */
export function renderTeaser(article: Article): string {
  return `<div class="teaser"><a href="/post/${escapeMarkup(article.slug)}"><h3>${escapeMarkup(article.title)}</h3></a><p>${escapeMarkup(article.teaser)}</p></div>`;
}

function renderHead(siteUrl: string, article: Article): string {
  const url = `${siteUrl}/post/${article.slug}`;
  const image = `${siteUrl}/media/${article.image.file}`;
  const properties: [string, string][] = [
    ['og:type', 'article'],
    ['og:site_name', SITE_NAME],
    ['og:title', article.title],
    ['og:description', article.teaser],
    ['og:url', url],
    ['og:image', image],
    ['og:image:alt', article.image.alt],
    ['article:published_time', article.publishedAt.toISOString()],
    ['article:author', article.author],
  ];
  const description = {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: article.title,
    description: article.teaser,
    datePublished: article.publishedAt.toISOString(),
    inLanguage: article.language,
    author: { '@type': 'Person', name: article.author },
    publisher: { '@type': 'Organization', name: SITE_NAME },
    image: { '@type': 'ImageObject', url: image },
    mainEntityOfPage: url,
  };
  return [
    `<link rel="canonical" href="${escapeMarkup(url)}">`,
    `<meta name="description" content="${escapeMarkup(article.teaser)}">`,
    ...properties.map(([name, value]) => `<meta property="${name}" content="${escapeMarkup(value)}">`),
    // A title may contain "</script>"; in JSON the sign can be written as a number instead.
    `<script type="application/ld+json">${JSON.stringify(description).replaceAll('<', '\\u003c')}</script>`,
  ].join('\n');
}

function renderBlock(block: ArticleBlock): string {
  if (block.kind === 'heading') return `<h2>${escapeMarkup(block.text)}</h2>`;
  const pieces = block.pieces.map((piece) =>
    piece.url === undefined
      ? escapeMarkup(piece.text)
      : `<a href="${escapeMarkup(piece.url)}" target="_blank" rel="noopener">${escapeMarkup(piece.text)}</a>`,
  );
  return `<p>${pieces.join('')}</p>`;
}

function readingMinutes(article: Article): number {
  const text = article.blocks
    .map((block) => (block.kind === 'heading' ? block.text : block.pieces.map((piece) => piece.text).join('')))
    .join(' ');
  return Math.max(1, Math.round(text.split(/\s+/).length / WORDS_PER_MINUTE));
}

function formatDay(date: Date): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
