// Faults that a test asks for: refusals, lost answers, delays. A rule is used up after `times` requests.

type FaultMode =
  /** Not carried out; answered with `status`. */
  | 'refuse'
  /** Not carried out; refused by a page of HTML, as the network in front of Discord does. */
  | 'html'
  /** Not carried out; 429 with a header and a body that say how long to wait. */
  | 'rateLimit'
  /** Not carried out; 429 without a word. */
  | 'bareRateLimit'
  /** Not carried out; never answered. */
  | 'hang'
  /** Carried out and answered after `delayMs`. */
  | 'delay'
  /** Carried out at once, answered after `delayMs`. */
  | 'delayAnswer'
  /** Carried out; then the connection is cut. */
  | 'commitThenReset'
  /** Carried out; then answered with `status`. */
  | 'commitThenStatus'
  /** Carried out; the answer breaks off in the middle of its body. */
  | 'halfJson'
  /** The connection is cut at once, or answered with `status` when there is one; carried out `delayMs` later. */
  | 'commitLate';

export interface FaultRule {
  readonly mode: FaultMode;
  /** Any method when left out. */
  readonly method?: string;
  /** Matched against the path without `/api/v10` and query, `%40` decoded; any path when left out. */
  readonly route?: RegExp;
  /** How many requests it strikes. Default: until removed. */
  readonly times?: number;
  /** Which part of the requests it strikes, from 0 to 1. Default all. */
  readonly chance?: number;
  /** Gives 0 up to 1, for `chance`; a seeded one makes a test repeatable. Default Math.random. */
  readonly random?: () => number;
  /** Of the answer: default 500 for refuse, 502 for commitThenStatus, 403 for html, 429 for rateLimit. */
  readonly status?: number;
  /** Discord's error code in the answer's body. */
  readonly code?: number;
  /** Added to the answer; null takes a header away. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Whole body of the answer instead of `{message, code}`. */
  readonly body?: unknown;
  /** For the modes that wait. For rateLimit: what Retry-After says. Default 1000. */
  readonly delayMs?: number;
  /** Whose limit a rateLimit is. Default user. */
  readonly scope?: 'user' | 'shared' | 'global';
  /** Told of each request it strikes, before anything comes of it. */
  readonly onStrike?: (path: string) => void;
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

  /** The first rule that strikes, counted as used. */
  take(method: string, path: string): FaultRule | undefined {
    const entry = this.#rules.find(({ rule, left }) => left > 0 && strikes(rule, method, path));
    if (!entry) return undefined;
    entry.left -= 1;
    entry.rule.onStrike?.(path);
    return entry.rule;
  }
}

function strikes({ method: ofMethod, route, chance, random = Math.random }: FaultRule, method: string, path: string) {
  const fits = (!ofMethod || ofMethod === method) && (!route || route.test(path));
  return fits && (chance === undefined || random() < chance);
}
