// The furniture of a web page: lines that stand around an article and are no part of it.

import { singleLine } from './cleanText.ts';

/** Everything after such a line is about other articles. */
const endings =
  /^(?:recent posts|related (?:posts|articles|stories)|featured posts?|you (?:may|might) also (?:like|enjoy)|more from .{1,60}|leave a (?:comment|reply)|post navigation|similar articles|read next)\W{0,3}$/i;

/** Lines nobody wrote as part of an article. */
const furniture =
  /^(?:(?:top|bottom) of page|skip to (?:main )?content|see all|view all|featured posts?|all posts|search|menu|share(?: this)?(?: (?:post|article|story|on|via) ?.{0,20})?|tweet|pin it|email|print|copy link|like|follow(?: us)?|subscribe(?: now)?|log ?in ?(?:\/|or|\|)? ?(?:sign ?up)?|sign ?(?:in|up)|write a comment\W*|comments?(?: \(?\d{0,6}\)?)?|\d{1,6} (?:comments?|views?|likes?|shares?)(?: ?\d{1,6} .{0,20})?|\d{1,6} likes?\. post not marked as liked|post not marked as liked|(?:.{1,90} )?\d{1,3} min(?:ute)?s? read|facebook|twitter|x|linkedin|instagram|whatsapp|reddit|pinterest|telegram|mastodon|advertisement|sponsored|loading\W*|close|previous|next|accept(?: all)?(?: cookies)?|(?:cookie|privacy) (?:policy|settings|preferences)|terms (?:of (?:use|service)|and conditions)|updated: .{1,40}|this (?:website|site) uses cookies.{0,200}|we use cookies.{0,200}|©.{0,120}|copyright .{0,120}all rights reserved\W?)$/i;

/** Characters; a longer line is never furniture. */
const maxFurnitureLength = 250;
/** An ending this near to the beginning is a heading of the page, not the end of the article. Share of all lines. */
const minTextShare = 0.2;

/**
 * @param text a page as plain text
 * @param title a line that repeats it is dropped
 */
export function removeFurniture(text: string, title: string): string {
  const lines = text.split('\n');
  const end = findEnd(lines);
  const heading = singleLine(title).toLowerCase();
  const kept = lines.slice(0, end).filter((line) => {
    const words = line.replace(/^• /, '').trim();
    if (words === '' || words.length > maxFurnitureLength) return true;
    return !furniture.test(words) && words.toLowerCase() !== heading;
  });
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function findEnd(lines: readonly string[]): number {
  const textLength = lines.reduce((length, line) => length + line.length, 0);
  let before = 0;
  for (const [index, line] of lines.entries()) {
    const isEnding = line.length <= maxFurnitureLength && endings.test(line.trim());
    if (isEnding && before > 0 && before >= textLength * minTextShare) return index;
    before += line.length;
  }
  return lines.length;
}
