// The question with which an author ends. It is taken as the starter question when it asks for an opinion and can be
// understood by somebody who has not read the article.

import { cleanText } from './cleanText.ts';
import { countWords } from './plainText.ts';
import { splitSentences } from './splitSentences.ts';

/** Discord shows more, but a question that is read aloud has at most this many characters. */
export const questionLength = 240;

const asksFact =
  /^(?:how (?:many|much|old|long ago)|when (?:did|was|were)|who (?:was|were|is the)|where (?:is|was|did)|in (?:what|which) year)\b/iu;
const asksService =
  /^(?:interested|want|have (?:a|any|you got)|do you have (?:a|any)|are you (?:interested|coming|joining|a member)|would you like to (?:join|write|contribute|read|know)|questions|need|looking|ready|enjoyed|did you (?:like|enjoy)|like this|why not (?:join|write))\b|\b(?:subscribe|newsletter|sign up|click)\b/iu;
const pointsBack =
  /^(?:and |but |so |or |then |well, |now, )|^(?:is|are|was|were|does|do|did|can|could|will|would|should|has|have|what|why|how|who)(?:['’]s)? (?:(?:does|do|did|would|could|should|will|can|is|are|was|were|might|may) )?(?:it|this|that|they|them|these|those|he|she|his|her|its|their|such|so|then)\b|\b(?:yours|theirs|the former|the latter|one)\?$|\b(?:do|does|did) (?:this|that|so)\?$|\b(?:them|it|this|that|these|those|there)\?$|^how about\b|^what (?:are|is) (?:some |the )?other\b|^what else\b/iu;

/** Undefined where the article does not end with such a question. */
export function findAuthorQuestion(text: string): string | undefined {
  const paragraphs = cleanText(text)
    .split('\n')
    .filter((line) => line !== '');
  const sentences = paragraphs.slice(-2).flatMap(splitSentences);
  const question = sentences.at(-1) ?? '';
  if (!isAsked(question)) return undefined;
  if (!pointsBack.test(question)) return question;
  const before = sentences.at(-2) ?? '';
  const both = `${before} ${question}`;
  const explains =
    /[.!]$/u.test(before) &&
    !pointsBack.test(before) &&
    !/^(?:they|it|this|that|these|those|he|she|but|and|so|yet|however)\b/iu.test(before);
  return explains && both.length <= questionLength && (both.match(/\?/gu) ?? []).length === 1 ? both : undefined;
}

function isAsked(question: string): boolean {
  return (
    question.endsWith('?') &&
    question.indexOf('?') === question.length - 1 &&
    question.length <= questionLength &&
    countWords(question) >= 4 &&
    /^\p{Lu}/u.test(question) &&
    !/^\p{L}{1,20}:/u.test(question) &&
    !/["“”]|\s[.,;:]|https?:/iu.test(question) &&
    !asksFact.test(question) &&
    !asksService.test(question)
  );
}
