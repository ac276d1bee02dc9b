// How much the sentences of one text have in common: the ground of every measure of what a text is mainly about.

/** Stems of each sentence as numbers, and what they weigh. */
export interface Likeness {
  /** Cosine of sentences `a` and `b`, 0 to 1, at `a * count + b`; 0 with itself. */
  readonly cosines: Float64Array;
  /** Shared stems over the logarithms of the lengths. @see Mihalcea and Tarau 2004, "TextRank" */
  readonly overlaps: Float64Array;
  /** Cosine of each sentence with the text as a whole. */
  readonly centroid: Float64Array;
}

/** @param sentences stems of each @returns square matrices, row by row */
export function measureLikeness(sentences: readonly (readonly string[])[]): Likeness {
  const count = sentences.length;
  const postings = listPostings(sentences);
  const cosines = new Float64Array(count * count);
  const overlaps = new Float64Array(count * count);
  const squares = new Float64Array(count);
  const centroid = new Float64Array(count);
  let whole = 0;
  for (const { at, times } of postings.values()) {
    const rarity = Math.log(1 + count / at.length);
    let total = 0;
    for (const [one, a] of at.entries()) {
      const weight = (times[one] ?? 0) * rarity;
      total += weight;
      squares[a] = (squares[a] ?? 0) + weight * weight;
      for (let other = 0; other < one; other += 1) {
        const cell = a * count + (at[other] ?? 0);
        cosines[cell] = (cosines[cell] ?? 0) + weight * (times[other] ?? 0) * rarity;
        overlaps[cell] = (overlaps[cell] ?? 0) + 1;
      }
    }
    whole += total * total;
    for (const [one, a] of at.entries()) centroid[a] = (centroid[a] ?? 0) + (times[one] ?? 0) * rarity * total;
  }
  for (let a = 0; a < count; a += 1) {
    const length = Math.sqrt(squares[a] ?? 0);
    centroid[a] = (centroid[a] ?? 0) / (length * Math.sqrt(whole) || 1);
    const size = Math.log(1 + (sentences[a]?.length ?? 0));
    for (let b = 0; b < a; b += 1) {
      const cell = a * count + b;
      const cosine = (cosines[cell] ?? 0) / (length * Math.sqrt(squares[b] ?? 0) || 1);
      const overlap = (overlaps[cell] ?? 0) / (size + Math.log(1 + (sentences[b]?.length ?? 0)) || 1);
      cosines[cell] = cosine;
      cosines[b * count + a] = cosine;
      overlaps[cell] = overlap;
      overlaps[b * count + a] = overlap;
    }
  }
  return { cosines, overlaps, centroid };
}

interface Posting {
  /** Sentences in which a stem stands, and how often. */
  readonly at: number[];
  readonly times: number[];
}

function listPostings(sentences: readonly (readonly string[])[]): Map<string, Posting> {
  const postings = new Map<string, Posting>();
  for (const [at, stems] of sentences.entries()) {
    for (const stem of stems) {
      const posting = postings.get(stem);
      if (posting === undefined) postings.set(stem, { at: [at], times: [1] });
      else if (posting.at.at(-1) === at) posting.times[posting.times.length - 1] = (posting.times.at(-1) ?? 0) + 1;
      else {
        posting.at.push(at);
        posting.times.push(1);
      }
    }
  }
  return postings;
}

const damping = 0.85;
const rounds = 20;

/** The weight of each sentence where likeness is a vote; the mean is 1. @see Erkan and Radev 2004, "LexRank" */
export function rankByVotes(likeness: Float64Array, count: number): Float64Array {
  const sums = new Float64Array(count);
  for (let a = 0; a < count; a += 1) {
    for (let b = 0; b < count; b += 1) sums[a] = (sums[a] ?? 0) + (likeness[a * count + b] ?? 0);
  }
  let ranks = new Float64Array(count).fill(1);
  for (let round = 0; round < rounds; round += 1) {
    const next = new Float64Array(count).fill(1 - damping);
    for (let a = 0; a < count; a += 1) {
      const sum = sums[a] ?? 0;
      if (sum === 0) continue;
      const vote = (damping * (ranks[a] ?? 0)) / sum;
      for (let b = 0; b < count; b += 1) next[b] = (next[b] ?? 0) + vote * (likeness[a * count + b] ?? 0);
    }
    ranks = next;
  }
  return ranks;
}
