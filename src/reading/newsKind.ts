// What a piece of news is about, as far as its headline and the words it comes back to tell, so that nobody is asked for a side where
// somebody died, nor for a lesson where somebody won a match.

import { countWords } from './plainText.ts';

export type NewsKind =
  | 'appointment'
  | 'crime'
  | 'discovery'
  | 'dispute'
  | 'farewell'
  | 'harm'
  | 'market'
  | 'offers'
  | 'plan'
  | 'ruling'
  | 'sport'
  | 'venture';

/** Of a hundred words of a text on sport at least so many are of its language, and so many different ones. */
const sportShare = 1.5;
const differentWords = 3;

const sportWords =
  /\b(?:coach\w*|quarterbacks?|touchdowns?|midfielders?|strikers?|defenders?|goalkeepers?|playoffs?|tournaments?|championships?|league|cup|matches|semi-?finals?|quarter-?finals?|innings?|yards|season|teammates?|squad|scored|penalty|wickets?|rebounds|halftime|half-time|kick-?off|grand slam|fixtures?|qualifying|podium|golf|tennis|snaps?|defensive|linebackers?|fans|goals?|clubs?|transfer|team|games?|overtime|points|victory|football|rugby|cricket|basketball|baseball|hockey)\b/giu;

/** By the headline, in this order. */
const signs: readonly (readonly [NewsKind, RegExp])[] = [
  [
    'offers',
    /\b(?:(?:best|daily|early|cheap|top|holiday) (?:\p{L}+ ){0,3}(?:deals|offers|discounts)|black friday|cyber monday|gift guide|coupons?|deals (?:of|on|are)|sale at|on sale|save (?:up to )?[$£€]\d+)\b/iu,
  ],
  [
    'harm',
    /\b(?:kill(?:ed|s|ing|ings)?|dies|dead|died|deadliest|fatal\w*|crash(?:es|ed)?|shootings?|shot (?:dead|and|in|by)|attack(?:s|ed)?|attackers?|bombers?|earthquakes?|plague|outbreak|epidemic|virus|infected|hostages?|wildfires?|floods?|flooding|hurricane|tornado|bomb(?:s|ed|ing|ings)?|explosion|wreckage|unrest|injur(?:ed|y|ies)|massacre|drown\w*|blackout|famine)\b/iu,
  ],
  [
    'ruling',
    /\b(?:sentenced|jailed|death (?:penalty|row|sentence)|parole|rule[sd] that|legislation|legali[sz]\w*|ban(?:s|ned)|allow(?:s|ed)|suspend(?:s|ed)|expel(?:s|led)|sacked|fined|decide[sd]|approve[sd]|no longer (?:be )?(?:allowed|required)|outlaw(?:s|ed))\b/iu,
  ],
  [
    'crime',
    /\b(?:murder\w*|arrest(?:s|ed)?|plead(?:s|ed)? (?:not )?guilty|guilty|kidnap\w*|charged with|convicted|sentenced|jailed|rap(?:ed|ist)|sexual(?:ly)? (?:abus\w*|assault\w*|offen[cs]es)|stabb\w+|burglar\w*|robb(?:ed|ery|ers)|theft|stolen|fraud)\b/iu,
  ],
  [
    'dispute',
    /\b(?:accus(?:es?|ed|ing)|den(?:y|ies|ied)|slam(?:s|med)|blast(?:s|ed)|reject(?:s|ed)|criticis\w+|criticiz\w+|lash(?:es|ed) out|condemn\w*|defend(?:s|ed)|feud|row over|divided over|divided on|sues?|sued|to court|doubles? down|lawsuit|alleg\w+|refus(?:es?|ed|ing)|hits? back|dispute[sd]?|controvers\w+|backlash|outrage|under fire|impeachment|protest(?:s|ers)?|intimidat\w+|demand(?:s|ed)|ban(?:s|ned)?|scandal|oppos(?:es|ed|ition to)|versus)\b/iu,
  ],
  [
    'appointment',
    /\b(?:names|named|appoint(?:s|ed)|hires|hired|promote[sd]|elect(?:s|ed)|tapp?(?:s|ed)|joins?)\b.{0,80}\b(?:officer|director|chief|head|ceo|president|chair|chairman|chairwoman|secretary|manager|editor|editorial team|dean|minister|commissioner|board)\b/iu,
  ],
  [
    'discovery',
    /\b(?:scientists?|research (?:shows|finds)|researchers?|physicists?|astronomers?|biologists?|archaeologists?|study|studies|telescope|fossils?|findings|new species)\b/iu,
  ],
  [
    'plan',
    /\b(?:plans?|planned|set to|expected|will|eyes|considers?|considering|weigh(?:s|ing)|seeks?|aims?|propos(?:es|ed|al)|poised|roadmap|to (?:raise|build|launch|open|close|cut|bid|direct|become|sell|buy|restart|introduce|replace|merge|acquire|expand|develop|ban|tax|fund|shut|release|ship|lift|reform))\b/iu,
  ],
  [
    'market',
    /[$£€]\s?[\d.,]+ ?(?:bn|billion)|\b(?:sales|prices?|shares?|stocks?|profits?|revenue|economy|exports?|imports?|tariffs?|jobs|unemployment|inflation|factory|factories|wages?|salary|salaries)\b/iu,
  ],
  [
    'venture',
    /\b(?:launch(?:es|ed)|unveil(?:s|ed)|partnership|acquir(?:es|ed)|introduces|funding|wins contract|invest(?:s|ed|ment)|startup|expands?|new grant|receives? .{0,30}grant|sponsor)\b/iu,
  ],
];

/** Somebody whom many knew has died, and nobody is to blame. */
const dies = /\b(?:dies|died|dead at|passed away|death of)\b/iu;
const isKnown =
  /\b(?:actor|actress|singer|drummer|guitarist|author|writer|founder|legend|star|musician|director|poet|artist|statesman|scholar|professor|economist|historian|best known|known (?:for|as)|leader|pioneer)\b/iu;
const isViolent = /\b(?:murder\w*|killed|shot|charge[sd]?|accused)\b/iu;

/** Nothing is to be punished or prevented there. */
const endsWell = /\b(?:freed|cleared|acquitted|surviv\w+|rescues?|rescued|saved|found (?:alive|safe)|reunited)\b/iu;

/** Though they are free, it is no matter for a light word. */
const seized = /\b(?:kidnap\w*|abduct\w*)\b/iu;

const isInnocent = /\b(?:cleared of|acquitted|(?:found|was) (?:today )?(?:found )?not guilty)\b/iu;

/** What nobody takes for sport, whatever else the text is on. */
const isGrave = /\b(?:kill(?:ed|s)|murder\w*|bombings?|massacre|dead|died)\b/iu;

/** Undefined where nothing tells. @param headline or a first sentence that tells what happened */
export function findNewsKind(headline: string, text: string): NewsKind | undefined {
  if (dies.test(headline) && isKnown.test(headline) && !isViolent.test(headline)) return 'farewell';
  if (endsWell.test(headline) && seized.test(headline)) return 'harm';
  const found = endsWell.test(headline) ? undefined : signs.find(([, sign]) => sign.test(headline))?.[0];
  if (found === 'offers' || (isGrave.test(headline) && found !== undefined)) return found;
  if (found === 'crime' && isInnocent.test(text.slice(0, 800))) return undefined;
  return isSport(text) ? 'sport' : found;
}

function isSport(text: string): boolean {
  const found = text.match(sportWords) ?? [];
  const kinds = new Set(found.map((word) => word.toLowerCase()));
  return kinds.size >= differentWords && found.length * 100 >= countWords(text) * sportShare;
}

/** Told with its day and its sources. */
export function isNews(text: string): boolean {
  const days = text.match(/\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/gu)?.length ?? 0;
  const sayings = text.match(/\b(?:said|says|told|according to|reported|announced)\b/giu)?.length ?? 0;
  return days + sayings >= 2;
}
