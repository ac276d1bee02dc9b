// Generates, composes, judges and measures.

import { type CheckedBody, findFaults } from '../../../src/discord/messageFaults.ts';
import type { Article } from '../../../src/domain/article.ts';
import { sayIn } from '../../../src/kit/translate.ts';
import { composePayloads } from './composePayloads.ts';
import { judgePayload } from './judgePayload.ts';
import type { Payload } from './payload.ts';
import { generateArticles } from './wildArticles.ts';

/** The largest of its kind, counted in UTF-16 units. */
export interface Sizes {
  payloads: number;
  /** Of all text displays together. */
  characters: number;
  components: number;
  /** Of the JSON as it would travel. */
  bytes: number;
}

export interface Judgement {
  readonly sizes: ReadonlyMap<string, Sizes>;
  /** Each with the place of its article in the seed's sequence, from 1. */
  readonly violations: readonly string[];
  /** Spent in findFaults alone. */
  readonly checkMs: number;
}

/** Articles that stand in one list at most, and how often there are so many; else there are at most five. */
const listMost = 30;
const longListEach = 25;

export function judgeArticles(seed: number, count: number, say = sayIn('en')): Judgement {
  const sizes = new Map<string, Sizes>();
  const violations: string[] = [];
  let beside: Article[] = [];
  let checkMs = 0;
  for (const article of generateArticles(seed, count)) {
    const others = beside.slice(0, article.id % longListEach === 0 ? listMost - 1 : article.id % 5);
    const payloads = composePayloads([article, ...others], say);
    beside = [article, ...beside].slice(0, listMost);
    for (const payload of payloads) {
      measure(payload, sizes);
      const startedAtMs = performance.now();
      findFaults(payload.body as CheckedBody);
      checkMs += performance.now() - startedAtMs;
      violations.push(...judgePayload(payload).map((fault) => `article ${article.id}, ${fault}`));
    }
  }
  return { sizes, violations, checkMs };
}

function measure({ name, body }: Payload, sizes: Map<string, Sizes>): void {
  const json = JSON.stringify(body);
  const size = sizes.get(name) ?? { payloads: 0, characters: 0, components: 0, bytes: 0 };
  const contents = [...json.matchAll(/"content":("(?:[^"\\]|\\.)*")/g)].map(
    ([, text = '""']) => JSON.parse(text) as string,
  );
  size.payloads += 1;
  size.characters = Math.max(size.characters, contents.join('').length);
  size.components = Math.max(size.components, json.split('"type":').length - 1);
  size.bytes = Math.max(size.bytes, Buffer.byteLength(json));
  sizes.set(name, size);
}
