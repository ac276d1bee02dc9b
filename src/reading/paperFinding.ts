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
