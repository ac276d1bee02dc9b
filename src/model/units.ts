// What may stand beside a number and belongs to it: a scale, a currency, a share.

/** Scales by the words for them, in the languages the bot meets most. A lone letter may mean something else, too. */
const scales: readonly (readonly [scale: number, words: RegExp])[] = [
  [100, /^[\s-]hundred\b/iu],
  [1e3, /^[\s-]?(?:thousand|tausend|mille|mila?)(?!\p{L})/iu],
  [1e6, /^[\s-]?(?:millions?|mn|mln|mio\.?|millionen|millones|mill[óo]n|milion[ei]|milh(?:ões|ão)|miljoen)(?!\p{L})/iu],
  [1e9, /^[\s-]?(?:billions?|bn|milliards?|milliarden?|mrd\.?|miliard[io]|miljard|bilh(?:ões|ão))(?!\p{L})/iu],
  [1e12, /^[\s-]?(?:trillions?|tn|trn|billionen)(?!\p{L})/iu],
  [1e5, /^[\s-]?lakhs?(?!\p{L})/iu],
  [1e7, /^[\s-]?crores?(?!\p{L})/iu],
];
const letters: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

const signs: Readonly<Record<string, string>> = {
  $: 'dollar',
  us$: 'dollar',
  usd: 'dollar',
  a$: 'australian dollar',
  c$: 'canadian dollar',
  hk$: 'hong kong dollar',
  nz$: 'new zealand dollar',
  s$: 'singapore dollar',
  '€': 'euro',
  eur: 'euro',
  '£': 'pound',
  gbp: 'pound',
  '¥': 'yen',
  jpy: 'yen',
  cny: 'yuan',
  rmb: 'yuan',
  '₹': 'rupee',
  inr: 'rupee',
  rs: 'rupee',
  'rs.': 'rupee',
  '₩': 'won',
  krw: 'won',
  '₽': 'rouble',
  rub: 'rouble',
  chf: 'franc',
  r$: 'real',
  brl: 'real',
  sek: 'krona',
  nok: 'krona',
  dkk: 'krona',
  '₺': 'lira',
  '₦': 'naira',
  '₿': 'bitcoin',
};
const sign =
  'US\\$|A\\$|C\\$|HK\\$|NZ\\$|S\\$|R\\$|[$€£¥₹₩₽₺₦₿]|(?:USD|EUR|GBP|JPY|CNY|RMB|INR|KRW|RUB|CHF|BRL|SEK|NOK|DKK)|Rs\\.?';
const words: readonly (readonly [RegExp, string])[] = [
  [/^dollars?$/u, 'dollar'],
  [/^euros?$/u, 'euro'],
  [/^(?:pounds?|sterling|quid)$/u, 'pound'],
  [/^yen$/u, 'yen'],
  [/^(?:yuan|renminbi)$/u, 'yuan'],
  [/^rupees?$/u, 'rupee'],
  [/^(?:roubles?|rubles?|rubel)$/u, 'rouble'],
  [/^(?:francs?|franken)$/u, 'franc'],
  [/^pesos?$/u, 'peso'],
  [/^liras?$/u, 'lira'],
  [/^reais$/u, 'real'],
  [/^rand$/u, 'rand'],
  [/^(?:krona|kronor|krone|kroner|kronen|crowns?)$/u, 'krona'],
  [/^(?:dinars?)$/u, 'dinar'],
  [/^(?:dirhams?)$/u, 'dirham'],
  [/^riyals?$/u, 'riyal'],
  [/^shillings?$/u, 'shilling'],
  [/^(?:cents?)$/u, 'cent'],
  [/^(?:pence|pennies)$/u, 'penny'],
  [/^bitcoins?$/u, 'bitcoin'],
  [/^guilders?$/u, 'guilder'],
];
const peoples: Readonly<Record<string, string>> = {
  australian: 'australian ',
  canadian: 'canadian ',
  singapore: 'singapore ',
};

/** How many times the number counts, and how much of the text says so. `isSure` is false for a lone letter: metres, or millions? */
export function scaleOf(after: string): { readonly scale: number; readonly length: number; readonly isSure: boolean } {
  for (const [scale, pattern] of scales) {
    const found = pattern.exec(after);
    if (found) return { scale, length: found[0].length, isSure: true };
  }
  const letter = /^[kmb](?![\p{L}\p{N}'])/iu.exec(after)?.[0] ?? '';
  return { scale: letters[letter.toLowerCase()] ?? 1, length: letter.length, isSure: letter === '' };
}

export function currencyBefore(before: string): string | undefined {
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(${sign})[ -]?$`, 'u').exec(before)?.[1];
  return found === undefined ? undefined : signs[found.toLowerCase()];
}

export function currencyAfter(after: string): string | undefined {
  const found = new RegExp(`^ ?(${sign})(?![\\p{L}])`, 'u').exec(after)?.[1];
  if (found !== undefined) return signs[found.toLowerCase()];
  const [, people = '', name = ''] = /^[\s-](?:(\p{Lu}[\p{L}.]+) )?(\p{L}+)/u.exec(after) ?? [];
  const currency = words.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1];
  return currency === 'dollar' ? `${peoples[people.toLowerCase()] ?? ''}dollar` : currency;
}

/** Words that mean something else more often than money, unless a number stands before them. */
const ambiguous = /^(?:pounds?|crowns?|cents?|rand|liras?|reais|quid|sterling|shillings?|pence|pennies)$/u;

/** Currencies that a text speaks of, with a number or without. */
export function listCurrencies(text: string): Set<string> {
  const found = [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(${sign})(?![\\p{L}])`, 'gu'))].flatMap(
    (match) => signs[(match[1] ?? '').toLowerCase()] ?? [],
  );
  const named = (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => !ambiguous.test(word));
  return new Set([...found, ...named.flatMap((word) => words.find(([pattern]) => pattern.test(word))?.[1] ?? [])]);
}

/** True for none of the units that are shares, places in a row or decades. */
export function isCurrency(unit: string | undefined): boolean {
  return unit !== undefined && !/^(?:percent|points|basisPoints|ordinal|decade|times)$/u.test(unit);
}

/** Whether a unit of the answer may stand for one of the article's. */
export function isKindOf(asked: string | undefined, known: string | undefined): boolean {
  if (asked === undefined || asked === known) return true;
  if (asked === 'ordinal' || asked === 'decade' || asked === 'times') return known === undefined;
  return asked === 'dollar' && known !== undefined && known.endsWith(' dollar');
}
