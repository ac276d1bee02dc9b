// What a paper says that it found, as its abstract tells it: "We show that S".

import { hasVerb } from './finiteVerb.ts';
import { countWords, squeeze } from './plainText.ts';
import { splitSentences } from './splitSentences.ts';

/** Characters of a finding that fits a question. */
const findingLength = { shortest: 38, longest: 164 };
const fewestWords = 6;

/** Whoever shows it, and that they do. */
const shows =
  /(?<!\p{L})(?:we|i|(?:the |our |these |this |all |both )?(?:\p{L}[\p{L}-]* ){0,3}?(?:results?|findings?|experiments?|analys[ei]s|evidence|estimates?|evaluations?|simulations?|data|study|paper|article|model|comparison)(?: \p{Ll}+){0,4}?),? (?:(?:also|further|then|thus|empirically|theoretically|additionally|experimentally|consistently|clearly|first|finally|can|qualitatively|quantitatively) ){0,2}(?:show|find|found|demonstrate|suggest|indicate|reveal|prove|argue|conclude|document|observe|confirm|establish|imply|highlight)(?:s|ed|d)?(?:, [^,]{2,40},)? that,? (.+)$/iu;
/** Words of an abstract, and how many lines it may have. */
const abstractLength = { fewest: 40, most: 450, lines: 2 };

const speaksOfItself =
  /(?<!\p{L})(?:in )?(?:this|our|the present) (?:\p{L}+ )?(?:paper|study|work|thesis)(?!\p{L})|(?<!\p{L})(?:we|I) (?:\p{L}+ly |also |then |further |first )?(?:propose|present|introduce|develop|study|investigate|show|argue|examine|analy[sz]e|estimate|find|document|exploit|demonstrate|describe|explore|address|evaluate|compare|formulate|derive|observe|prove|characteri[sz]e|exhibit|conduct)(?!\p{L})/giu;
const ofResearch =
  /(?<!\p{L})(?:results?|experiment\w*|methods?|models?|data ?sets?|evidence|empirical\w*|theor\w+|hypothes\w+|approach\w*|algorithms?|estimat\w+|performance|effects?|analys[ei]s|findings?|literature|learning|networks?|policy|sample|panel|framework)(?!\p{L})/giu;

/** Tells the abstract of a paper from other short texts: it speaks of itself, and of research. */
export function isPaper(text: string): boolean {
  if (text.length > 10 * abstractLength.most || text.trim().split('\n').length > abstractLength.lines) return false;
  const words = countWords(text);
  if (words < abstractLength.fewest || words > abstractLength.most) return false;
  const own = text.match(speaksOfItself)?.length ?? 0;
  const subjects = new Set(text.toLowerCase().match(ofResearch) ?? []).size;
  return own >= 1 && subjects >= (own > 1 ? 2 : 3);
}

/** Cannot be understood without what stands before it, or is said by those who wrote it. */
const isBound =
  /(?<!\p{L})(?:i|we|our|us|this|these|those|such|they|their|them|it|he|she|his|her|former|latter|above|resulting|proposed)(?!\p{L})|[?:;"“”„[\]$\\{}]|\.\.|''|``|^(?:is|are|was|were|can|has|have|do|does|its|the (?:method|approach|model|algorithm|framework|technique|architecture|performance|results?)(?!\p{L})|both|one|some|doing|using)/iu;
/** Before what a clause can do without. */
const clauseEnd =
  /;|, (?=which )|,? (?=(?:because|while|whereas|although|thereby|thus|even when|even if) )| [–—-]{1,2} /gu;

/** Verbatim, without its full stop, as it goes on after "that"; `…` after one that was cut. The first that can be understood alone. */
export function findFinding(text: string): string | undefined {
  const found = splitSentences(squeeze(text)).flatMap((sentence) => {
    const clause = shows.exec(sentence)?.[1]?.replace(/[.!]$/u, '');
    return clause === undefined ? [] : [clause, ...shortened(clause)].filter(isFinding).slice(0, 1);
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
