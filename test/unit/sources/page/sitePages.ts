// One article as the publishing programmes of learned societies put it on a page, each with the furniture of its kind. The words
// are this project's own; the markup keeps to what such programmes write.

/** The article's paragraphs, a list and a heading, as every page below holds them. */
export const articleText = [
  'The old lighthouse keepers wrote down every ship that passed, and their books fill forty shelves in the town archive.',
  'A group of members has spent two winters copying them out. What they found changes how we think of the coasting trade.',
  'What the books show',
  '• Most ships carried slate and salt.',
  '• One in nine never came back.',
  'The keepers also noted the weather, which nobody had asked them to do. Those notes are now the longest record on this coast.',
  'We shall read from the books in June, and everyone is welcome.',
].join('\n');

const [first = '', second = '', heading = '', , , fourth = '', last = ''] = articleText.split('\n');
const list = '<ul><li>Most ships carried slate and salt.</li><li>One in nine never came back.</li></ul>';
const body = `<p>${first}</p><p>${second}</p><h2>${heading}</h2>${list}<p>${fourth}</p><p>${last}</p>`;

const page = (head: string, content: string) =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${content}</body></html>`;
const linkList = (...titles: string[]) =>
  `<ul>${titles.map((title) => `<li><a href="/post/${title.length}">${title}</a></li>`).join('')}</ul>`;
const linkedData = (data: object) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

export const wixPage = page(
  `<title>The keepers' books | Coast Society</title><meta property="og:title" content="The keepers' books"><meta property="og:site_name" content="Coast Society">
   <link rel="canonical" href="https://www.society.example.org/post/the-keepers-books"><meta property="og:image" content="https://static.example.net/lighthouse.jpg">
   ${linkedData({
     '@type': 'BlogPosting',
     headline: "The keepers' books",
     author: { '@type': 'Person', name: 'Ada Member' },
     datePublished: '2026-03-04T09:30:00.000Z',
     mainEntityOfPage: 'https://www.society.example.org/post/the-keepers-books',
   })}`,
  `<div id="SITE_CONTAINER"><p>top of page</p><header id="SITE_HEADER"><nav>${linkList('Home', 'About us', 'Journal')}</nav><button>Log In</button></header>
   <div data-hook="post"><div data-hook="post-header"><ul class="post-metadata"><li data-hook="user-name">Ada Member</li><li data-hook="time-ago">Mar 4</li><li data-hook="time-to-read">2 min read</li></ul></div>
   <h1 data-hook="post-title">The keepers' books</h1>
   <div data-hook="post-description"><div class="rich-content">${body.replaceAll('<p>', '<p class="xk1 pq2"><span>').replaceAll('</p>', '</span></p>')}
   <figure data-hook="figure"><img src="/books.jpg"><figcaption>The books in their shelves</figcaption></figure></div></div>
   <div data-hook="post-footer"><div data-hook="post-main-actions__social"><a href="https://www.facebook.com/x">Facebook</a> <a href="https://x.com/y">X</a></div><p>212 views</p><p>0 comments</p><p>Post not marked as liked</p></div></div>
   <div><p>Recent Posts</p><p><a href="/blog">See All</a></p><article><h2><a href="/post/b">Summer meeting</a></h2><p>Our summer meeting is here, come and meet the new authors of the year.</p></article></div>
   <p>bottom of page</p></div>`,
);

export const wordPressPage = page(
  `<title>The keepers&#8217; books &#8211; Coast Society</title><link rel="canonical" href="https://society.example.org/2026/03/the-keepers-books/"><meta property="article:published_time" content="2026-03-04T10:30:00+01:00">
   ${linkedData({
     '@graph': [
       { '@type': 'WebSite', name: 'Coast Society' },
       { '@type': 'Person', '@id': 'https://society.example.org/#/person/1', name: 'Ada Member' },
       {
         '@type': 'Article',
         headline: 'The keepers&#8217; books',
         author: { '@id': 'https://society.example.org/#/person/1' },
       },
     ],
   })}`,
  `<a class="skip-link screen-reader-text" href="#content">Skip to content</a><header class="site-header"><nav class="main-navigation">${linkList('Home', 'News', 'Contact')}</nav></header>
   <main><article class="post-12 post type-post category-social-history tag-newsletter"><header class="entry-header"><h1 class="entry-title">The keepers’ books</h1><div class="entry-meta">Posted on <time class="entry-date published" datetime="2026-03-04T10:30:00+01:00">March 4, 2026</time> by <span class="author vcard">Ada Member</span></div></header>
   <div class="entry-content">${body}
   <p><a href="https://society.example.org/2025/11/the-salt-road/">Read our earlier piece on the salt road</a></p>
   <div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li><a href="?share=x">Click to share on X</a></li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3>${linkList('The salt road', 'A harbour in winter')}</div></div>
   <div class="author-bio"><p>Ada Member has been with the society for ten years and writes about ships.</p></div></article>
   <div id="comments" class="comments-area"><h2>One thought on the books</h2><p>I remember the lighthouse well, my uncle kept it for many years.</p></div></main>
   <aside class="widget-area"><h2>Archives</h2>${linkList('March 2026', 'February 2026')}</aside><footer class="site-footer">© 2026 Coast Society</footer>`,
);

export const ghostPage = page(
  `<title>The keepers' books</title><meta property="og:title" content="The keepers' books"><meta property="og:site_name" content="Coast Society"><meta property="article:published_time" content="2026-03-04T09:30:00.000Z">
   <meta name="twitter:data1" content="Ada Member">${linkedData({ '@type': 'Article', author: [{ '@type': 'Person', name: 'Ada Member' }], headline: "The keepers' books" })}`,
  `<header class="gh-head">${linkList('Home', 'About')}</header><main class="gh-main"><article class="gh-article post"><header class="gh-article-header"><span class="gh-article-meta">By Ada Member · 04 Mar 2026 · 2 min read</span><h1>The keepers' books</h1></header>
   <section class="gh-content">${body}<div class="kg-card kg-signup-card"><h2>Sign up for Coast Society</h2><p>Letters from the coast, twice a year, into your post box.</p></div></section></article>
   <section class="gh-subscribe"><h3>Subscribe for more</h3></section><section class="gh-read-more"><h4>Read more</h4><article class="gh-card"><h3>Summer meeting</h3><p>Come and meet the new authors of the year.</p></article></section></main>`,
);

export const substackPage = page(
  `<title>The keepers' books - by Ada Member - Coast Society</title><meta property="og:title" content="The keepers' books">
   ${linkedData({ '@type': 'NewsArticle', headline: "The keepers' books", datePublished: '2026-03-04T09:30:00+00:00', author: [{ '@type': 'Person', name: 'Ada Member' }], publisher: { '@type': 'Organization', name: 'Coast Society' } })}`,
  `<div class="main-menu"><a href="/">Coast Society</a><button>Subscribe</button><button>Sign in</button></div><article class="newsletter-post post"><div class="post-header"><h1 class="post-title">The keepers' books</h1><div class="byline-wrapper">Ada Member<div>Mar 04, 2026</div></div></div>
   <div class="available-content"><div class="body markup">${body}<div class="subscription-widget-wrap"><p>Thanks for reading. Subscribe for free to receive new posts and to help our work.</p><form><input></form></div></div></div>
   <div class="post-footer"><a href="/p/x/comments">2 Comments</a></div></article><div class="comments-section"><p>A fine piece about the keepers, thank you for the work.</p></div>`,
);

export const squarespacePage = page(
  `<title>The keepers' books — Coast Society</title><meta property="og:site_name" content="Coast Society"><meta property="og:title" content="The keepers' books — Coast Society"><meta itemprop="author" content="Ada Member"><meta itemprop="datePublished" content="2026-03-04T09:30:00+0000">`,
  `<header id="header"><nav class="header-nav">${linkList('Home', 'Events')}</nav></header><main><article class="h-entry"><div class="blog-item-wrapper"><div class="blog-item-top-wrapper"><h1 class="entry-title">The keepers' books</h1><time class="dt-published">Mar 4</time></div>
   <div class="blog-item-content"><div class="sqs-block html-block"><div class="sqs-html-content">${body}</div></div><div class="sqs-block newsletter-block"><p>Sign up with your address to receive news and updates from us.</p></div></div><div class="blog-item-author-profile-wrapper"><p>Ada Member is our archivist.</p></div></div></article>
   <section class="item-pagination"><a href="/journal/summer">Next<h2>Summer meeting</h2></a></section></main><footer class="sections"><p>Coast Society, 1 Quay Street</p></footer>`,
);

export const universityPage = page(
  `<title>The keepers' books | Department of History | University of the Coast</title><meta name="dcterms.created" content="2026-03-04"><meta name="citation_author" content="Ada Member"><meta name="citation_author" content="Ben Guest">`,
  `<div class="sr-only">Skip to main content</div><div role="banner"><a href="/">University of the Coast</a></div><div class="region-breadcrumb"><ol class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ol></div>
   <div class="region-content"><h1>The keepers' books</h1><div class="node__submitted">4 March 2026</div><div class="field field--name-body">${body.replaceAll('</p><p>', '<br><br>')}</div>
   <div class="field--name-field-tags"><a href="/tags/archives">Archives</a></div></div><div role="complementary"><h2>Latest news</h2>${linkList('Prize for a thesis', 'New readers')}</div><div role="contentinfo">© University of the Coast</div>`,
);
