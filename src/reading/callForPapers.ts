// What a call for papers asks for, and the topics that it lists.

import { hasVerb } from './finiteVerb.ts';
import { countWords, squeeze } from './plainText.ts';

/** Characters of a text that are looked at. */
const evidenceLength = { call: 6000, topics: 12_000 };
/** Characters and words of a topic that fits a question. */
const topicLength = { shortest: 5, longest: 60 };
const mostWords = 8;
/** Fewer are no choice, more nobody reads. */
const topicsNamed = { fewest: 2, most: 3 };
/** Of a list of so many topics, not the first are named, but some that stand apart. */
const longList = { fewest: 7, step: 3 };
/** Between the words that announce the topics and the first of them. Lines. */
const linesBefore = 4;

const calls =
  /\bcall(?:s|ing)? for (?:(?:research|full|short|extended|position|conference|workshop) )?(?:papers?|abstracts?|participation|contributions?|proposals?|submissions?|presentations?|posters?|chapters?|talks?)\b|\bcfp\b|\b(?:invites?|invited|welcomes?|solicits?|solicited|encourages?|encouraged|seeks?) (?:[^\s.]+ ){0,12}?(?:submissions?|papers?|contributions?|abstracts?|manuscripts?)\b|\b(?:papers?|contributions?|submissions?|authors|abstracts?|manuscripts?) (?:[^\s.]+ ){0,6}?(?:is|are) (?:kindly |cordially |hereby )?(?:invited|solicited|encouraged|requested)\b|\b(?:paper|abstract|manuscript|full paper)s? (?:submission|due|deadline)|\bsubmission (?:deadline|due)/iu;

/** One of these is in every call, and found sooner. */
const telling = [
  'paper',
  'abstract',
  'submission',
  'contribution',
  'manuscript',
  'authors',
  'cfp',
  'call for',
  'calls for',
  'calling for',
];

/** Whether a text calls for papers, abstracts or other contributions. */
export function callsForPapers(text: string): boolean {
  const opening = text.slice(0, evidenceLength.call).toLowerCase();
  return telling.some((words) => opening.includes(words)) && calls.test(squeeze(opening));
}

const instructs =
  /^[^\p{L}\p{N}"“‘'(]|^\p{N}{1,2}[.)] |^(?:please|kindly|submit|send|authors (?:are|must|should|may)|(?:all |the |each )?(?:full |accepted |final |selected |submitted |regular |short |initial |duplicate |electronic |late )*(?:papers?|manuscripts?|submissions?|abstracts?|proposals?|contributions?|posters?|presentations?) (?:must|should|will|may|can|are|is|need))(?!\p{L})|(?<!\p{L})(?:submit\w* (?:your|via|through|using|electronically)|formatt?ing|templates?|page limit|\p{N} pages|latex|pdf|easychair|camera[- ]ready|proceedings|registration|hotels?|accommodation|slide decks?|e-?mail(?:ed)?|special sessions?|(?:accepted|submitted|selected) (?:full |regular |short )?papers|please (?:contact|visit|see|note|send)|invited to submit (?:an )?extended|indexed (?:in|by))(?!\p{L})|@|https?:|www\./iu;
/** Of the words of a list of people or of an address so many begin large. */
const namesShare = 0.6;

/** Whether a sentence of a call tells how papers are to be sent, or who sits on its committees, and not what it is on. */
export function isAdministrative(sentence: string): boolean {
  const words = sentence.match(/[\p{L}\p{N}]+/gu) ?? [];
  const large = words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length;
  return instructs.test(sentence) || large > words.length * namesShare;
}

/** "Topics of interest include, but are not limited to:", "Mögliche Themen sind:" */
const announces =
  /(?<!\p{L})(?:\p{L}*themen(?:felder|bereiche|schwerpunkte)?|schwerpunkte)(?!\p{L})[^.]{0,60}:$|\b(?:topics?|areas?|themes?|subjects?|tracks?|issues)\b.{0,60}?(?:\binclud(?:e|es|ing)\b|\blimited to\b|\bof (?:special |particular )?interest\b|\b(?:is|are|cover\w*)\b|:$)|\bnot (?:be )?(?:limited|restricted) to\b|^(?:\p{L}+ ){0,2}(?:topics|areas|themes|tracks)(?: \p{L}+){0,3}:?$/iu;
/** Nothing that stands under such words is what a paper is on. */
const isOrdinary =
  /(?<!\p{L})(?:dates?|prizes?|awards?|address\w*|deadlines?|submi\w+|committees?|chairs?|papers?|authors?|venue|registration|proceedings|publications?|publish\w*|committee|location|hotels?|sponsor\w*|keynotes?|programme|program|organi[sz]\w+|contact\w*|fees?|posters?|tutorials?|prof|dr|university|dep\p{L}*ment|institute|faculty|proposals?|contributions?|in progress|which|abstracts?|journal|notification|camera|call for|website|web ?page|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d|other|others|etc|interest|limited|conference|workshop|symposium|tracks?|topics?|areas?|following|termine?|\p{L}*fristen|\p{L}*frist|einreich\w+|beitr(?:ag|äge)|anmeldung|(?:veranstaltungs|tagungs)?ort|kontakt|tagung|konferenz|kosten|teilnahme|universität|institut|uhr)(?!\p{L})/iu;
/** "Edda Marwick, TARN", "Edda Marwick, Tarn U". */
const isPerson = /^(?:\p{Lu}[\p{L}.-]*,? ){2,4}(?:\p{Lu}{2,}|U)$/u;
const bullet = /^(?:[^\p{L}\p{N}("“'‘]+|o\s|\(?(?:\d{1,2}|\p{L})[.)]\s|\p{Lu}\d{1,2}[.:)]?\s)\s*/u;

/** Two or three that stand apart, in their order and as the text writes them; none where it lists none that could be told. */
export function findTopics(text: string): readonly string[] {
  const lines = text
    .slice(0, evidenceLength.topics)
    .split(/\r\n|[\n\r]/u)
    .map(squeeze);
  for (const [at, line] of lines.entries()) {
    if (!announces.test(line)) continue;
    const listed = listItems(lines.slice(at + 1));
    const topics = listed.length < topicsNamed.fewest ? listInline(lines.slice(at)) : listed;
    if (topics.length >= topicsNamed.fewest) return spread(topics);
  }
  return [];
}

/** Neighbours in a long list are often near to each other in kind. */
function spread(topics: readonly string[]): readonly string[] {
  const step = topics.length >= longList.fewest ? longList.step : 1;
  return topics.filter((_, at) => at % step === 0).slice(0, topicsNamed.most);
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
  const paragraph = squeeze(lines.slice(0, end < 0 ? lines.length : end).join(' ')).slice(0, 1500);
  const after = /(?:\blimited to|\binclud(?:e|es|ing)|\bare|:)[,:]? (?!but\b)([^.:]+)/iu.exec(
    paragraph.replace(/,? ?\(?but (?:are |is )?not (?:be )?(?:limited|restricted) to\)?,?/iu, ' '),
  )?.[1];
  if (after === undefined) return [];
  const parts = after
    .split(after.includes(';') ? /;/u : /,/u)
    .map((part) => plain(part.trim().replace(/^(?:and|or) /iu, '')));
  const topics = parts.slice(0, -1).filter(isTopic);
  return topics.length === parts.length - 1 && topics.length > topicsNamed.fewest ? topics : [];
}

/** Of another part of the call. */
function isHeading(words: string): boolean {
  return isOrdinary.test(words) || !/\p{Ll}/u.test(words);
}

function plain(line: string): string {
  return line
    .replace(bullet, '')
    .replace(/[\s;,.:–-]+(?:and|or)?$/u, '')
    .trim();
}

function isTopic(words: string): boolean {
  return (
    words.length >= topicLength.shortest &&
    words.length <= topicLength.longest &&
    countWords(words) <= mostWords &&
    /^\p{L}(?!\.)/u.test(words) &&
    /\p{Ll}/u.test(words) &&
    !/[@:?!"“”„;|_*[\]<>…\\/]|https?|www\.|\p{N}{3}|[^\p{Script=Latin}\p{N}\s\p{P}&+]|Ã|Â/u.test(words) &&
    words.split('(').length === words.split(')').length &&
    !isOrdinary.test(words) &&
    !hasVerb(words) &&
    !isPerson.test(words) &&
    !/(?<!\p{L})(?:we|our|you|your|this|these|that|such|it|its|their|will|please|wir|uns|unsere?|sie|ihre?|bitte|ist|sind|wird|werden)(?!\p{L})/iu.test(
      words,
    ) &&
    !/ (?:in|of|the|to|a|an|for|on|and|or|with|by|as|at|from)$/u.test(words)
  );
}
