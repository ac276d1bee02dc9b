// What kind of text an article is, as far as its title and the way it is written tell: nobody disputes the minutes of a meeting, and
// nobody answers an essay as one answers a call for papers.

import { isCallForPapers } from './callForPapers.ts';
import { findNewsKind, isNews, type NewsKind } from './newsKind.ts';
import { countWords, cutAt } from './plainText.ts';
import type { ReadArticle } from './summarise.ts';
import { isAbstract } from './summary/isAbstract.ts';

export type ArticleKind =
  | NewsKind
  | 'account'
  | 'advice'
  | 'award'
  | 'call'
  | 'callForPapers'
  | 'cancelled'
  | 'candidates'
  | 'elected'
  | 'essay'
  | 'event'
  | 'fact'
  | 'foreign'
  | 'gathering'
  | 'guide'
  | 'interview'
  | 'issue'
  | 'list'
  | 'meeting'
  | 'memory'
  | 'minutes'
  | 'news'
  | 'opinion'
  | 'outcome'
  | 'paper'
  | 'people'
  | 'portrait'
  | 'product'
  | 'report'
  | 'review'
  | 'software'
  | 'text'
  | 'vacancy';

/** Characters of a title and of a text that are looked at. */
const titleLength = 300;
const textLength = 6000;

/** Of a hundred words of a report at least so many tell who said something. */
const sayingShare = 0.7;
/** Of a hundred words of an essay at least so many weigh, demand or object. */
const arguingShare = 1;
/** The same of those who write, in what they tell of themselves. */
const ownShare = 1.2;

const sayingWords = /\b(?:said|says|told|according to|announced|added that)\b/giu;

const eventNoun =
  /\b(?:conference|congress|symposium|workshop|webinar|seminar|lectures?|meeting|meetup|agm|summit|(?:community|working group) call|hackathon|festival|jamboree|(?:speaker|talk) series|virtual events?|panel event|book club|bof|town hall)\b/iu;
/** Nobody is heard there. */
const byJournal = /\b(?:special issue|journal|chapters?|volume)\b/iu;
/** What tells a meeting to come, or one of many, from one that history knows. */
const eventSign =
  /\b(?:20[0-4]\d|our|annual|first|second|third|\d+th|spring|summer|autumn|fall|winter|upcoming|regist\w+|join|community call|webinar|(?:speaker|talk) series|weekly|monthly|virtual|online|panel event|book club|bof|hackathon|working group call)\b|\bworkshop\W*$|#\d/iu;
const isOver =
  /\b(?:took place|was held|were held|held (?:a|an|its|our|their|the) |(?:we|participants|members|people) (?:met|attended|discussed|heard|gathered)|post[- ]call|thank(?:s| you) (?:to|all|everyone)|last (?:week|month)(?:['’]s|,)|gave a (?:\p{L}+ )?(?:talk|lecture|keynote)|recordings? (?:is|are|can)|apologies|action items?|live notes|aob|present\W{0,3}:|(?:attending|present)\/contribut\w+|news, general matters|reported (?:on|that))/iu;
/** The text invites to what is still to come. */
const isToCome =
  /\b(?:will (?:be|take|include|give|host|feature|discuss|hear|talk|present|join|focus|hold|meet|bring|provide|have)|join us|regist(?:er|ration)|rsvp|please (?:add|fill|sign|join|submit)|sign up|upcoming|save the date|takes place|we (?:invite|are pleased to invite|hope)|look(?:ing)? forward|zoom link|everyone is welcome)\b/iu;

const months = 'january|february|march|april|may|june|july|august|september|october|november|december';
/** A title that ends with a day names a meeting. */
const endsWithDay = new RegExp(
  `\\b(?:\\d{1,2}(?:st|nd|rd|th)? (?:${months})|(?:${months}) \\d{1,2}(?:-\\d{1,2})?),? 20\\d\\d$`,
  'iu',
);

/** By the title alone, in this order. */
const signs: readonly (readonly [ArticleKind, RegExp])[] = [
  ['fact', /^fact[- ]check/iu],
  ['guide', /^how to\b/iu],
  [
    'minutes',
    /^report: |\b(?:minutes|recap|(?:summary|highlights) (?:of|from)|(?:call|meeting) summary|(?:meeting|trip|travel|conference|workshop|event|funds?|field|annual) report|report from|looking back|year in review|messages? from the (?:president|chair|executive|editors?))\b/iu,
  ],
  [
    'memory',
    /\b(?:obituary|in memoriam|remembering|(?:a )?tributes? to|rest in peace|passed away|mourn(?:s|ed|ing)?|funeral|condolences?|laid to rest|adjourn\w* .{0,60}deaths?|miscarriage(?! of justice)|stillb\w+|suicide(?! (?:bomb|attack|squad))|terminally ill)\b/iu,
  ],
  ['elected', /\belection results?\b|\belected\b.{0,40}\b(?:committee|board|council|society)\b/iu],
  [
    'candidates',
    /\b(?:nominations?|nominate|meet the candidates|candidate (?:information|statements?|profiles?)|voting (?:period|opens|is open)|(?:committee|society|board) elections?)\b/iu,
  ],
  [
    'call',
    /^help (?:us|make)\b|\b(?:calls? for|submissions?|write for us|deadline|(?:applications?|registration) (?:is |are |now )?(?:open|due|close)|apply (?:now|by|for|to)|is open|are open|contributions? wanted)\b/iu,
  ],
  [
    'vacancy',
    /\b(?:recruit\w*|hiring|vacanc\w+|job opening|postdoc\w*|internships?|join (?:us|our team)|looking for (?:new )?(?:authors|writers|editors|members|volunteers)|open positions?|positions? (?:at|in|open)|professor of|lecturer in)\b/iu,
  ],
  ['interview', /^interview\b|\binterviews? with\b|\bq ?& ?a\b|\b(?:in|a) conversation with\b/iu],
  [
    'issue',
    /\b(?:newsletter|(?:news|weekly|monthly|daily) (?:digest|briefing|notes|links)|digest|round-?up|issue (?:no\.? ?)?\d+|volume \d+|(?:review|journal|issue|magazine|edition) is (?:here|out|online)|bulletin|society (?:news|review|update)|season['’]?s greetings|links (?:for|of) the)\b|^\P{N}+ \d{1,2}[./]\d{1,2}[./](?:20)?\d\d$/iu,
  ],
  [
    'award',
    /\b(?:award results?|award(?:ed|s)? (?:to|for)|(?:award|prize|competition|contest) winners?|congratulations)\b/iu,
  ],
  ['outcome', /\b(?:(?:competition|contest|survey|swim|exam|race) results?|results of|winners?)\b/iu],
  [
    'portrait',
    /\b(?:month|heritage|history|women|people|member) spotlight\b|\b(?:history|heritage|pride) month\b|\banniversary\b|\bcelebrat(?:es|ing)\b.{0,40}\b(?:month|day|history|heritage|pride|women|years)\b|^(?:women|men|pioneers|pride inspired) in \p{L}+: /iu,
  ],
  [
    'people',
    /\b(?:happy (?:new year|holidays|birthday)|meet (?:the|our)|welcom\w+ |new (?:members|editors?|authors|team|board|committee|mentoring team)|spotlight|(?:guest|key(?:note)?) ?speakers?)\b/iu,
  ],
  ['advice', /^(?:[Dd]ear|[Aa]sk) \p{Lu}\p{Ll}+: /u],
  ['opinion', /^(?:opinion|column|comment|editorial|letter|dear)\b|\bop-ed\b|^the \p{L}+ view (?:on|of)\b/iu],
  [
    'guide',
    /\b(?:tutorial|recipe|step[- ]by[- ]step|walk-?through|cheat ?sheet|tips)\b|^(?:an? |the )?(?:\p{L}+ )?guide (?:to|for)\b/iu,
  ],
  [
    'list',
    /^(?:the |our |my )?(?:top |best )?(?:\d{1,3}|three|four|five|six|seven|eight|nine|ten|twelve|twenty) (?:\p{L}[\p{L}’'-]* ){0,5}(?:ways|things|reasons|questions|lessons|tips|books|facts|charts|ideas|myths|mistakes|trends|takeaways|moments|places|steps|rules|principles|examples|films|songs|tools|packages|resources|papers|articles|arguments|signs|people|women|predictions)\b/iu,
  ],
  ['review', /\breview(?::|$)|^review of\b|\bbook review\b/iu],
];

/** Titles of what may be a meeting, and how a text invites to it. */
const eventTitle =
  /\b(?:panel|discussion|meetup|talk|event|session|course|training|school|webinar|workshop|seminar)\b/iu;
const invites =
  /\b(?:join us|registration|register (?:here|now|by|at|for)|zoom|rsvp|will (?:take place|be held|meet|host|hold|discuss))\b/iu;
const announces =
  /\b(?:workshop|conference|symposium|seminar|meeting)\b.{0,80}\b(?:to be held|will be held|will take place)\b/iu;
/** People meet to know each other better. */
const isSocial = /\b(?:social (?:meeting|event|hour|gathering)|coffee chat|will (?:have|share) (?:dinner|drinks))\b/iu;
const nextSpeaker = /\b(?:(?:our|the) next speaker|will (?:talk|speak) about)\b/iu;

/** A society or a firm tells what it begins. */
const ventureSign =
  /^(?:announcing|introducing|released?)\b|\bnamed (?:an? |the )|\b(?:new grant|receives? .{0,30}(?:grant|funding)|partnership with|new (?:\p{L}+ )?(?:sponsor|partner|programme|program)|now on \p{L}|now available|launch(?:es|ed|ing)?)\b/iu;
const version =
  /(?<![$£€\d.,])\b(?!\d{1,2}\.\d{1,2}\.\d{2,4}\b)v?\d{1,3}\.\d{1,3}(?:\.\d{1,3})?\b(?! ?(?:m|bn|k|million|billion|trillion|percent|per|%))(?!\.\d)/iu;
const softwareTitle =
  /\b(?:[Pp]ackages?|API|software|R|Python|Julia|code|Markdown|Docker|Git|GitHub|JSON)\b|^(?:[a-z][\p{L}\d.]+|\p{Lu}\p{Ll}+\p{Lu}[\p{L}\d]*)(?::| -)/u;
const body =
  /\bnamed? (?:an?|the|new)\b|\b(?:program|programme|network|community|partnership|group|award|course|team|book|committee|fund)s?\b/iu;
const softwareWords =
  /\b(?:packages?|software|library|code|functions?|api|github|cran|install\w*|repository|open[- ]source|python|javascript|command line|docker|vignettes?|markdown|data ?frames?|json|csv)\b/giu;
/** Nobody uses that as one uses software. */
const advising = /\b(?:troubleshooting|tricks|wisdom|lessons?|learn(?:ed|ings?)|best practices?|guide)\b/iu;
/** Of a hundred words of a text on software at least so many are of its language: where the title names some, or not. */
const softwareShares = { named: 1.2, unnamed: 3 };

/** What people eat and train by, and what they can buy. */
const differentWords = 4;
const kitchenWords = {
  words:
    /\b(?:recipes?|calories|protein|cups?|tbsp|tsp|tablespoons?|teaspoons?|workouts?|meals?|diets?|ingredients?|oven|exercises?|servings?|snacks?|carbs|vegetables?|healthy|weight[- ]loss|bake|cook(?:ing)?|fitness|nutrition)\b/giu,
  share: 2,
};
const productWords = {
  words:
    /\b(?:price[sd]?|pricing|models?|features?|featuring|debut\w*|design\w*|version|engine|screen|display|battery|camera|specs?|available|launch\w*|edition|torque|horsepower|storage|processor|devices?|smartphone|laptop|headphones|speakers?|vehicle|sedan|suv|interior|styling|headlights|wheels)\b/giu,
  share: 2.5,
};

const onSale = /\b(?:price[sd]?|pricing|models?|version|debut\w*|launch\w*|available|edition)\b/giu;

/** What governments, parties and firms do. */
const publicWords =
  /\b(?:governments?|ministers?|ministry|presidents?|presidential|senat\w+|congress\w*|parliament\w*|lawmakers?|laws?|bills?|elections?|campaigns?|part(?:y|ies)|compan(?:y|ies)|[bm]illion|markets?|trade|unions?|polic(?:y|ies)|military|immigration|visas?|budget|ministers?|mayor|council|agency|agencies|contracts?|reform\w*|tax(?:es)?|republicans?|democrats?|democratic|impeachment|governor|workers|customers|power|residents)\b/giu;

/** `text` where nothing tells. */
export function findArticleKind(article: ReadArticle): ArticleKind {
  const title = cutAt(article.title, titleLength);
  const text = cutAt(article.text === '' ? article.teaser : article.text, textLength);
  if (/\b(?:cancell?ed|postponed)\b/iu.test(title)) return eventNoun.test(title) ? 'cancelled' : 'news';
  const isOneOfMany = /#\d/u.test(title) && text.length > 400 && !invites.test(text);
  if (isCallForPapers(title, text) && !isReport(text)) return byJournal.test(title) ? 'call' : 'callForPapers';
  if (isMeeting(title) && isSocial.test(text)) return 'gathering';
  if (isMeeting(title) && isOneOfMany) return 'minutes';
  if (isMeeting(title)) return isOver.test(text) ? 'minutes' : isToCome.test(text) ? 'event' : 'meeting';
  const bySign = signs.find(([, sign]) => sign.test(title))?.[0];
  if (bySign !== undefined && bySign !== 'issue') return bySign;
  const news = findNewsKind(title, text);
  if (news === 'sport' || news === 'offers' || news === 'farewell') return news;
  if (bySign !== undefined) return bySign;
  if (isAbstract(text)) return 'paper';
  if (eventTitle.test(title) && isSocial.test(text)) return 'gathering';
  if (eventTitle.test(title) && invites.test(text.slice(0, 1500))) return 'event';
  if (nextSpeaker.test(text.slice(0, 1500)) || announces.test(text.slice(0, 600))) return 'event';
  if (news === 'appointment' && !isArgument(text)) return news;
  const isTold = isReport(text);
  if (news !== undefined && (isTold || isNews(text))) return news;
  if (isTold) return isPublic(text) ? 'news' : 'report';
  const isNamed = softwareTitle.test(title) || version.test(title);
  if (!body.test(title) && isOnSoftware(text, isNamed ? softwareShares.named : softwareShares.unnamed))
    return advising.test(title) ? 'guide' : 'software';
  if (ventureSign.test(title)) return 'venture';
  if (isArgument(text)) return 'essay';
  if (isNews(text)) return isPublic(text) ? 'news' : 'report';
  if (isOn(text, kitchenWords)) return 'guide';
  if (isOn(text, productWords) && count(text, onSale) >= 2) return 'product';
  return isAccount(text) ? 'account' : 'text';
}

/** By a sentence that tells what happened, where there is no title; `text` where it does not say enough. */
export function findToldKind(sentence: string, text: string): ArticleKind {
  const kind = findNewsKind(sentence, cutAt(text, textLength)) ?? 'text';
  const needs = certain[kind];
  return needs !== undefined && !needs.test(sentence) ? 'text' : kind;
}

/** A match is over; somebody came to harm; somebody has said what is to be done. */
const certain: Partial<Record<ArticleKind, RegExp>> = {
  sport:
    /\b(?:beat|beats|beaten|defeat\w*|won|wins?|lost|loses?|victory|title|finals?|drew|champions?|\d{1,3}-\d{1,3})\b/iu,
  harm: /\b(?:killed|killing|shot|dead|died|injured|wounded|crash\w*|collid\w*|explosion|exploded|drowned|outbreak|epidemic|attacked|burned|fire)\b/iu,
  plan: /\b(?:plans? (?:to|for)|planned|propos(?:es|ed|al)|announce[sd]|unveil\w*|agree[sd] to|set to)\b/iu,
};

function isMeeting(title: string): boolean {
  const isOther =
    /\b(?:minutes|report|recap|summary|highlights|call for|update|results?|messages?|elections?|nominations?)\b/iu;
  return !isOther.test(title) && (endsWithDay.test(title) || (eventNoun.test(title) && eventSign.test(title)));
}

function isOnSoftware(text: string, share: number): boolean {
  const found = text.match(softwareWords)?.length ?? 0;
  return found >= 3 && found * 100 >= countWords(text) * share;
}

/** Of a hundred words at least `share` are of its language, and enough different ones. */
function isOn(text: string, { words, share }: { readonly words: RegExp; readonly share: number }): boolean {
  const found = (text.match(words) ?? []).map((word) => word.toLowerCase());
  return new Set(found).size >= differentWords && found.length * 100 >= countWords(text) * share;
}

/** Of these days, and a matter of all: more will follow from it. */
function isPublic(text: string): boolean {
  const start = text.slice(0, 1500);
  const isDated = /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)\b/u.test(start);
  return isDated && (start.match(publicWords)?.length ?? 0) >= 2;
}

const arguingWords =
  /\b(?:should|must|ought|argu\w+|because|however|therefore|although|yet|rather than|in (?:my|our) (?:view|opinion)|i (?:think|believe)|need(?:s)? to|cannot|nevertheless|instead|perhaps|critics|risks?|unfair|unjust|myth|wrong|right to|failure|failed)\b/giu;

/** People tell what they do or did themselves. */
function isAccount(text: string): boolean {
  const found = count(text, /\b(?:we|our|us|my|I)\b/gu);
  return found >= 5 && found * 100 >= countWords(text) * ownShare;
}

/** Somebody weighs, demands or objects. */
function isArgument(text: string): boolean {
  const found = count(text, arguingWords);
  return found >= 3 && found * 100 >= countWords(text) * arguingShare;
}

function count(text: string, words: RegExp): number {
  return text.match(words)?.length ?? 0;
}

/** News tells who said what, again and again. */
function isReport(text: string): boolean {
  const sayings = count(text, sayingWords);
  return sayings >= 2 && sayings * 100 >= countWords(text) * sayingShare;
}

/** What a site writes before a title to say of what sort it is. */
export const label =
  /^(?:(?:conference |event )?announcement|save the date|breaking(?: news)?|just in|exclusive|update[d]?|watch|video|photos?|live|opinion|column|comment|editorial|analysis|explainer|fact check|news|press release|report|feature|guest post|repost|cancell?ed|postponed)(?:\s?[:|–—]| -) ?/iu;
