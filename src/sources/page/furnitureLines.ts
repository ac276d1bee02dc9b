// The furniture of a page that only its words give away: lines that stand around an article and are no part of it. The last of
// the three rooms furniture has to pass, and the only one where a page is read without a tree.

import { singleLine } from '../cleanText.ts';

/** Lines that begin so and hold nothing else are about other articles, as is everything after them. */
const endings = [
  '(?:recent|related|latest|popular|similar|featured|more) (?:posts?|articles?|stories|news)(?: this (?:week|month))?',
  'popular this (?:week|month)',
  'you (?:may|might) also (?:like|enjoy)',
  'more from .{1,60}',
  'leave a (?:comment|reply)',
  'post navigation',
  'read next',
];

/** Lines nobody wrote as part of an article. */
const furniture = [
  // The page and its ways.
  '(?:top|bottom) of page',
  'skip to (?:main )?content',
  '(?:see|view) all',
  'all posts',
  'search|menu|home|close|previous|next|read more|learn more|loading\\W*',
  'breaking news',
  // What readers are asked to do.
  'share(?: this)?(?: (?:post|article|story|on|via) ?.{0,20})?',
  '(?:like|enjoyed?) this (?:post|article|story)\\b.{0,60}',
  'tweet|pin it|email|print|copy link|like|follow(?: us)?|subscribe(?: now)?',
  'log ?in ?(?:\\/|or|\\|)? ?(?:sign ?up)?|sign ?(?:in|up)',
  'write a comment\\W*',
  // What they did.
  'comments?(?: \\(?\\d{0,6}\\)?)?',
  '\\d{1,6} (?:comments?|views?|likes?|shares?)(?: ?\\d{1,6} .{0,20})?',
  '(?:\\d{1,6} likes?\\. )?post not marked as liked',
  '(?:.{1,90} )?\\d{1,3} min(?:ute)?s? read',
  // Pictures and advertisements.
  '\\(?(?:photo|photograph|image|picture)s?(?: credit| by| courtesy)?: .{1,120}',
  '(?:image |slide )?\\d{1,3} of \\/? ?\\d{1,3}',
  'caption|enlarge image|advert|advertisement|sponsored',
  // Where else, and by which rules.
  'facebook|twitter|x|linkedin|instagram|whatsapp|reddit|pinterest|telegram|mastodon',
  'accept(?: all)?(?: cookies)?',
  '(?:cookie|privacy) (?:policy|settings|preferences)|terms (?:of (?:use|service)|and conditions)',
  '(?:this (?:website|site) uses|we use) cookies.{0,200}',
  'updated: .{1,40}',
  '(?:©|copyright @).{0,120}|copyright .{0,120}all rights reserved\\W?',
];

/** What readers are asked to do, in a sentence of its own; as an item of a list it may be advice. */
const asks = [
  '(?:subscribe|sign up)(?:: | (?:to|for|now|here|today)\\b).{0,160}',
  'click here to (?:subscribe|sign up|(?:get|download) .{1,60} app)\\b.{0,100}',
  'follow \\S.{0,60} on (?:facebook|instagram|linkedin|mastodon|twitter|x|youtube)\\b.{0,60}',
];

/** A pointer to another article within the text. */
const pointer = /^(?:read more|related(?: (?:post|article|story))?|also read|read also|don['’]t miss): ./i;

const isEnding = new RegExp(`^(?:${endings.join('|')})\\W{0,3}$`, 'i');
const isAsking = new RegExp(`^(?:${asks.join('|')})$`, 'i');
const isFurniture = new RegExp(`^(?:${furniture.join('|')})$`, 'i');

/** Characters; a longer line is never furniture. */
const maxFurnitureLength = 250;
/** An ending this near to the beginning is a heading of the page, not the end of the article. Share of all lines. */
const minTextShare = 0.2;
/** Lines at the beginning that may be a byline or a date. */
const maxHeadLines = 6;
/** Characters; a longer line at the beginning is text. */
const maxHeadLength = 90;
/** Words; as few as these beside a date or a byline belong to it. */
const maxHeadWords = 3;

/**
 * @param text a page as plain text
 * @param title a line that repeats it is dropped
 */
export function removeFurnitureLines(text: string, title: string): string {
  const lines = text.split('\n');
  const heading = singleLine(title).toLowerCase();
  const kept = lines.slice(0, findEnd(lines)).filter((line) => {
    const words = line.replace(/^• /, '').trim();
    if (words === '' || words.length > maxFurnitureLength) return true;
    if (isAsking.test(line) || pointer.test(words)) return false;
    return !isFurniture.test(words) && words.toLowerCase() !== heading;
  });
  return withoutByline(kept)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function findEnd(lines: readonly string[]): number {
  const least = minTextShare * lines.reduce((sum, line) => sum + line.length, 0);
  let before = 0;
  for (const [index, line] of lines.entries()) {
    const isNear = before === 0 || before < least;
    if (!isNear && line.length <= maxFurnitureLength && isEnding.test(line.trim())) return index;
    before += line.length;
  }
  return lines.length;
}

/** Drops who wrote an article and when from above it: a line with a date or “By …”, and the few words beside it. */
function withoutByline(lines: readonly string[]): string[] {
  const written = lines.map((line, index) => ({ line: line.trim(), index })).filter(({ line }) => line !== '');
  const firstText = written.findIndex(({ line }) => line.length > maxHeadLength || /[.!?:;…”"]$/.test(line));
  const head = written.slice(0, firstText === -1 ? 0 : Math.min(firstText, maxHeadLines));
  const facts = head.map(({ line }) => hasDate(line) || /^by(?: |$)/i.test(line));
  const dropped = new Set(
    head
      .filter(({ line }, at) => facts[at] || ((facts[at - 1] || facts[at + 1]) && isFewWords(line)))
      .map(({ index }) => index),
  );
  return lines.filter((_line, index) => !dropped.has(index));
}

function isFewWords(line: string): boolean {
  return line.split(/\s+/).length <= maxHeadWords;
}

/** A year beside a day, or a time of day. */
function hasDate(line: string): boolean {
  const hasYear = /(?<!\d)(?:19|20)\d\d(?!\d)/.test(line);
  return (hasYear && /(?<!\d)\d{1,2}(?!\d)/.test(line)) || /(?<!\d)\d{1,2}:\d{2}(?!\d)/.test(line);
}
