// Answers that are wrong in one fact, and answers that only look different: made of honest ones, the same at every run.

import type { Essay } from './essays.ts';

export const kinds = ['number', 'date', 'name', 'currency'] as const;
export type Kind = (typeof kinds)[number];

const months = 'January February March April May June July August September October November December'.split(' ');
const strangers = [
  'Angela Merkel',
  'Olaf Scholz',
  'Janet Yellen',
  'Jean-Claude Juncker',
  'Shinzo Abe',
  'Indira Gandhi',
  'Margaret Thatcher',
  'Lula da Silva',
  'Joseph Stiglitz',
  'Amartya Sen',
  'Milton Friedman',
  'Ngozi Okonjo-Iweala',
  'Ursula von der Leyen',
  'Emmanuel Macron',
  'Vaclav Havel',
  'Jacinda Ardern',
];
const places = [
  'Norway',
  'Argentina',
  'Vienna',
  'Madrid',
  'Canada',
  'Lisbon',
  'Zurich',
  'Nairobi',
  'Peru',
  'Warsaw',
  'Melbourne',
  'Finland',
];
const currencies: readonly (readonly [RegExp, string])[] = [
  [/\$(?=\d)/u, '€'],
  [/£(?=\d)/u, '$'],
  [/(?<=\d (?:million |billion )?)dollars/u, 'euros'],
  [/(?<=\d (?:million |billion )?)pounds/u, 'dollars'],
  [/(?<=\d )yen/u, 'yuan'],
  [/(?<=\d )rupees/u, 'rand'],
  [/(?<=\d )drachmas/u, 'francs'],
];

/** The sentence with one fact changed to one the article does not have; undefined where it has no such fact. */
export function tamper(
  answer: string,
  { title, text }: Pick<Essay, 'title' | 'text'>,
  kind: Kind,
  draw: number,
): string | undefined {
  const source = `${title}. ${text}`;
  switch (kind) {
    case 'number':
      return changeOne(answer, /(?<![\d.,\p{L}])\d+(?:[.,]\d+)*(?!\d)/gu, draw, (number) =>
        otherNumber(number, source, draw),
      );
    case 'date':
      return changeOne(
        answer,
        new RegExp(
          `(?<=\\d )(?:${months.join('|')})|(?:${months.join('|')})(?= \\d)|(?<=[Ii]n )(?:${months.join('|')})`,
          'gu',
        ),
        draw,
        (month) =>
          pick(
            months.filter((other) => other !== month && !source.includes(other)),
            draw,
          ),
      );
    case 'name':
      return changeOne(
        answer,
        /(?<!^|[.!?:”"“] )(?<!\p{L}-)\b\p{Lu}\p{Ll}{3,}(?: \p{Lu}\p{Ll}{3,})*/gu,
        draw,
        (name) =>
          name.includes(' ')
            ? pick(strangers, draw)
            : pick([...places, ...strangers.map((full) => full.split(' ').at(-1) ?? '')], draw),
      );
    case 'currency':
      return currencies
        .map(([pattern, other]) =>
          pattern.test(answer) && !source.includes(other) ? answer.replace(pattern, other) : undefined,
        )
        .find(Boolean);
  }
}

/** Other spellings of the same facts. */
export const reformats: readonly ((answer: string) => string)[] = [
  (answer) => answer.replace(/(\d),(\d{3})/gu, '$1$2'),
  (answer) => answer.replace(/ per cent/gu, '%'),
  (answer) => answer.replace(/ per cent/gu, ' percent'),
  (answer) => answer.replace(/\$([\d.]+) billion/gu, '$1 billion dollars').replace(/£([\d.]+) million/gu, '£$1m'),
  (answer) => answer.replace(/(?<![\d,.])(\d) million/gu, '$1,000,000'),
  (answer) =>
    answer.replace(
      new RegExp(`(\\d{1,2}) (${months.join('|')})(?: (\\d{4}))?`, 'gu'),
      (_, day, month, year) => `${month} ${day}${year ? `, ${year}` : ''}`,
    ),
  (answer) => answer.replace(/[“”]/gu, '"').replace(/’/gu, "'"),
  (answer) => `However, ${answer.charAt(0).toLowerCase()}${answer.slice(1)}`,
  (answer) => `Researchers point out that ${answer.charAt(0).toLowerCase()}${answer.slice(1)}`,
];

/** With another first and last digit, as a number that stands nowhere in the source. */
function otherNumber(number: string, source: string, draw: number): string {
  const turn = (digit: string, step: number) => String(((Number(digit) + step) % 9) + 1);
  for (let step = draw % 9; step < (draw % 9) + 9; step += 1) {
    const other = number
      .replace(/\d(?=\D*$)/u, (digit) => turn(digit, step))
      .replace(/^\d/u, (digit) => turn(digit, step));
    if (other !== number && !new RegExp(`(?<!\\d)${other}(?!\\d)`, 'u').test(source)) return other;
  }
  return `${number}7`;
}

function changeOne(
  answer: string,
  pattern: RegExp,
  draw: number,
  change: (found: string) => string,
): string | undefined {
  const found = [...answer.matchAll(pattern)];
  const chosen = found[draw % Math.max(1, found.length)];
  if (!chosen) return undefined;
  return answer.slice(0, chosen.index) + change(chosen[0]) + answer.slice(chosen.index + chosen[0].length);
}

function pick<Item>(items: readonly Item[], draw: number): Item {
  return items[draw % items.length] as Item;
}
