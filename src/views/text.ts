// Foreign text made safe to show: nothing a feed says can ping, mask a link, or become a heading, quote, list, spoiler, code,
// timestamp or command. Cut before escaping: a backslash parted from its sign would escape the wrong one.

import { parseUrl } from '../domain/isUrl.ts';

/** All text of one message together. @see https://docs.discord.com/developers/components/reference#text-display */
export const messageTextLimit = 4000;
/** A link button's `url`; the links in texts keep to it too. @see https://docs.discord.com/developers/components/reference#button-button-structure */
const linkUrlLimit = 512;

/** Signs that mean something to Discord wherever they stand. */
const activeSign = /[\\*_~`|[\]()<>@#]/g;
/** A colon before anything but a space: `https://`, `:smile:`. */
const activeColon = /:(?=\S)/g;
/** What makes a list item at the beginning of a line: `- `, `+ `, `1. `, `1) ` (parentheses are escaped already). */
const listSign = /^([^\S\n]*)([-+]|\d+(?=\.))(\.?)/gm;
/** Controls, and what Unicode calls ignorable (marks of direction, fillers, signs without width) but the joiners and variants. */
const unseenSign =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /(?!\u200C|\u200D|[\uFE00-\uFE0F])[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFF9-\uFFFB\p{Default_Ignorable_Code_Point}]/gu;
/** Chooses a variant of the sign before it; where there is none it shows nothing. */
const strayVariant = /(?<=^|\s)[\uFE00-\uFE0F]+/gu;
/** Joiners belong to words of many scripts and to emoji; anywhere else they only hide something. */
const strayJoiner = /(?<![^\p{ASCII}\s\u200C\u200D])[\u200C\u200D]+|[\u200C\u200D]+(?![^\p{ASCII}\s\u200C\u200D])/gu;
const loneSurrogate = /\p{Surrogate}/gu;

/** Nothing in it but letters, digits and signs that everyone sees, each a character of its own: most texts are such, and need no second look. */
const everydayText = /^[ -~\n\u00C0-\u024F\u2010-\u2027]*$/;
/** The same in one line, with no space too many. */
const everydayLine = /^[!-~\u00C0-\u024F\u2010-\u2027]+(?: [!-~\u00C0-\u024F\u2010-\u2027]+)*$/;
/** Of these signs none means anything to Discord, unless it begins a line. */
const inactiveLine = /^[ …]*[A-Za-z\u00C0-\u024F][A-Za-z\d !"$%&'+,\-./;=?\u00C0-\u024F\u2010-\u2027]*$/;
/** White space that is not a single space. */
const unevenSpace = /\s{2,}|[^\S ]/g;

/** Text as a person would read it, without signs that cannot be seen; line breaks stay. */
export function plainText(text: string): string {
  if (everydayText.test(text)) return text;
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(loneSurrogate, '\uFFFD')
    .replace(unseenSign, '')
    .replace(strayJoiner, '')
    .replace(strayVariant, '')
    .replace(/[\t\u2800]/g, ' ');
}

/** The same in one line. */
export function oneLine(text: string): string {
  return everydayLine.test(text) ? text : evenlySpaced(plainText(text)).trim();
}

/** With a single space for any white space. */
export function evenlySpaced(text: string): string {
  return text.replace(unevenSpace, ' ');
}

/** Shows foreign text letter for letter; line breaks stay, nothing in it is active. */
export function escapeMarkdown(text: string): string {
  if (inactiveLine.test(text)) return text;
  return plainText(text)
    .replace(activeSign, '\\$&')
    .replace(activeColon, '\\:')
    .replace(
      listSign,
      (_, indent: string, sign: string, dot: string) => `${indent}${dot === '' ? `\\${sign}` : `${sign}\\.`}`,
    )
    .replace(/@(?=everyone|here)/gi, '@\u200B');
}

/** Foreign text in one line, at most `maxCharacters` before escaping. */
export function escapeLine(text: string, maxCharacters: number): string {
  // Of an article's text a line shows the beginning: the rest is looked at only where much of that cannot be seen.
  const beginning = oneLine(text.slice(0, 4 * maxCharacters));
  const isEnough = beginning.length > maxCharacters || text.length <= 4 * maxCharacters;
  const line = isEnough ? beginning : oneLine(text);
  return escapeMarkdown(cutText(line, maxCharacters));
}

/** Foreign text of several lines: at most `maxCharacters` before escaping and `maxEscaped` after it, which doubles a text at most. */
export function escapeText(text: string, maxCharacters: number, maxEscaped: number): string {
  const plain = plainText(text).trim();
  return firstFitting(
    maxEscaped,
    () => escapeMarkdown(cutText(plain, maxCharacters)),
    () => escapeMarkdown(cutText(plain, Math.floor(maxEscaped / 2))),
  );
}

/** The first of several wordings, fullest first, that takes at most `maxCharacters`; else the last. */
export function firstFitting(maxCharacters: number, ...wordings: readonly (() => string)[]): string {
  let text = '';
  for (const wording of wordings) {
    text = wording();
    if (countCharacters(text) <= maxCharacters) break;
  }
  return text;
}

/** The first lines that take at most `maxCharacters` together, each with its line break. */
export function fittingLines(lines: readonly string[], maxCharacters: number): string[] {
  let length = 0;
  const end = lines.findIndex((line) => {
    length += countCharacters(line) + 1;
    return length > maxCharacters;
  });
  return lines.slice(0, end < 0 ? lines.length : end);
}

/** Length as Discord may count it: UTF-16 units, never fewer than code points. */
export function countCharacters(text: string): number {
  return text.length;
}

/** At most `maxCharacters` UTF-16 units, cut after a word and ended by `…`; no character is torn. */
export function cutText(text: string, maxCharacters: number): string {
  if (countCharacters(text) <= maxCharacters) return text;
  if (maxCharacters < 1) return '';
  const room = maxCharacters - 1;
  const end = wholeCharacters(text, room);
  const space = text.slice(0, end + 1).search(/\s\S*$/);
  // A script without spaces, or one long word, is cut between characters instead.
  const cut = space > end / 2 ? space : end;
  return `${withoutTrailingMarks(text.slice(0, cut))}…`;
}

function withoutTrailingMarks(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s,;:–—-]/.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The longest beginning of whole characters within `room`; a character longer than that is cut between code points. */
function wholeCharacters(text: string, room: number): number {
  if (everydayText.test(text.slice(0, room + 1))) return room;
  const end = characters.segment(text.slice(0, room + 64)).containing(room)?.index ?? 0;
  if (end > 0) return end;
  const isTorn = /[\uD800-\uDBFF]/.test(text[room - 1] ?? '');
  return isTorn ? room - 1 : room;
}

/** The address in the one spelling that fits a link or a link button; undefined unless it is http(s) and short enough. */
export function findLinkUrl(url: string | undefined, maxCharacters = linkUrlLimit): string | undefined {
  const parsed = url === undefined ? undefined : parseUrl(url);
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') return undefined;
  const pathAt = parsed.href.indexOf('/', 'https://'.length);
  const host = parsed.href.slice(0, pathAt);
  // A host cannot be spelled otherwise; nobody has one with such a sign, and a name before it (`bank.example@`) misleads.
  if (/[()*`"@]/.test(host)) return undefined;
  const spelled = host + parsed.href.slice(pathAt).replace(/[<>()[\]\\*`|"\s]|@(?=everyone|here)/gi, percentEncoded);
  return spelled.length > maxCharacters ? undefined : spelled;
}

function percentEncoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** A masked link whose label is foreign text in one line; the label alone where the address cannot be linked. */
export function linkTo(text: string, url: string | undefined): string {
  const target = findLinkUrl(url);
  const line = oneLine(text);
  if (target === undefined) return escapeMarkdown(line);
  if (inactiveLine.test(line)) return `[${line}](${target})`;
  // Discord shows no link where the label holds an address or a bracket without its partner.
  const spoken = line.replace(/\w+:\/{2,}/g, '');
  const hasLoneBracket = /[[\]]/.test(spoken.replace(/\[[^[\]]*\]/g, ''));
  const label = hasLoneBracket ? spoken.replace(/\[/g, '(').replace(/\]/g, ')') : spoken;
  return `[${escapeMarkdown(label.trim()) || '…'}](${target})`;
}

/** Characters of an address that are shown. */
const addressShown = 100;

/** An address that shows where it leads, however it is written. */
export function addressLink(url: string): string {
  const target = findLinkUrl(url) ?? url;
  return linkTo(cutText(target.replace(/^https?:\/\/(?:www\.)?/i, ''), addressShown), url);
}

/** D: 12 March 2027 · F: with weekday and time · R: in 3 days · t: 14:00 · T: 14:00:30. Discord shows each reader's own zone and language. */
export type TimestampStyle = 'D' | 'F' | 'R' | 't' | 'T';

export function timestamp(instant: number, style: TimestampStyle): string {
  return `<t:${Math.floor(instant / 1000)}:${style}>`;
}
