// An article's text without what the site says around it: furniture, share bars, by-lines and calls to action. The closing
// invitation is left out too, but can be asked for: the starter question is made of it.
// Invariant: what is left is made of whole sentences and lines of the text, in its order.

import { countWords, listParagraphs } from './plainText.ts';
import { splitSentences } from './splitSentences.ts';

/** Characters of a sentence that are tested; calls to action are short. */
const testedLength = 400;

/** Sentences at the end of a text among which an invitation is looked for. */
const closingSentences = 8;

/** A "Recent Posts" above this many words is a menu before the article, and what follows is read. */
const wordsBeforeFooter = 40;

const furniture = new RegExp(
  `^(?:${[
    '(?:top|bottom) of page',
    'see (?:all|more)|view all|show more|load more|read more|more|share|tweet|pin it|print|email|copy link|save|like|reply',
    'share (?:this|on|via|to).{0,60}|(?:facebook|twitter|x|linkedin|whatsapp|reddit|instagram|youtube|email|print|pinterest|telegram|\\W|\\d)+',
    'skip to (?:main )?content|menu|search|home|log ?in|sign (?:in|up)|subscribe(?: now)?|back to top|toggle navigation',
    'advertisement|sponsored|loading.{0,5}|table of contents|contents',
    '\\d+ (?:views?|comments?|likes?|shares?|min(?:ute)?s? read)|(?:about )?\\d+ ?-? ?min(?:ute)?s?(?: read(?:ing)?(?: time)?)?',
    "(?:updated|published|posted|last updated)(?: on)?:? .{0,40}\\d{4}.{0,20}|(?:written )?by:? (?:\\p{Lu}[\\p{L}.’'-]*(?: and|,|&)? ?){1,8}",
    '(?:tags|categories|filed under|topics):.{0,200}|(?:photo|image|picture|photo credit|image credit|credit)s?:.{0,120}',
    '(?:previous|next|older|newer) (?:post|article|page|entry)s?.{0,80}|(?:←|→|«|»).{0,80}',
    '(?:©|\\(c\\)|copyright).{0,120}|all rights reserved.{0,20}|(?:cookie|privacy) (?:policy|notice|settings)',
    'updated: .{0,40}|writer: .{0,40}|rated \\d.{0,40}|no ratings yet|comments are closed\\.?',
  ].join('|')})$`,
  'iu',
);

const footer =
  /^(?:recent|related|featured|popular|latest|more|similar) (?:posts?|articles?|stories|reading|from .{0,40})|^(?:see also|you (?:may|might) also (?:like|enjoy)|further reading|about the authors?|leave a (?:comment|reply)|write a comment|comments(?: \(\d+\))?|post a comment|share this(?: post| article)?)\s?:?$/iu;

const pointers = [
  /\b(?:full|complete|whole|entire|original)\b.{0,20}\b(?:articles?|text|essay|post|paper|report|piece|story|version|interview)\b.{0,60}\b(?:here|below|this link)\b/iu,
  /\b(?:articles?|text|essay|paper|report|piece|interview)(?:['’]s|s['’])? (?:full|complete|original) (?:text|version)\b.{0,60}\b(?:here|below|this link)\b/iu,
  /^(?:click|tap|press) (?:here|below|on)\b|^(?:read|see|find|learn|continue reading|download) .{0,60}\b(?:here|below|more)[.:!»→ ]*$/iu,
  /^(?:please )?(?:subscribe|sign up|follow us|like us|register|join our (?:mailing|newsletter|discord|server)|donate|support us)\b/iu,
  /\b(?:this (?:article|post) (?:was )?(?:first|originally) (?:appeared|published)|republished (?:with permission|from))\b/iu,
];

const invitations = [
  /\b(?:let (?:us|me) know|tell (?:us|me)|we(?:['’]d| would) (?:love|like) to hear)\b(?=.{0,120}\byou).{0,80}\b(?:thoughts?|think|views?|opinions?|comments?|feedback|ideas?|make of|stand on|agree)\b/iu,
  /\b(?:share|leave|post|send us|add|give us)\b.{0,30}\b(?:your|a) (?:\p{L}+ ){0,2}(?:thoughts?|views?|opinions?|comments?|feedback|ideas?)\b/iu,
  /(?:^|\b(?:come|please|and) )(?:discuss|debate|join (?:us|the (?:discussion|conversation|debate)))\b.{0,80}\b(?:forum|discord|server|channel|comments|thread|with us)\b/iu,
];

/** Lines and sentences of the article itself, paragraphs parted by a blank line. */
export function cleanText(text: string): string {
  return readLines(text)
    .map((lines) =>
      lines
        .map(dropCalls)
        .filter((line) => line !== '')
        .join('\n'),
    )
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** The same, each line as its sentences; undefined stands where a call to action was left out. */
export function listSentences(text: string): (string | undefined)[][] {
  return readLines(text)
    .flat()
    .map((line) => splitSentences(line).map((sentence) => (isCall(sentence) ? undefined : sentence)));
}

/** The sentence at the end that asks readers for their view ("… let us know your thoughts … here:"), as it stands. */
export function findClosingInvitation(text: string): string | undefined {
  const sentences = readLines(text).flat().flatMap(splitSentences).slice(-closingSentences);
  return sentences.findLast(isInvitation);
}

/** Paragraphs without furniture, up to the footer. */
function readLines(text: string): string[][] {
  const kept: string[][] = [];
  let words = 0;
  for (const lines of listParagraphs(text)) {
    const article: string[] = [];
    for (const line of lines) {
      if (footer.test(line) && line.length < 80) {
        if (words + countWords(article.join(' ')) < wordsBeforeFooter) continue;
        kept.push(article);
        return kept;
      }
      if (line.length > 220 || !furniture.test(line)) article.push(dropHead(line));
    }
    words += countWords(article.join(' '));
    kept.push(article);
  }
  return kept;
}

/** Pieces before the first sentence of an article that runs on in the same line. Each is taken off at most a few times. */
const heads = [
  // By. Ann Weaver. and Tom Baker. PUBLISHED:. 14:11 EST, 25 October 2013. |. UPDATED:. 15:36 EST, 25 October 2013.
  /^By\. [^.]{2,50}\. (?:(?:and|in|for)\.? [^.]{2,50}\. ){0,3}/u,
  /^By (?:\p{Lu}[\p{L}.’'-]{0,20} ){2,4}(?=(?:PUBLISHED|UPDATED|CREATED|Last updated)\b)/u,
  /^(?:PUBLISHED|UPDATED|CREATED|Published|Updated|Last updated)(?::\.?| at| on)[^|]{4,50}?\b\d{4}\.?(?: \|\.?)? /u,
  /^\|\.? /u,
  // London, England (CNN) -- · (The Hollywood Reporter)
  /^(?:\p{Lu}[\p{L}.,’' -]{1,60} ?)?\((?:(?:Reuters|CNN|AP|AFP|Bloomberg|dpa|Xinhua)\) ?|(?:\p{Lu}[\p{L}.]{1,15} ?){1,4}\)(?= ?[—–-]|["“‘']?\p{Lu}))(?: ?[—–-]{1,2} ?)?/u,
  /^\p{Lu}{3,20}(?:,? \p{Lu}[\p{L}.]{1,15}){0,3},? (?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2} )?[—–] (?=\p{Lu})/u,
  /^\p{Lu}\p{Ll}{2,8} \d{1,2}, \d{4} ?\. /u,
];

/** Without by-line, dates and `LONDON (Reuters) - ` at the beginning. */
function dropHead(line: string): string {
  let rest = line;
  for (let round = 0; round < 6; round += 1) {
    const start = rest.slice(0, 300);
    const found = heads.map((head) => head.exec(start)?.[0]).find((head) => head !== undefined);
    if (found === undefined) return rest;
    rest = rest.slice(found.length);
  }
  return rest;
}

function dropCalls(line: string): string {
  const sentences = splitSentences(line);
  const kept = sentences.filter((sentence) => !isCall(sentence));
  return kept.length === sentences.length ? line : kept.join(' ');
}

function isCall(sentence: string): boolean {
  const tested = sentence.slice(0, testedLength);
  return pointers.some((pattern) => pattern.test(tested)) || isInvitation(sentence);
}

/** A question that invites is the author's own, and stays in the text. */
function isInvitation(sentence: string): boolean {
  const tested = sentence.slice(0, testedLength);
  return !tested.includes('?') && invitations.some((pattern) => pattern.test(tested));
}
