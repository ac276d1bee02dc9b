// The topics on which papers are called for, where a call lists them: a line for each, or in a sentence. English and German.

import { hasVerb } from './finiteVerb.ts';
import { countWords, squeeze } from './plainText.ts';

/** Characters of a text, and of a line, that are looked at. */
const evidenceLength = 12_000;
const lineLength = 1000;
/** Characters and words of a topic that fits a question. */
const topicLength = { shortest: 5, longest: 60 };
const mostWords = 8;
/** Fewer are no choice, more nobody reads. */
const topicsNamed = { fewest: 2, most: 3 };
/** Of a list of so many topics, not the first are named, but some that stand apart. */
const longList = { fewest: 7, step: 3 };
/** Between the words that announce the topics and the first of them, and of the whole list. Lines. */
const linesBefore = 4;
const linesRead = 60;
/** Places where topics may be announced that are looked at. */
const announcementsRead = 8;

/** "Topics of interest include, but are not limited to:", "Mögliche Themen sind:" */
const announces =
  /(?<!\p{L})(?:\p{L}*themen(?:felder|bereiche|schwerpunkte)?|schwerpunkte)(?!\p{L})[^.]{0,60}:$|\b(?:topics?|areas?|themes?|subjects?|tracks?|issues)\b.{0,60}?(?:\binclud(?:e|es|ing)\b|\blimited to\b|\bof (?:special |particular )?interest\b|\b(?:is|are|cover\w*)\b|:$)|\bnot (?:be )?(?:limited|restricted) to\b|^(?:\p{L}+ ){0,2}(?:topics|areas|themes|tracks)(?: \p{L}+){0,3}:?$/iu;
/** Stands in what no paper is on: dates, people, how to take part. */
const isOrdinary =
  /(?<!\p{L})(?:important dates|deadlines?|submi\w+|committees?|co-?chairs?|papers?|authors?|venue|registration|proceedings|hotels?|sponsor\w*|keynotes?|speakers?|fees?|posters?|tutorials?|prof|dr|dep\p{L}*ment|proposals?|contributions?|in progress|which|abstracts?|notification|camera|call for|website|web ?page|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d|etc|limited to|following|termine|\p{L}*fristen|\p{L}*frist|einreich\w+|beitr(?:ag|äge)|anmeldung|(?:veranstaltungs|tagungs)ort|uhr)(?!\p{L})/iu;
/** Is a heading by itself, and may stand in a topic: "Interest", "Interest rates". */
const isHeadword =
  /^(?:(?:the|main|other|conference|workshop|special) )*(?:dates?|prizes?|awards?|address(?:es)?|chairs?|publications?|location|programme|program|organi[sz]\w+|contacts?|university|institute|faculty|journal|others?|interests?|conference|workshop|symposium|tracks?|topics?|areas?|sessions?|exhibits?|invited sessions|travel|accommodation|lunch|termin|ort|kontakt|tagung|konferenz|kosten|teilnahme|programm|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/iu;
/** "Edda Marwick, TARN", "Edda Marwick, Tarn University". */
const isPerson =
  /^(?:\p{Lu}[\p{L}.-]*,? ){2,4}(?:\p{Lu}{2,}|U)$|, .*(?<!\p{L})(?:[Uu]niversity|[Ii]nstitute|[Cc]ollege|[Uu]niversität)(?!\p{L})/u;
const bullet = /^(?:[^\p{L}\p{N}("“'‘]+|o\s|\(?(?:\d{1,2}|\p{L})[.)]\s|\p{Lu}\d{1,2}[.:)]?\s)\s*/u;

/** Two or three that stand apart, in their order and as the text writes them; none where it lists none that could be told. */
export function findTopics(text: string): readonly string[] {
  const lines = text
    .slice(0, evidenceLength)
    .split(/\r\n|[\n\r]/u)
    .map(squeeze);
  const announced = lines.flatMap((line, at) => (announces.test(line.slice(0, lineLength)) ? [at] : []));
  for (const at of announced.slice(0, announcementsRead)) {
    const listed = listItems(lines.slice(at + 1, at + 1 + linesRead));
    const topics = listed.length < topicsNamed.fewest ? listInline(lines.slice(at, at + linesRead)) : listed;
    if (topics.length >= topicsNamed.fewest) return spread(topics);
  }
  return [];
}

/** Neighbours in a long list are often near to each other in kind, and one that holds another is no choice beside it. */
function spread(topics: readonly string[]): readonly string[] {
  const step = topics.length >= longList.fewest ? longList.step : 1;
  const apart = topics.filter((_, at) => at % step === 0);
  return apart
    .filter((topic, at) => !apart.slice(0, at).some((before) => topic.includes(before) || before.includes(topic)))
    .slice(0, topicsNamed.most);
}

/** One on each line, with a bullet or without. */
function listItems(lines: readonly string[]): readonly string[] {
  const items: string[] = [];
  const told = lines.filter((line) => line !== '' && /[\p{L}\p{N}]/u.test(line));
  const isMarked = told.slice(0, linesBefore).some((line) => bullet.test(line));
  for (const [at, line] of told.entries()) {
    const words = plain(line);
    const goesOn = /^\p{Ll}/u.test(told[at + 1] ?? '');
    const isItem = isMarked ? bullet.test(line) : /^\p{Lu}/u.test(line);
    if (isItem && !goesOn && isTopic(words)) items.push(words);
    else if (!isItem && items.length === 0 && at >= linesBefore) break;
    // A list without bullets ends with the first line that is none of its kind.
    else if (items.length > 0 && (isMarked ? !isItem && !/^\p{Ll}/u.test(line) : isHeading(words))) break;
  }
  return [...new Set(items)];
}

/** "…include: tides, ropes and knots, lamps." */
function listInline(lines: readonly string[]): readonly string[] {
  const end = lines.indexOf('');
  const paragraph = lines.slice(0, end < 0 ? lines.length : end);
  if (paragraph.slice(1).some((line) => bullet.test(line))) return [];
  const told = squeeze(paragraph.join(' '))
    .slice(0, lineLength)
    .replace(/,? ?\(?but (?:are |is )?not (?:be )?(?:limited|restricted) to\)?,?/iu, ' ');
  const after =
    /^[^.]*:\s([^.:]+)/u.exec(told)?.[1] ?? /(?:\blimited to|\binclud(?:e|es|ing)|\bare),? ([^.:]+)/iu.exec(told)?.[1];
  if (after === undefined) return [];
  const parts = after.split(after.includes(';') ? /;/u : /,/u).map((part) => plain(part.trim()));
  const topics = parts.slice(0, -1).filter(isTopic);
  return topics.length === parts.length - 1 && topics.length > topicsNamed.fewest ? topics : [];
}

/** Of another part of the call. */
function isHeading(words: string): boolean {
  return isOrdinary.test(words) || isHeadword.test(words) || !/\p{Ll}/u.test(words);
}

function plain(line: string): string {
  return line
    .slice(0, lineLength)
    .replace(bullet, '')
    .replace(/^(?:and|or|und|oder) /iu, '')
    .replace(/[;,.:–-]+$/u, '')
    .replace(/[;,] (?:and|or|und|oder)$/iu, '')
    .trim();
}

function isTopic(words: string): boolean {
  return (
    words.length >= topicLength.shortest &&
    words.length <= topicLength.longest &&
    countWords(words) <= mostWords &&
    /^\p{L}(?!\.)/u.test(words) &&
    !/[@:?!"“”„;|_*[\]<>…\\/]|https?|www\.|\p{N}{3}|[^\p{Script=Latin}\p{N}\s\p{P}&+]|Ã|Â/u.test(words) &&
    words.split('(').length === words.split(')').length &&
    !isHeading(words) &&
    !hasVerb(words) &&
    !isPerson.test(words) &&
    !/(?<!\p{L})(?:we|our|you|your|this|these|that|such|it|its|their|will|please|wir|uns|unsere?|sie|ihre?|bitte|ist|sind|wird|werden)(?!\p{L})/iu.test(
      words,
    ) &&
    !/ (?:in|of|the|to|a|an|for|on|and|or|with|by|as|at|from)$/u.test(words)
  );
}
