// Which of many names a person may have meant.

/** Characters of a typed name that are looked at; more tell nothing apart. */
const comparedLength = 120;
/** Share of letter pairs in common from which two names resemble each other: a slip or two in a word of six letters. */
const resemblance = 0.4;

/** The name most like what was typed; undefined when none resembles it. */
export function findNearest(typed: string, names: readonly string[]): string | undefined {
  let nearest: { name: string; likeness: number } | undefined;
  for (const name of names) {
    const likeness = likenessOf(spelled(typed), spelled(name));
    if (likeness >= resemblance && likeness > (nearest?.likeness ?? 0)) nearest = { name, likeness };
  }
  return nearest?.name;
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
