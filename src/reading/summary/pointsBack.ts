// Openings that a reader cannot understand without the sentence before: "He …", "This …", "But …".

const opener =
  /^(?:he|she|it|they|him|them|this|that|these|those|his|her|hers|its|their|such|but|and|or|so|yet|however|still|instead|moreover|furthermore|therefore|thus|hence|also|meanwhile|nevertheless|nonetheless|then|there|another|both|neither|additionally|similarly|conversely|consequently|besides|again|otherwise|indeed|likewise|accordingly|afterwards?)(?![\p{L}\p{N}])/iu;
const fullerOpener =
  /^(?:in (?:addition|contrast|turn|fact|short|the meantime|other words)|as a (?:result|consequence)|for (?:example|instance|this reason|that reason)|on the (?:other hand|contrary)|at the same time|by contrast|the (?:latter|former|same|other|others|pair|duo|two)|after (?:that|this)|because of (?:this|that)|to (?:this|that) end|even so|of course|after all)(?![\p{L}\p{N}])/iu;

/** Questions about what was named before: "Is it …", "Why did they …". */
const askingOpener =
  /^(?:(?:why|how|what|when|where|who) )?(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would|should|may|might|must)(?:n['’]t)? (?:he|she|it|they|this|that|these|those|such)(?![\p{L}\p{N}])/iu;

/** A clause before the main one that begins with some of those it leaves unnamed: "When one of them …". */
const openingClause =
  /^(?:when|whenever|if|as|after|before|while|although|though|since|because|until|once|where|even (?:if|though|when|as)) (?:[\p{L}\p{N}-]+ ){1,3}of (?:them|these|those|whom)(?![\p{L}\p{N}])/iu;

/** The commonest of other languages, none of them an English word: German, French, Spanish, Italian, Portuguese, Dutch. */
const foreignOpener =
  /^(?:er|sie|es|dies|diese[rsmn]?|dennoch|jedoch|doch|aber|und|deshalb|daher|ihre?|seine?|il|elle|ils|elles|cela|cette|ces|mais|et|ainsi|cependant|ella|ellos|esto|esta|este|pero|sin embargo|sus?|egli|questo|questa|ele|ela|isso|mas|hij|zij|ze|dit|deze|maar|zijn)(?![\p{L}\p{N}])/iu;

/** Openings that may begin an article all the same: "It is the most expensive bridge …", "There are …", "This is the story …". */
const beginner = /^(?:it|this|there|these|another|both|of course|in fact)(?![\p{L}\p{N}])/iu;

/** True of a sentence that leans on the one before it. */
export function pointsBack(sentence: string): boolean {
  const start = sentence.replace(/^[^\p{L}\p{N}]{1,6}/u, '').slice(0, 40);
  return [opener, fullerOpener, openingClause, askingOpener, foreignOpener].some((pattern) => pattern.test(start));
}

/** True of a sentence that leans on something even as the first of its article. */
export function pointsBackFromStart(sentence: string): boolean {
  const start = sentence.replace(/^[^\p{L}\p{N}]{1,6}/u, '').slice(0, 40);
  return pointsBack(sentence) && (!beginner.test(start) || /, (?:however|though|therefore|too),/iu.test(sentence));
}
