// Which of many names a person may have meant.

/** Characters of a typed name that are looked at; more tell nothing apart. */
const comparedLength = 120;
/** Share of letter pairs in common from which two names resemble each other: a slip or two in a word of six letters. */
const resemblance = 0.4;

/** The name most like what was typed; undefined when none resembles it. */
export function findNearest(typed: string, names: readonly string[]): string | undefined {
  return listNearest(typed, names, 1)[0];
}

/** The names most like what was typed, the nearest first. */
export function listNearest(typed: string, names: readonly string[], count: number): string[] {
  const words = spelled(typed);
  return names
    .map((name) => ({ name, likeness: likenessOf(words, spelled(name)) }))
    .filter(({ likeness }) => likeness >= resemblance)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, count)
    .map(({ name }) => name);
}

function spelled(name: string): string {
  return name.slice(0, comparedLength).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Dice's coefficient of letter pairs, from 0 to 1; a part of the name counts as whole. */
function likenessOf(typed: string, name: string): number {
  if (typed.length < 2 || name.length < 2) return typed === name ? 1 : 0;
  if (typed.length > 2 && name.includes(typed)) return 1;
  const left = pairs(typed);
  const right = pairs(name);
  const common = [...left].filter((pair) => right.has(pair)).length;
  return (2 * common) / (left.size + right.size);
}

function pairs(text: string): Set<string> {
  return new Set(Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2)));
}
