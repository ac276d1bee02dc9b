// One spelling for signs that have many: quotation marks, dashes, spaces, ligatures. All checks of an answer read texts through here,
// so that a difference of typography is never taken for a difference of fact.

/** NFKC; straight quotation marks, hyphens for dashes, nothing that groups digits but commas, points and plain spaces. */
export function plainSigns(text: string): string {
  return text
    .replace(/(?<=\d)[\u00a0\u2009\u202f'’](?=\d{3}(?!\d))/gu, '')
    .normalize('NFKC')
    .replace(/[“”„«»″]/gu, '"')
    .replace(/[‘’‚‹›′`´]/gu, "'")
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/\u00ad/gu, '')
    .replace(/\s+/gu, ' ');
}

/** A word to compare by: small, without accents, `Müller` as `Mueller`. */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/gu, 'ss')
    .replace(/[øœ]/gu, 'o')
    .replace(/[æ]/gu, 'a')
    .replace(/[łđı]/gu, (letter) => ({ ł: 'l', đ: 'd', ı: 'i' })[letter] ?? letter)
    .replace(/([aou])e/gu, '$1');
}

/** A word of a text and where it stands. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words of a text with plain signs; `co-operation`, `O'Brien` and `U.S.` are one each. */
export function listWords(text: string): Word[] {
  const pattern = /\p{Lu}(?:\.\p{Lu})+\.?(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+(?:['&-][\p{L}\p{M}\p{N}]+)*/gu;
  return [...text.matchAll(pattern)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
