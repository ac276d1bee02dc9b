// What surrounds the text on every page of the sample site. Readers of such pages have to tell it apart from the article, so it is
// as talkative as that of a hosted site builder: skip links, navigation, cookie hint, footer.
import { escapeMarkup } from './escapeMarkup.ts';
import { SITE_NAME } from './feeds.ts';

export interface PageFrame {
  title: string;
  siteUrl: string;
  language: string;
  /** Markup for the head: meta, link and script elements. */
  head: string;
  /** Markup between the navigation and the footer. */
  body: string;
}

export function pageFrame({ title, siteUrl, language, head, body }: PageFrame): string {
  const site = escapeMarkup(siteUrl);
  return `<!DOCTYPE html>
<html lang="${escapeMarkup(language)}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<link rel="alternate" type="application/rss+xml" title="${SITE_NAME} - RSS" href="${site}/blog-feed.xml">
<link rel="alternate" type="application/atom+xml" title="${SITE_NAME} - Atom" href="${site}/atom.xml">
<link rel="alternate" type="application/feed+json" title="${SITE_NAME} - JSON" href="${site}/feed.json">
<link rel="stylesheet" href="/site.css">
${head}
</head>
<body>
<div id="SITE_CONTAINER">
<span id="SCROLL_TO_TOP" tabindex="-1">top of page</span>
<a class="skip" href="#main">Skip to Main Content</a>
<header><a class="logo" href="/">${SITE_NAME}</a>
<nav aria-label="Site"><ul><li><a href="/">Home</a></li><li><a href="/">Blog</a></li><li><a href="/#about">About</a></li>
<li><a href="/calendar.ics">Events</a></li><li><a href="/#join">Join us</a></li></ul><button type="button">Log In</button></nav></header>
<main id="main">
${body}
</main>
<aside class="cookies" role="region" aria-label="Cookie hint"><p>We use cookies to improve your experience on this site. By continuing you
accept our privacy policy.</p><button type="button">Settings</button><button type="button">Accept</button></aside>
<footer><h6>Subscribe to our newsletter</h6><form><label>Email <input type="email" name="email"></label>
<button type="button">Subscribe</button></form><p>Thanks for submitting.</p>
<p>©2026 by ${SITE_NAME}. A sample site on your own computer.</p></footer>
<span id="SCROLL_TO_BOTTOM" tabindex="-1">bottom of page</span>
</div>
</body>
</html>
`;
}
