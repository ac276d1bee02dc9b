// What kind of text an article is, as far as its title and the way it is written tell: nobody disputes the minutes of a meeting, and
// nobody answers an essay as one answers a call for papers.

import { countWords, cutAt } from './plainText.ts';
import type { ReadArticle } from './summarise.ts';

export type ArticleKind =
  | 'call'
  | 'essay'
  | 'event'
  | 'guide'
  | 'interview'
  | 'issue'
  | 'list'
  | 'memory'
  | 'minutes'
  | 'opinion'
  | 'outcome'
  | 'people'
  | 'release'
  | 'report'
  | 'review'
  | 'text'
  | 'vacancy';

/** Characters of a title and of a text that are looked at. */
const titleLength = 300;
const textLength = 6000;

/** Of a hundred words of a report at least so many tell who said something. */
const sayingShare = 0.7;
/** Of a hundred words of an essay at least so many weigh, demand or object. */
const arguingShare = 1;

const eventNoun =
  /\b(?:conference|congress|symposium|workshop|webinar|seminar|lectures?|meeting|meetup|agm|summit|community call|hackathon|festival|jamboree|speaker series)\b/iu;
/** What tells a meeting to come, or one of many, from one that history knows. */
const eventSign =
  /\b(?:20[0-4]\d|our|annual|first|second|third|\d+th|spring|summer|autumn|fall|winter|upcoming|regist\w+|join|community call|webinar|speaker series|weekly|monthly)\b|#\d/iu;
const isOver =
  /\b(?:took place|was held|were held|(?:we|participants|members|people) (?:met|attended|discussed|heard|gathered)|post[- ]call|thank(?:s| you) (?:to|all|everyone)|last (?:week|month)['’]s|gave a (?:\p{L}+ )?(?:talk|lecture|keynote)|recordings? (?:is|are|can))\b/iu;

const months = 'january|february|march|april|may|june|july|august|september|october|november|december';
/** A title that ends with a day names a meeting. */
const endsWithDay = new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? (?:${months}),? 20\\d\\d$`, 'iu');

/** By the title alone, in this order. */
const signs: readonly (readonly [ArticleKind, RegExp])[] = [
  ['memory', /\b(?:obituary|in memoriam|remembering|(?:a )?tribute to|rest in peace|passed away)\b/iu],
  [
    'call',
    /\b(?:calls? for|submissions?|nominations?|nominate|write for us|deadline|(?:applications?|registration) (?:is |are |now )?(?:open|due|close)|apply (?:now|by|for|to)|is open|are open)\b/iu,
  ],
  [
    'vacancy',
    /\b(?:recruit\w*|hiring|vacanc\w+|job opening|postdoc\w*|internships?|join (?:us|our team)|looking for (?:new )?(?:authors|writers|editors|members|volunteers)|open positions?|positions? (?:at|in|open)|professor of|lecturer in)\b/iu,
  ],
  [
    'minutes',
    /\b(?:minutes|recap|highlights (?:of|from)|(?:meeting|trip|travel|conference|workshop|event|funds?|field|annual) report|report from|looking back|year in review|message from the (?:president|chair|executive|editors?))\b/iu,
  ],
  [
    'issue',
    /\b(?:newsletter|(?:news|weekly|monthly|daily) (?:digest|briefing|notes|links|deals)|digest|round-?up|issue (?:no\.? ?)?\d+|volume \d+|(?:review|journal|issue|magazine|edition) is (?:here|out|online)|bulletin|society (?:news|review|update)|season['’]?s greetings|links (?:for|of) the)\b/iu,
  ],
  [
    'outcome',
    /\b(?:(?:election|award|competition|contest|survey|swim|exam) results?|results of|winners?|award(?:ed|s)? (?:to|for)|congratulations|receives? .{0,40}\b(?:grant|award|prize)|new grant|named an?)\b/iu,
  ],
  ['interview', /^interview\b|\binterviews? with\b|\bq ?& ?a\b|\b(?:in|a) conversation with\b/iu],
  [
    'people',
    /\b(?:happy (?:new year|holidays|birthday)|meet (?:the|our)|welcom\w+ |new (?:members|editors?|authors|team|board|committee)|spotlight|(?:guest|key(?:note)?) ?speakers?)\b/iu,
  ],
  ['opinion', /^(?:opinion|column|comment|editorial|letter|dear)\b|\bop-ed\b|^the \p{L}+ view (?:on|of)\b/iu],
  [
    'guide',
    /^how to\b|\b(?:tutorial|recipe|step[- ]by[- ]step|walk-?through|cheat ?sheet|tips)\b|^(?:an? |the )?(?:\p{L}+ )?guide (?:to|for)\b/iu,
  ],
  [
    'list',
    /^(?:the |our |my )?(?:top |best )?(?:\d{1,3}|three|four|five|six|seven|eight|nine|ten|twelve|twenty) (?:\p{L}[\p{L}’'-]* ){0,5}(?:ways|things|reasons|questions|lessons|tips|books|facts|charts|deals|ideas|myths|mistakes|trends|takeaways|moments|places|steps|rules|principles|examples|films|songs|tools|packages|resources|papers|articles|arguments|signs|people|women|predictions)\b/iu,
  ],
  ['review', /\breview(?::|$)|^review of\b|\bbook review\b/iu],
];

/** The same, for what is no report of somebody else's doings. */
const ownSigns: typeof signs = [
  [
    'release',
    /^(?:announcing|introducing|released?)\b|(?<![$£€\d.,])\b(?!\d{1,2}\.\d{1,2}\.\d{2,4}\b)v?\d{1,3}\.\d{1,3}(?:\.\d{1,3})?\b(?! ?(?:m|bn|k|million|billion|trillion|percent|per|%))(?!\.\d)|\bnew package|package for\b|\bnow available\b/iu,
  ],
];

/** `text` where nothing tells. */
export function findArticleKind(article: ReadArticle): ArticleKind {
  const title = cutAt(article.title, titleLength);
  const text = cutAt(article.text === '' ? article.teaser : article.text, textLength);
  if (/\b(?:cancell?ed|postponed)\b/iu.test(title)) return 'people';
  if (eventNoun.test(title) && eventSign.test(title) && !/\b(?:minutes|report|recap|call for)\b/iu.test(title))
    return isOver.test(text) ? 'minutes' : 'event';
  if (endsWithDay.test(title)) return isOver.test(text) ? 'minutes' : 'event';
  const bySign = (known: typeof signs): ArticleKind | undefined => known.find(([, sign]) => sign.test(title))?.[0];
  const rest = isReport(text) ? 'report' : isArgument(text) ? 'essay' : 'text';
  return bySign(signs) ?? (rest === 'report' ? rest : (bySign(ownSigns) ?? rest));
}

/** Somebody weighs, demands or objects. */
function isArgument(text: string): boolean {
  const found =
    text.match(
      /\b(?:should|must|ought|argu\w+|because|however|therefore|although|yet|rather than|in (?:my|our) (?:view|opinion)|i (?:think|believe)|need(?:s)? to|cannot|nevertheless|instead|perhaps|critics|risks?|unfair|unjust|myth|wrong|right to|failure|failed)\b/giu,
    )?.length ?? 0;
  return found >= 3 && found * 100 >= countWords(text) * arguingShare;
}

/** News tells who said what, again and again. */
function isReport(text: string): boolean {
  const sayings = text.match(/\b(?:said|says|told|according to|reported|announced|added that)\b/giu)?.length ?? 0;
  return sayings >= 2 && sayings * 100 >= countWords(text) * sayingShare;
}

/** What a site writes before a title to say of what sort it is. */
export const label =
  /^(?:(?:conference |event )?announcement|save the date|breaking(?: news)?|just in|exclusive|update[d]?|watch|video|photos?|live|opinion|column|comment|editorial|analysis|explainer|fact check|news|press release|report|feature|guest post|repost)\s?[:|–—] ?/iu;
