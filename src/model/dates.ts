// Days and months of a text, in English: 5 March 2024, March 5th, Sept. 5-7, 2024-03-05. A day belongs to its month and a month to
// its year, so a date of an answer counts as said only where the article puts the same parts together.

export interface DateMention {
  /** As it stands in the text. */
  readonly text: string;
  /** 1 to 12. */
  readonly month: number;
  readonly day?: number;
  readonly year?: number;
}

const months = 'january february march april may june july august september october november december'.split(' ');
const monthName =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?)';
const day = '\\d{1,2}(?:st|nd|rd|th)?(?![\\d%]|[.,:]\\d)';
/** A month has no more; what goes on is a table of numbers, and every one of them would begin it anew. */
const days = `${day}(?:(?: ?- ?|, | and | to | or )${day}){0,30}`;
const year = '(?:1[0-9]|20)\\d{2}(?!\\d)';

const patterns: readonly RegExp[] = [
  new RegExp(`(?<!\\d|[.,:/]) ?(?<days>${days}) (?:of )?(?<month>${monthName})(?:,? (?:of )?(?<year>${year}))?`, 'giu'),
  new RegExp(`(?<![\\p{L}])(?<month>${monthName}) (?:the )?(?<days>${days})(?:,? (?<year>${year}))?`, 'giu'),
  new RegExp(`(?<![\\p{L}])(?<month>${monthName}),? (?:of )?(?<year>${year})`, 'giu'),
];

/** @param text with plain signs */
export function listDates(text: string): DateMention[] {
  const found: DateMention[] = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { days: said = '', month: name = '', year: named } = match.groups ?? {};
      const mention = {
        text: match[0].trim(),
        month: monthOf(name),
        ...(named === undefined ? {} : { year: Number(named) }),
      };
      const each = (said.match(/\d{1,2}/gu) ?? []).map(Number).filter((number) => number >= 1 && number <= 31);
      return each.length === 0 ? [mention] : each.map((number) => ({ ...mention, day: number }));
    }),
  );
  // A month alone; small letters mean something else: may, march.
  for (const match of text.matchAll(new RegExp(`(?<![\\p{L}])${monthName}(?![\\p{L}])`, 'giu')))
    if (/^\p{Lu}/u.test(match[0])) found.push({ text: match[0], month: monthOf(match[0]) });
  return found;
}

/** Both with plain signs. @returns each date of the answer that the article does not say */
export function findUnsupportedDates(answer: string, article: string): string[] {
  const known = [...listDates(article), ...listNumericDates(article)];
  const isSaid = (asked: DateMention): boolean =>
    known.some(
      (one) =>
        one.month === asked.month &&
        (asked.day === undefined || one.day === asked.day) &&
        (asked.year === undefined || one.year === asked.year),
    ) || isPutTogether(asked, known);
  return [
    ...new Set(
      listDates(answer)
        .filter((asked) => !startsSentence(asked, answer) && !isSaid(asked))
        .map(({ text }) => text),
    ),
  ];
}

/** "In 2024 … on 5 March" may be told as 5 March 2024: the day stands without a year there, and the year is checked as a number. */
function isPutTogether(asked: DateMention, known: readonly DateMention[]): boolean {
  return (
    asked.year !== undefined &&
    known.some(
      (one) =>
        one.month === asked.month && one.year === undefined && (asked.day === undefined || one.day === asked.day),
    ) &&
    !known.some((one) => one.month === asked.month && one.year !== undefined && one.year !== asked.year)
  );
}

/** "May" or "March" alone at the beginning of a sentence is most often a verb. */
function startsSentence({ text, day: number, year: named }: DateMention, answer: string): boolean {
  return (
    number === undefined &&
    named === undefined &&
    /^(?:may|march)$/iu.test(text) &&
    new RegExp(`(?:^|[.!?"] )${text} `, 'u').test(answer)
  );
}

/** 2024-03-05, and 5/3/2024 either way round. */
function listNumericDates(article: string): DateMention[] {
  const iso = [...article.matchAll(/(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/gu)].map(([text, named, month, number]) => ({
    text,
    month: Number(month),
    day: Number(number),
    year: Number(named),
  }));
  const slashed = [...article.matchAll(/(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/gu)].flatMap(
    ([text, a, b, named]) => [
      { text, month: Number(a), day: Number(b), year: Number(named) },
      { text, month: Number(b), day: Number(a), year: Number(named) },
    ],
  );
  return [...iso, ...slashed];
}

function monthOf(name: string): number {
  const start = name.slice(0, 3).toLowerCase();
  return months.findIndex((month) => month.startsWith(start)) + 1;
}
