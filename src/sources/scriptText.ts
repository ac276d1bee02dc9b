// Raised and lowered text on one line: 10⁵ must not become 105, and 19th must stay 19th.

const raised: Readonly<Record<string, string>> = Object.fromEntries(zip('0123456789+-−=()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ'));
const lowered: Readonly<Record<string, string>> = Object.fromEntries(zip('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'));

/** Characters of a word that may follow its number without a gap: st, nd, rd, th. */
const maxOrdinalLength = 3;

/** What stands for the content of a sub or sup element. */
export function scriptText(kind: 'sub' | 'sup', text: string): string {
  const table = kind === 'sup' ? raised : lowered;
  const characters = [...text].map((character) => table[character]);
  if (characters.every((character) => character !== undefined)) return characters.join('');
  if (text.length <= maxOrdinalLength && /^\p{L}+$/u.test(text)) return text;
  return ` ${text.replace(/\s+/g, ' ')}`;
}

function zip(keys: string, values: string): [string, string][] {
  const found = [...values];
  return [...keys].map((key, index) => [key, found[index] ?? key]);
}
