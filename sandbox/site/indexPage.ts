// The blog's front page: where a person copies the address from, and where a feed reader discovers the feeds.
import type { Article } from './article.ts';
import { renderTeaser } from './articlePage.ts';
import { SITE_NAME, SITE_SUMMARY } from './feeds.ts';
import { pageFrame } from './pageFrame.ts';

export function indexPage(siteUrl: string, articles: Article[]): string {
  return pageFrame({
    title: `Blog | ${SITE_NAME}`,
    siteUrl,
    language: 'en',
    head: `<link rel="canonical" href="${siteUrl}/"><meta name="description" content="${SITE_SUMMARY}">`,
    body: `<h1>All Posts</h1>
<p>${SITE_SUMMARY}</p>
${articles.map(renderTeaser).join('\n')}
<section id="about"><h2>About</h2><p>This society is imaginary. Its site shows what society-bot does with a blog and a calendar.</p></section>
<section id="join"><h2>Join us</h2><p>There is nothing to join, but you are welcome.</p></section>`,
  });
}
