// What a meeting is or was on: the points of its agenda as its notes head them, and the subject in its title.

import { hasVerb } from './finiteVerb.ts';
import { countWords, cutAt, squeeze } from './plainText.ts';

/** Characters of a text that are looked at, and of a point that fits a question. */
const evidenceLength = 12_000;
const pointLength = { shortest: 6, longest: 48 };
const mostPoints = 3;
/** Of a title. Characters. */
const titleLength = 300;
/** Words that must follow a point before the next one. */
const wordsUnderPoint = 12;

/** Heads what every meeting has. */
const isOrdinary =
  /^(?:news(?! (?:on|from))|present|attend\w*|apologies|particip\w+|agenda|preliminary|announcements?|general|introduction|next (?:meeting|steps?|call)|registration|resources?|slides|recordings?|video|date|location|minutes|notes|summary|updates?|working (?:groups?|group updates)|(?:any )?other|aob|a\.?o\.?b|conclusions?|contact\w*|references|acknowledg\w+|meetings?|current (?:topics|affairs)|contents|newsletters?|lightning talks?|break-?out|invited talks?|the (?:range|list|rest) of|(?:the )?(?:steering )?(?:committee|board|council|group)(?: |$)|full|biograph\w+|when|where|what|who|how|connection|information|reports?|round ?table|action\w*|links?|questions?|event|speakers?|meet|welcome|abstract|about|overview|background|organi[sz]\w+|planning|misc\w*|status|discussion|open|leadership|activit\w+|some|a few|should|finali[sz]e|follow[- ]ups?|not|and|aim|main|future|website|join|regular|the (?:first|second|third|next|last)|papers?|submissions?|important|timetable|conference (?:aims?|topics?|dates)|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)(?!\p{L})|present|contribut|https?:|\bmeeting notes\b|\bagenda$/iu;

/** Up to three, in their order, those that most is said about. */
export function findAgenda(text: string): readonly string[] {
  const lines = text
    .slice(0, evidenceLength)
    .split(/\r\n|[\n\r]/u)
    .map(squeeze);
  const points = lines.flatMap((line, at) =>
    isPoint(line, lines[at - 1]) ? [{ line: plain(line), at, words: 0 }] : [],
  );
  for (const [index, point] of points.entries()) {
    point.words = countWords(lines.slice(point.at + 1, points[index + 1]?.at).join(' '));
  }
  const told = points.filter(
    ({ line, words }, at) => words >= wordsUnderPoint && points.findIndex((point) => point.line === line) === at,
  );
  const most = [...told].sort((one, other) => other.words - one.words).slice(0, mostPoints);
  return told.filter((point) => most.includes(point)).map(({ line }) => line);
}

function plain(line: string): string {
  return line
    .replace(/^\d{1,2}[.)] ([^:]{6,}): .*$/u, '$1')
    .replace(/^\d{1,2}[.)] /u, '')
    .replace(/[*_#`~]/gu, '')
    .trim()
    .replace(/^(?:special )?(?:topic|talk|presentation): (?=\p{Lu})/iu, '')
    .replace(presenter, '')
    .trim();
}

/** "… by Edda Marwick", "… (Edda Marwick, Olaf Brink)". */
const presenter = / (?:by(?: \p{Lu}[\p{L}-]+){2,3}|\(\p{Lu}[\p{L}-]+(?:,? [\p{Lu}&][\p{L}-]*){0,7}\)):?$/u;

/** A line by itself, or a numbered one. */
function isPoint(line: string, before = ''): boolean {
  const words = plain(line);
  const isApart = before === '' || /^\d/u.test(line);
  return (
    isApart &&
    words.length >= pointLength.shortest &&
    words.length <= pointLength.longest &&
    /^\p{Lu}/u.test(words) &&
    !/[.:?!;,…]$|["“”?:;|[\]<>()@,]|\p{N}{1,2}[.:h]\p{N}/u.test(words) &&
    !isOrdinary.test(words) &&
    !hasVerb(words) &&
    !/ (?:in|of|the|to|a|an|for|on|and|with|was|by|as|at)$/u.test(words)
  );
}

const months =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const days = '\\d{1,2}(?:st|nd|rd|th)?(?:\\s?[-–]\\s?\\d{1,2}(?:st|nd|rd|th)?)?';
const endDate = new RegExp(
  `[,:;–—-]?\\s*(?:\\(?(?:${days} ${months}|${months} ${days})(?:\\s?[-–]\\s?(?:${days} ${months}|${months} ${days}))?,? ?(?:20\\d\\d)?\\)?)$`,
  'iu',
);
/** Who meets, and that they meet: not what on. */
const group =
  /^[^,:]{0,60}?\b(?:working group|wg|meeting|call|forum|series|seminar|workshop|session|webinar)s?\b[^,:]{0,20}(?:, |: | [–—-] )(?=\p{Lu})/iu;
const gathering =
  /(?: (?:community|working group|topical|virtual|annual|general|monthly|weekly|coordination|planning|group|online|steering committee|strategic))*(?:,? (?:meeting|call|workshop|forum|seminar|webinar|session|meetup|conference))+$/iu;
/** Words that say who meets, when or how often. */
const general =
  /^(?:the|our|a|an|of|on|for|and|in|first|second|third|next|virtual|online|spring|summer|autumn|fall|winter|weekly|monthly|annual|general|community|working|group|planning|steering|committee|meeting|call|strategic|coordination|society|conference|workshop|forum|special|topical|regional|meetup|event|users?|developers?|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)$/u;

/** The title of a meeting without its day. */
export function withoutDay(title: string): string {
  return title
    .replace(endDate, '')
    .replace(/, (?:virtual|online|hybrid)$/iu, '')
    .trim();
}

/** "Summary of the May Community Call on Ropes". */
const subjectAfter =
  /\b(?:call|meeting|workshop|webinar|seminar|session|panel|discussion|talk|lecture|round ?table|conference|congress|symposium|colloquium) (?:on|about) (.{6,}?)(?: ?\([\p{Lu}\d][^()]*\))?$/iu;

const onDay = new RegExp(`^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|${months})(?!\\p{L})`, 'iu');

/** "Ports Working Group, Ropes and Knots, 3 May 2031" → "Ropes and Knots"; undefined where it only says who meets. */
export function findTitleSubject(title: string): string | undefined {
  const whole = withoutDay(cutAt(squeeze(title), titleLength));
  const named = subjectAfter.exec(whole)?.[1];
  if (named !== undefined && /^\p{Lu}/u.test(named) && !onDay.test(named)) return named;
  const subject = whole.replace(group, '').replace(gathering, '').trim();
  const telling = subject
    .split(/[ -]/u)
    .filter((word) => /^\p{L}+$/u.test(word) && !general.test(word.toLowerCase()) && /\p{Ll}/u.test(word));
  const isMotto = subject.split(',').length > 2 && /^\p{L}+ing /u.test(subject);
  return subject === whole || isMotto || telling.length < 2 || /#|^\p{N}|\p{Lu}\p{Ll}+ \d/u.test(subject)
    ? undefined
    : subject;
}
