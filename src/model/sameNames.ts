// Names that say the same: countries, their peoples and their short forms; days of the week and their abbreviations.

import { fold } from './plainSigns.ts';

/** One group a line; a word of an answer is known where the article has any of its group. */
const groups: readonly string[] = [
  'us usa america american americans',
  'uk britain british briton britons',
  'un nations',
  'eu',
  'france french frenchman frenchmen',
  'germany german germans',
  'netherlands dutch holland',
  'spain spanish spaniard spaniards',
  'switzerland swiss',
  'denmark danish dane danes',
  'sweden swedish swede swedes',
  'norway norwegian norwegians',
  'finland finnish finn finns',
  'iceland icelandic icelander icelanders',
  'poland polish pole poles',
  'turkey turkish turk turks',
  'greece greek greeks',
  'portugal portuguese',
  'ireland irish irishman',
  'scotland scottish scots scot',
  'wales welsh',
  'england english',
  'belgium belgian belgians',
  'hungary hungarian hungarians',
  'czechia czech czechs',
  'slovakia slovak slovaks',
  'croatia croatian croat croats',
  'serbia serbian serb serbs',
  'ukraine ukrainian ukrainians',
  'china chinese',
  'japan japanese',
  'vietnam vietnamese',
  'taiwan taiwanese',
  'thailand thai thais',
  'philippines philippine filipino filipinos',
  'israel israeli israelis',
  'iraq iraqi iraqis',
  'pakistan pakistani pakistanis',
  'afghanistan afghan afghans',
  'bangladesh bangladeshi bangladeshis',
  'kazakhstan kazakh kazakhs',
  'uzbekistan uzbek uzbeks',
  'yemen yemeni yemenis',
  'kuwait kuwaiti kuwaitis',
  'qatar qatari qataris',
  'somalia somali somalis',
  'lebanon lebanese',
  'brazil brazilian brazilians',
  'argentina argentine argentinian argentines',
  'peru peruvian peruvians',
  'ecuador ecuadorian ecuadorean',
  'mexico mexican mexicans',
  'canada canadian canadians',
  'europe european europeans',
  'cyprus cypriot cypriots',
  'egypt egyptian egyptians',
  'monday mon mondays',
  'tuesday tue tues tuesdays',
  'wednesday wed wednesdays',
  'thursday thu thur thurs thursdays',
  'friday fri fridays',
  'saturday sat saturdays',
  'sunday sun sundays',
];

const groupOf = new Map(
  groups.flatMap((group) => {
    const members = group.split(' ').map(fold);
    return members.map((word) => [word, members] as const);
  }),
);

/** Short forms in two letters, too short to be told from initials of anybody. */
const shortForms: readonly (readonly [short: string, long: RegExp])[] = [
  ['us', /\bunited states\b/iu],
  ['uk', /\bunited kingdom\b/iu],
  ['un', /\bunited nations\b/iu],
  ['eu', /\beuropean union\b/iu],
  ['ai', /\bartificial intelligence\b/iu],
];

/** Words that say the same as this one, itself included. @param word folded */
export function sameNames(word: string): readonly string[] {
  return groupOf.get(word) ?? [word];
}

/** Short forms whose long form the text has. */
export function listShortForms(text: string): string[] {
  return shortForms.flatMap(([short, long]) => (long.test(text) ? [short] : []));
}

/** Words of the long forms whose short form the text has: all of them in that case, e.g. `united`, `states`. */
export function listLongForms(acronyms: ReadonlySet<string>): string[] {
  const long: Readonly<Record<string, string>> = {
    us: 'united states',
    usa: 'united states',
    uk: 'united kingdom',
    un: 'united nations',
    eu: 'european union',
  };
  return [...acronyms].flatMap((acronym) => long[acronym]?.split(' ') ?? []);
}
