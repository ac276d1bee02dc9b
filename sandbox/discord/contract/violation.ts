// One thing that Discord's description or rules refuse, said so that a person can find it.

export interface Violation {
  readonly at: string;
  /** Who broke it: the bot with a request, or the double with its own answer. */
  readonly side: 'bot' | 'double';
  /** `schema`, `unknown key`, `unknown route`, or the name of a rule of rules.ts. */
  readonly rule: string;
  readonly method: string;
  /** Route as in Discord's description, else the path. */
  readonly route: string;
  /** Place in the body, e.g. `embeds.0.title`; empty for the whole. */
  readonly path: string;
  readonly text: string;
  readonly source?: string;
}

export type Path = readonly (string | number)[];

/** Where in a body, and what. */
export interface Place {
  readonly path: Path;
  readonly message: string;
}

/** Something wrong at one place of a body, before it is known whose body it is. */
export interface Finding extends Place {
  readonly rule: string;
  /** Discord's code of the field error, e.g. `BASE_TYPE_MAX_LENGTH`. */
  readonly code: string;
  readonly source?: string;
  /** False for our own rules, which Discord would let pass. */
  readonly refuses: boolean;
}

/** `POST /channels/{channel_id}/messages, embeds.0.title: Must be 256 or fewer in length.` */
export function describe(method: string, route: string, path: string, message: string): string {
  return `${method} ${route}${path ? `, ${path}` : ''}: ${message}`;
}

/** Discord's tree of field errors. @see https://discord.com/developers/docs/reference#error-messages */
export function errorTree(findings: readonly Finding[]): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const finding of findings) {
    let node = root;
    for (const step of finding.path) {
      node[step] ??= {};
      node = node[step] as Record<string, unknown>;
    }
    const list = (node._errors ?? []) as unknown[];
    node._errors = [...list, { code: finding.code, message: finding.message }];
  }
  return root;
}
