// Articles such as societies publish, of a few hundred words and always the same.

import { createRandom, type Random } from './sampleFeeds.ts';

const places = ['the island', 'the old harbour', 'the northern valley', 'the capital', 'the river towns', 'the coast'];
const bodies = [
  'The council',
  'The port authority',
  'Ann Weaver of the society',
  'A group of historians',
  'The ministry',
  'The bank',
];
const deeds = [
  'raised the price of',
  'measured',
  'promised to rebuild',
  'bought back',
  'lost interest in',
  'published a study of',
];
const things = [
  'the ferries',
  'wheat from abroad',
  'the small banks',
  'forty lighthouses',
  'the salt trade',
  'public housing',
];
const ends = [
  'because nobody had done so since 1926',
  'which cost 3.5 million crowns in the first year',
  'although the law of 2019 forbids it',
  'and the share of exports rose by 12 per cent',
  'after a long winter without trade',
  'as Mr. Holt had said it would',
];
const openings = ['', '', '', 'However, ', 'In the spring, ', 'According to a report, '];

/** `count` articles of `sentences` sentences each, four to a paragraph. */
export function sampleEssays(count: number, sentences: number): string[] {
  const random = createRandom(11);
  return Array.from({ length: count }, () =>
    Array.from({ length: sentences }, (_, at) => sentence(random) + ((at + 1) % 4 === 0 ? '\n\n' : ' ')).join(''),
  );
}

function sentence(random: Random): string {
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const opening = pick(openings);
  const body = pick(bodies);
  const subject = opening === '' ? body : body.replace(/^(?:The|A) /, (word) => word.toLowerCase());
  return `${opening}${subject} ${pick(deeds)} ${pick(things)} in ${pick(places)}, ${pick(ends)}.`;
}
