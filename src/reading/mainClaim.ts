// The sentence of an article that says most plainly what is or should be the case, so that readers can agree or object: its main
// claim as far as its words tell. Verbatim; what only says who says it is left out.

import { hasVerb } from './finiteVerb.ts';
import { countWords, hasFinalPunctuation, squeeze } from './plainText.ts';
import { splitSentences } from './splitSentences.ts';
import type { ReadArticle } from './summarise.ts';
import { pointsBack } from './summary/pointsBack.ts';
import { listReadable } from './summary/readableSentences.ts';

/** Characters of an article within which it says what it is about, and of a claim that fits a question. */
const openingLength = 2500;
const claimLength = { shortest: 38, longest: 164 };
const fewestWords = 7;
/** Weights from which a sentence is argued about, or at least says more than what happened: with a word of the title, or none. */
const enough = { toArgue: 3.5, toTell: 1.3, toTellAside: 2.5 };
/** What it adds that something is said to be good or bad. */
const worthOfJudging = 1.5;
/** What each sentence before it costs. */
const costOfPlace = 0.05;
/** What each word of the title in a sentence adds, and how many count. */
const worthOfTitle = 0.6;
const mostOfTitle = 3;

/** What tells a claim, and how surely. */
const signs: readonly (readonly [number, RegExp])[] = [
  [
    5,
    /\b(?:should(?:n['’]t)?|must(?:n['’]t)?|ought to|needs? (?:to|more|less|better)|(?:is|are) needed|deserves?|it is time|cannot afford|the (?:only|best|right|wrong) (?:way|thing|answer|solution|strategy|reason|option|choice))\b/iu,
  ],
  [
    3,
    /\b(?:better|worse|worst|best|more (?!than\b|of\b|information)\p{L}+ than|less \p{L}+ than|most (?:important|effective|dangerous|difficult|powerful|useful|common|valuable)|essential|crucial|vital|critical|important|difficult|hard(?:er)?|easy|easier|dangerous|wrong|unfair|fair|unjust|impossible|necessary|matters|problem|threat|threatens?|risks?|risky|fails|failure|failing|challenge|challenging|mistake|good for|bad for|harm(?:s|ful)?|undermin(?:es?|ing)|unlikely|a shift|success|successful|invisible|overlooked|valuable|worth|benefits?|advantages?|disadvantages?|opportunit(?:y|ies)|a (?:bigger |major |big )?(?:blow|shift|game changer)|pain|disruption|exacerbat\w+|burdens?|crisis|proves?|powerful|weak\w*|strong\w*|costly|fragile|flawed|unclear|no one knows|needless|valid|hub|myth)\b/iu,
  ],
  [
    2,
    /\b(?:rather than|instead of|not only|not just|because|unless|without|although|even if|whereas|lead(?:s)? to|means that|depends? on|makes? it|allows?)\b|, but\b|\bno longer\b/iu,
  ],
  [1.5, /\b(?:could|may|might|likely|will|would|cannot|can(?:['’]t)?|never|always|all|every|only)\b/iu],
  [1, /\b(?:is|are|has|have|isn['’]t|aren['’]t|doesn['’]t|don['’]t|seems?|appears?|remains?|makes?)\b/iu],
];

/** Says that something is good, bad, hard or needed, and not only that there is such a thing. */
const judging =
  /(?<!(?:which|who|that) )\b(?:is|are|be|being|isn['’]t|aren['’]t|seems?|remains?|makes? (?:it|them)|made it|becomes|has become|have become)(?: (?:a|an|the|not|so|very|also|much|more|most|less|far|as|one of the|particularly|especially|increasingly|even|just|dead|really|quite|still|always|often|no))* (?:better|worse|easy|easier|hard|harder|difficult|dangerous|wrong|right|unfair|fair|unjust|impossible|necessary|essential|crucial|vital|critical|important|unlikely|invisible|overlooked|valuable|worth|powerful|weak|weaker|strong|stronger|costly|fragile|flawed|needless|good|bad|problem|threat|failure|mistake|myth|challeng\w+|risky|great|useful|helpful|harmful|unclear|game changer|opportunity|key|\p{L}{3,}(?:[a-z]ive|ous|ful|[a-z]able|ible|erent|ant|less)|\p{L}+ (?:problem|threat|failure|mistake|challenge|opportunity|way|reason|step|task))\b/iu;
/** Tells that somebody is about to do something. */
const passive = /\b(?:to|should|must) be \p{L}+(?:ed|en)\b/iu;

/** Told as what happened, or when, or in figures. */
const telling =
  /\b(?:(?:was|were|had|did)(?:n['’]t)?|couldn['’]t|showed|found|revealed|said|told|thought|wanted|felt|knew|hoped|went|came|took|began|announced|apologi[sz]ed|ha(?:s|ve) \p{L}+ed|\p{L}{3,}(?:ed) (?:by|in|on|to|at|its|the|a))\b/iu;
const dated =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last (?:week|month|year)|(?:19|20)\d\d)\b|\p{N}[\d.,]*/gu;

/** Cannot be understood alone, belongs to a person who speaks, or is said to somebody about what to do where. */
const isBound =
  /(?<!\p{L})(?:i|me|my|mine|myself|we|us|our|ours|you|your|yourself|here|this|these|those|such|above|below|former|latter)(?!\p{L})|[?:"“”()[\]{}<>|*_~`#=\\]|\.\.|…|https?|@|\b(?:click|register\w*|registration|subscribe|e-?mail|zoom|slack|please|thanks?|welcome|minutes|volunteers?|contact|slides|newsletter|let['’]s|scroll|photo|tickets?|e\.g|i\.e|et al|more information|soon|available)\b/iu;
const isUpperUs = /(?<!\p{L})US(?!\p{L})/gu;
/** Leans on what stands before it. */
const leans =
  /^(?:both|if|some|other|others|another|one|many of|most of|all of|only|just|nor|here|to do so|should|had|were|could|would|can|what|which|who|where|how|why|that|yes|no|well|sure|say|take|consider|see|get|make|use|note|first|second|third|finally|next|last|half|hundreds|thousands)(?!\p{L})|(?<!\p{L})(?:also|however|though|too|either|neither|respectively)(?!\p{L})/iu;
/** Who somebody is. */
const isPortrait = /^(?:\p{Lu}[\p{L}.’'-]* ){2,4}(?:is|was) (?:an?|the) /u;
/** "…, Marwick said, …": two voices in one sentence. */
const interrupted = /, (?:\p{L}+ ){1,3}(?:says?|said|adds|added),/u;
/** "it" of which nothing says before what it is. */
const pointsNowhere =
  /^(?:(?!,| ma(?:de|kes?|king) it | (?:that|because|when|if|and|but|as|so|than|who|which|for|to) ).)*(?<!\p{L})(?:it|they|them|their)(?!\p{L})/iu;
const startsWithPronoun = /^(?:\p{L}+ ){0,2}(?:it|its|they|them|their|there|he|she|him|his|her)(?!\p{L})/iu;
/** Stands before a claim without being part of it. */
const connective =
  /^(?:and|but|so|yet|still|instead|however|therefore|thus|hence|indeed|moreover|furthermore|in fact|of course|as a result|after all|in short|generally|meanwhile|for example|then|in general|clearly|obviously|unfortunately|sadly|on the other hand|at the same time|in other words|ultimately|in the end|to be sure|you see|it turns out that),? /iu;
/** Whoever says it now: "Edda Marwick argues that …". */
const sayer =
  /^(?:(?:I|We) (?:(?:strongly|firmly|also|do) )?(?:think|believe|feel)(?: that)? (?!like\b)|[^,;]{3,60}? (?:argues?|believes?|thinks?|warns?|insists?|contends?|maintains?|says?|suggests?|shows?|(?:makes|is|it(?:['’]s| is)) (?:clear|true|likely)|will agree|agree|highlights?)(?: that)? (?!the (?:need|importance)\b))(?=\p{L})/u;
/** "…, Marwick said." */
const sayerAfter =
  /, (?:(?:says?|said|argues|argued|warns|warned|writes|wrote|adds|added) [^,;]{2,60}|[^,;]{2,60} (?:says?|said|argues|argued|warns|warned|writes|wrote|adds|added)(?: [^,;]{2,50})?)$/u;

/** What an article says that can be agreed or argued with. */
export interface Claim {
  readonly words: string;
  /** It says what should be or how good something is; otherwise it may as well be a mere fact. */
  readonly isArguable: boolean;
}

/** The weightiest; undefined where all that may be quoted only tells what happened. */
export function findClaim(article: ReadArticle): Claim | undefined {
  const text = article.text === '' ? article.teaser : article.text;
  const isOnTitle = titleWords(article.title);
  const sentences = listReadable(text.slice(0, openingLength), article.title);
  const found = sentences.flatMap((sentence, at) =>
    [sentence.text, ...listSpoken(sentence.text)]
      .map(trim)
      .filter(isClaim)
      .map((words) => ({ words, own: weigh(words) }))
      .map(({ words, own }) => ({ words, own, shared: Math.min(mostOfTitle, isOnTitle(words)) }))
      .filter(({ own, shared }) => own >= (shared > 0 ? enough.toTell : enough.toTellAside))
      .map(({ words, own, shared }) => ({ words, weight: own + shared * worthOfTitle - at * costOfPlace })),
  );
  const best = found.sort((one, other) => other.weight - one.weight)[0];
  if (best === undefined) return undefined;
  return { words: best.words, isArguable: best.weight >= enough.toArgue && isOpinion(best.words) };
}

/** It says what should be, or that something is good or bad, and neither tells what happened nor gives figures. */
function isOpinion(claim: string): boolean {
  const isDemanding = signs[0]?.[1].test(claim) === true;
  return !telling.test(claim) && !/\p{N}/u.test(claim) && (isDemanding || judging.test(claim));
}

/** Counts the words of a title in a sentence, whatever their endings. */
export function titleWords(title: string): (sentence: string) => number {
  const stems = (words: string): ReadonlySet<string> =>
    new Set((words.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.replace(/e?s$/u, '').slice(0, 6)));
  const known = stems(title);
  return (sentence) => [...stems(sentence)].filter((stem) => known.has(stem)).length;
}

/** Examples of what somebody may say are nobody's claim. */
const isExample = /\b(?:like|such as|for example|e\.g\.),? [“"][^“”"]*[”"]/gu;

/** Whole sentences between quotation marks. */
function listSpoken(sentence: string): readonly string[] {
  const quoted = [...sentence.replace(isExample, '').matchAll(/(?:“([^“”]{30,400})”|"([^"]{30,400})")/gu)];
  return quoted
    .flatMap(({ 1: curly, 2: plain }) => splitSentences(curly ?? plain ?? ''))
    .filter((said) => /^\p{Lu}/u.test(said) && (hasFinalPunctuation(said) || said.endsWith(',')));
}

function trim(sentence: string): string {
  const plain = squeeze(sentence).replace(/^[“"‘]|[.,!]?[”"’]?$|[.!,]$/gu, '');
  return plain
    .replace(/[.!,]$/u, '')
    .replace(sayerAfter, '')
    .replace(connective, '')
    .replace(sayer, '');
}

function isClaim(claim: string): boolean {
  return (
    claim.length >= claimLength.shortest &&
    claim.length <= claimLength.longest &&
    countWords(claim) >= fewestWords &&
    /^\p{L}/u.test(claim) &&
    !pointsBack(claim) &&
    hasVerb(claim) &&
    !leans.test(claim) &&
    !isPortrait.test(claim) &&
    !interrupted.test(claim) &&
    !startsWithPronoun.test(claim) &&
    !pointsNowhere.test(claim) &&
    !isBound.test(claim.replace(isUpperUs, 'U.S.')) &&
    !/(?<!\b(?:Mrs?|Ms|Dr|St|vs))[.!] |\p{Ll}[.!]\p{L}|; /u.test(claim)
  );
}

function weigh(claim: string): number {
  const found = signs.reduce((sum, [weight, sign]) => (sign.test(claim) ? sum + weight : sum), 0);
  const isBare = /^(?:the|a|an) /iu.test(claim) ? 0 : 0.4;
  const isJudging = judging.test(claim) ? worthOfJudging : 0;
  const isToBeDone = passive.test(claim) ? 1.5 : 0;
  const isTold = telling.test(claim) ? 2 : 0;
  return found + isBare + isJudging - isToBeDone - isTold - (claim.match(dated)?.length ?? 0);
}
