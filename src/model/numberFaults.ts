// Numbers, amounts and currencies of an answer that its article does not say.

import { isSupported, listQuantities, listSpellings, type Reading } from './quantities.ts';
import { isKindOf, listCurrencies } from './units.ts';

/** Both texts with plain signs. @returns each number or currency that is not in the article, as the answer says it */
export function findUnsupportedNumbers(answer: string, article: string): string[] {
  const known = readAll(article);
  const faults = listSpellings(answer).map((text) =>
    listQuantities(text)
      .filter((quantity) => !isSupported(quantity, known))
      .map((quantity) => quantity.text),
  );
  const [fewest = []] = faults.sort((a, b) => a.length - b.length);
  const currencies = listCurrencies(article);
  const strange = [...listCurrencies(answer)].filter((asked) => ![...currencies].some((one) => isKindOf(asked, one)));
  return [...new Set([...fewest, ...strange])];
}

function readAll(article: string): Map<string, Reading[]> {
  const known = new Map<string, Reading[]>();
  const add = (reading: Reading) => known.set(reading.value, [...(known.get(reading.value) ?? []), reading]);
  for (const text of listSpellings(article)) {
    for (const { readings, text: said } of listQuantities(text)) {
      const readingsOfAll = [...readings, ...clockParts(said)];
      for (const reading of readingsOfAll) if (!isKnown(reading, known)) add(reading);
    }
  }
  // 2023-24 and 2023/24 name both years in full.
  for (const [, from = '', to = ''] of article.matchAll(/(?<!\d)((?:1[5-9]|20)\d{2})[-/](\d{2})(?!\d)/gu))
    add({ value: `${from.slice(0, 2)}${to}` });
  return known;
}

/** 10.30 may be a time. */
function clockParts(said: string): Reading[] {
  return /^\d{1,2}\.\d{2}$/u.test(said) ? said.split('.').map((part) => ({ value: String(Number(part)) })) : [];
}

function isKnown({ value, unit }: Reading, known: ReadonlyMap<string, readonly Reading[]>): boolean {
  return (known.get(value) ?? []).some((one) => one.unit === unit);
}
