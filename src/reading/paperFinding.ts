// What a paper says that it found, as its abstract tells it: "We show that S".

import { hasVerb } from './finiteVerb.ts';
import { countWords, squeeze } from './plainText.ts';
import { splitSentences } from './splitSentences.ts';

/** Characters of a finding that fits a question. */
const findingLength = { shortest: 38, longest: 164 };
const fewestWords = 6;
/** Characters of a text that are looked at. */
const evidenceLength = 5000;

/** Whoever shows it, and that they do. */
const shows =
  /(?<!\p{L})(?:we|i|(?:the |our |these |this |all |both )?(?:\p{L}[\p{L}-]* ){0,3}?(?:results?|findings?|experiments?|analys[ei]s|evidence|estimates?|evaluations?|simulations?|data|study|paper|article|model|comparison)(?: \p{Ll}+){0,4}?),? (?:(?:also|further|then|thus|empirically|theoretically|additionally|experimentally|consistently|clearly|first|finally|can|qualitatively|quantitatively) ){0,2}(?:show|find|found|demonstrate|suggest|indicate|reveal|prove|argue|conclude|document|observe|confirm|establish|imply|highlight)(?:s|ed|d)?(?:, [^,]{2,40},)? that,? (.+)$/iu;
/** Words of an abstract, and how many lines it may have. */
const abstractLength = { fewest: 40, most: 450, lines: 2 };

const speaksOfItself =
  /(?<!\p{L})(?:this|our|the present) (?:paper|study|thesis|work(?! of))(?!\p{L})|(?<!\p{L})(?:we|I) (?:\p{L}+ly |also |then |further |first )?(?:propose|present|introduce|develop|study|investigate|show|argue|examine|analy[sz]e|estimate|find|document|exploit|demonstrate|describe|explore|evaluate|compare|formulate|derive|observe|prove|characteri[sz]e|conduct)(?!\p{L})/giu;
const ofResearch =
  /(?<!\p{L})(?:results?|experiment\w*|methods?|models?|data ?sets?|data|evidence|empirical\w*|theor\w+|hypothes\w+|algorithms?|estimat\w+|findings?|networks?|tasks?)(?!\p{L})/giu;
/** What is no paper says so. */
const isOther =
  /(?<!\p{L})this (?:post|essay|column|blog|newsletter|talk|workshop|library|package|position)(?!\p{L})/iu;

/** Tells the abstract of a paper from other short texts: it speaks of itself, and the more of research the less it does. */
export function isPaper(text: string): boolean {
  if (text.length > 10 * abstractLength.most || text.trim().split('\n').length > abstractLength.lines) return false;
  const words = countWords(text);
  if (words < abstractLength.fewest || words > abstractLength.most || isOther.test(text)) return false;
  const own = differentOf(text, speaksOfItself);
  return own > 0 && differentOf(text, ofResearch) >= (own > 1 ? 2 : 4);
}

function differentOf(text: string, words: RegExp): number {
  return new Set(text.toLowerCase().match(words) ?? []).size;
}

/** Nobody is said to have found what stands after these. */
const isDenied =
  /(?<!\p{L})(?:not|no|never|nobody|none|cannot|fail\w*|whether|if|unclear|previous\w*|earlier|existing|another|prior|other|past|recent|most|would|suggesting|they|others|authors)(?!\p{L})|n['’]t(?!\p{L})/iu;
/** Cannot be understood without what stands before it, or is said by those who wrote it. */
const isBound =
  /(?<!\p{L})(?:i|we|our|us|this|these|those|such|they|their|them|it|he|she|his|her|former|latter|above|resulting|proposed)(?!\p{L})|[?:;"“”„[\]$\\{}]|\.\.|''|``|^(?:is|are|was|were|can|has|have|do|does|its|the (?:method|approach|model|algorithm|framework|technique|architecture|performance|results?)(?!\p{L})|both|one|some|doing|using)/iu;
/** Before what a clause can do without. */
const clauseEnd =
  /;|, (?=which )|,? (?=(?:because|while|whereas|although|thereby|thus|even when|even if) )| [–—-]{1,2} /gu;

/** Verbatim, without its full stop, as it goes on after "that"; `…` after one that was cut. The first that can be understood alone. */
export function findFinding(text: string): string | undefined {
  const found = splitSentences(squeeze(text.slice(0, evidenceLength))).flatMap((sentence) => {
    const found = shows.exec(sentence);
    const clause = found?.[1]?.replace(/[.!]$/u, '');
    const lead = clause === undefined ? '' : sentence.slice(0, sentence.lastIndexOf(clause));
    return clause === undefined || isDenied.test(lead)
      ? []
      : [clause, ...shortened(clause)].filter(isFinding).slice(0, 1);
  });
  return found.find((clause) => !clause.endsWith('…')) ?? found[0];
}

/** The longest beginning of it first. */
function shortened(clause: string): readonly string[] {
  const ends = [...clause.matchAll(clauseEnd)].map(({ index }) => index);
  return ends.reverse().map((end) => `${clause.slice(0, end)}…`);
}

function isFinding(clause: string): boolean {
  return (
    clause.length >= findingLength.shortest &&
    clause.length <= findingLength.longest &&
    countWords(clause) >= fewestWords &&
    /^\p{L}/u.test(clause) &&
    !isBound.test(clause) &&
    hasVerb(clause) &&
    clause.split('(').length === clause.split(')').length
  );
}
