// Feeds of what readers write under articles. A society's articles are never in them, so they are passed over.

/** How the feeds of comments are titled, in the languages that blogs are written in. */
const commentsTitle =
  /\bcomments\b|comment feed|kommentar|commentaires|comentarios|comentários|commenti\b|reacties|komentarz|komentář|komentarer|hozzászól|yorumlar|комментар|коментар|コメント|评论|評論|댓글/i;
const commentsAddress =
  /\/comments(?:\/|\.|-|$)|\/comments-?(?:feed|rss)|[?&]feed=(?:comments|rdf-comments)|[?&](?:type|view)=comments|\/kommentare?\//i;

export function isCommentsTitle(title: string): boolean {
  return commentsTitle.test(title);
}

export function isCommentsAddress(address: string): boolean {
  return commentsAddress.test(address);
}

/** WordPress keeps the comments on an article below the article's own address, in whatever language they are titled. */
export function isFeedOfArticle(address: string, page: string): boolean {
  const [feed, article] = [new URL(address), new URL(page)];
  const path = article.pathname.replace(/\/$/, '');
  const isList = /\/(?:categor(?:y|ies)|tags?|topics?|author|blog|news)\//i.test(`${path}/`);
  return (
    path !== '' &&
    !isList &&
    feed.host === article.host &&
    /^\/feed\/?$/.test(feed.pathname.slice(path.length)) &&
    feed.pathname.startsWith(path)
  );
}
