// Faults that a test asks for: refusals, lost answers, delays. A rule is used up after `times` requests.

type FaultMode = 'refuse' | 'commitThenReset' | 'commitThenStatus' | 'hang' | 'delay' | 'rateLimit';

export interface FaultRule {
  readonly mode: FaultMode;
  /** Any method when left out. */
  readonly method?: string;
  /** Matched against the path without `/api/v10` and query, `%40` decoded; any path when left out. */
  readonly route?: RegExp;
  /** How many requests it strikes. Default: until removed. */
  readonly times?: number;
  /** Of the answer: default 500 for refuse, 502 for commitThenStatus, 429 for rateLimit. */
  readonly status?: number;
  /** Discord's error code in the answer's body. */
  readonly code?: number;
  /** Added to the answer; null takes a header away. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Whole body of the answer instead of `{message, code}`. */
  readonly body?: unknown;
  /** For delay: before the request is carried out. For rateLimit: what Retry-After says. Default 1000. */
  readonly delayMs?: number;
}

export const defaultDelayMs = 1000;

export class Faults {
  readonly #rules: { readonly rule: FaultRule; left: number }[] = [];

  add(rule: FaultRule): () => void {
    const entry = { rule, left: rule.times ?? Number.POSITIVE_INFINITY };
    this.#rules.push(entry);
    return () => {
      entry.left = 0;
    };
  }

  /** The first rule that fits, counted as used. */
  take(method: string, path: string): FaultRule | undefined {
    const entry = this.#rules.find(
      ({ rule, left }) =>
        left > 0 && (!rule.method || rule.method === method) && (!rule.route || rule.route.test(path)),
    );
    if (!entry) return undefined;
    entry.left -= 1;
    return entry.rule;
  }
}
