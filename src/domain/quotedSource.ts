// Whose article a curated post quotes, and the words by which a society says so. The society's own author who recommends it is
// not meant.

/** The publisher or author of an article somebody else wrote. */
export interface QuotedSource {
  readonly name: string;
  readonly title?: string;
  /** Absolute http(s). */
  readonly url?: string;
}

/** Words of a name at most. */
const maxNameWords = 10;

const framing =
  /\b(?:this|an?|the|in this|following|recent) (?:\p{L}+ ){0,2}(?:articles?|essay|report|post|piece|paper|study|analysis|interview|column|brief|briefing|commentary)(?: published)? (?:from|by|in|of) /iu;
const republished =
  /\b(?:originally|first) (?:published|appeared|posted) (?:in|by|on|at) |\b(?:republished|reposted|reprinted|cross-?posted) (?:here )?(?:from|by|courtesy of) /iu;

/** Small words within a name; never at its ends. */
const inner = new Set('of the for and on & de la du des für und in del der'.split(' '));

/** `This article from the Council on Foreign Relations breaks down …` → `Council on Foreign Relations`. */
export function findNamedSource(sentence: string): string | undefined {
  const found = framing.exec(sentence) ?? republished.exec(sentence);
  const name = found === null ? '' : readName(sentence.slice(found.index + found[0].length));
  return name === '' ? undefined : name;
}

/** True where a post says that it is somebody else's article as a whole. */
export function isRepublished(sentence: string): boolean {
  return republished.test(sentence);
}

/** The capitalised words at the beginning. */
function readName(rest: string): string {
  const name: string[] = [];
  for (const word of rest.split(' ', maxNameWords)) {
    const bare = word.replace(/[,;:.]$/u, '').replace(/['’]s$/u, '');
    if (!/^[\p{Lu}\d&]/u.test(bare) && !inner.has(bare)) break;
    name.push(bare);
    if (bare !== word) break;
  }
  while (inner.has(name[0] ?? '')) name.shift();
  while (inner.has(name.at(-1) ?? '')) name.pop();
  return name.join(' ');
}
