// What a meeting is about, where its text says so: "The May call will be all about harbours on Thursday" is about harbours.

import { squeeze } from './plainText.ts';

/** Characters of a text that are looked at. */
const evidenceLength = 3000;
const lengths = { fewest: 4, most: 90 };

const end =
  '(?=[!,]? (?:on|at) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[!,]? (?:on|at) \\p{N}|[.!?"”;(]|,? (?:with|by|hosted|led) )';
/** Quotation marks within it come in pairs. */
const subject = '((?:“[^”]{1,60}”|[^“]){1,120}?)';
const wordings: readonly RegExp[] = [
  new RegExp(`\\bwill be (?:all |mostly )?(?:about|dedicated to|devoted to) (?:the )?["“]?${subject}${end}`, 'u'),
  new RegExp(
    `\\b(?:topic|theme|subject)(?: (?:of|for) (?:[\\p{L}’']+ ){1,5}| )(?:is|will be) (?:the )?["“]?${subject}${end}`,
    'u',
  ),
  new RegExp(`\\bon the (?:topic|theme|subject) of (?:the )?["“]?${subject}${end}`, 'u'),
  /\b(?:entitled|titled|called) ["“]([^"“”]+)["”]/u,
];

/** As the text writes it; undefined where it does not say. */
export function findEventSubject(text: string): string | undefined {
  const plain = squeeze(text.slice(0, evidenceLength));
  const found = wordings.map((wording) => wording.exec(plain)?.[1]?.trim() ?? '');
  return found.find(
    (words) =>
      words.length >= lengths.fewest &&
      words.length <= lengths.most &&
      words.split('“').length === words.split('”').length &&
      !/["?*_[\]<>]|https?:|\b(?:we|our|you|your|this|that|these|to be)\b/iu.test(words),
  );
}
