// The page's fault panel: a few kinds of trouble to start by hand, and a log of how the bot came through each.

import type { FaultRule } from './faults.ts';
import type { LocalDiscord } from './localDiscordInterface.ts';
import type { RecordedRequest } from './rest/recorder.ts';

/** Faults of requests strike posts alone: what a person has just pressed is answered as ever. */
const posts = { method: 'POST', route: /^\/channels\/\d+\/messages$/ } as const;

const rules = {
  rateLimit: { ...posts, mode: 'rateLimit', delayMs: 1_000, times: 1 },
  serverError: { ...posts, mode: 'refuse', status: 503, times: 1 },
  lostAnswer: { ...posts, mode: 'commitThenReset', times: 1 },
} as const satisfies Record<string, FaultRule & { readonly times: number }>;

type RuleName = keyof typeof rules;
export type TroubleName = RuleName | 'gatewayDrop';

interface TroubleEntry {
  readonly kind: TroubleName;
  /** looked: after a lost answer the bot read the channel, and its post was there. */
  readonly what: 'struck' | 'looked' | 'recovered';
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Since the first strike that this recovery is from. */
  readonly afterMs?: number;
}

export interface ViewedTrouble {
  /** How many posts each kind is still going to strike. */
  readonly waiting: Readonly<Record<RuleName, number>>;
  /** Oldest first. */
  readonly log: readonly TroubleEntry[];
}

const lookMs = 50;

export class Troubles {
  readonly #discord: LocalDiscord;
  readonly #changed: () => void;
  readonly #waiting: Record<RuleName, number> = { rateLimit: 0, serverError: 0, lostAnswer: 0 };
  readonly #log: TroubleEntry[] = [];
  /** What was struck and has not succeeded since, by its path. */
  readonly #open = new Map<string, { readonly kind: RuleName; readonly since: number }>();
  #removeRules: (() => void)[] = [];

  /** @param changed called when there is something new to see */
  constructor(discord: LocalDiscord, changed: () => void) {
    this.#discord = discord;
    this.#changed = changed;
    discord.onRequest((request) => this.#answered(request));
  }

  view(): ViewedTrouble {
    return { waiting: { ...this.#waiting }, log: [...this.#log] };
  }

  /** @throws Error when there is no such kind */
  start(name: string): void {
    if (name === 'gatewayDrop') this.#dropGateway();
    else if (isRuleName(name)) this.#arm(name);
    else throw new Error(`there is no trouble named ${name}`);
  }

  /** Takes away what has not struck yet. */
  calm(): void {
    for (const remove of this.#removeRules) remove();
    this.#removeRules = [];
    for (const name of Object.keys(rules) as RuleName[]) this.#waiting[name] = 0;
    this.#changed();
  }

  #arm(name: RuleName): void {
    const rule = rules[name];
    this.#waiting[name] += rule.times;
    const onStrike = (path: string): void => this.#struck(name, path);
    this.#removeRules.push(this.#discord.fault({ ...rule, onStrike }));
    this.#changed();
  }

  #struck(kind: RuleName, path: string): void {
    this.#waiting[kind] -= 1;
    const at = Date.now();
    this.#open.set(path, { kind, since: this.#open.get(path)?.since ?? at });
    this.#note({ kind, what: 'struck', at });
  }

  #answered({ method, path: whole, status }: RecordedRequest): void {
    const [path = ''] = whole.split('?');
    const open = this.#open.get(path);
    if (!open || status < 200 || status >= 300) return;
    const isLook = method === 'GET' && open.kind === 'lostAnswer';
    if (method !== posts.method && !isLook) return;
    this.#open.delete(path);
    const what = isLook ? 'looked' : 'recovered';
    this.#note({ kind: open.kind, what, at: Date.now(), afterMs: Date.now() - open.since });
  }

  #dropGateway(): void {
    const since = Date.now();
    this.#discord.dropGateway();
    this.#note({ kind: 'gatewayDrop', what: 'struck', at: since });
    const look = setInterval(() => {
      if (!this.#discord.isConnected()) return;
      clearInterval(look);
      this.#note({ kind: 'gatewayDrop', what: 'recovered', at: Date.now(), afterMs: Date.now() - since });
    }, lookMs);
    look.unref();
  }

  #note(entry: TroubleEntry): void {
    this.#log.push(entry);
    this.#changed();
  }
}

function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(rules, name);
}
