// A request as it would leave, with everything in it that may be active. What is not named here must have no effect.

export interface Payload {
  /** What a person would call it. */
  readonly name: string;
  readonly method: 'POST' | 'PATCH';
  /** Route as in Discord's description. */
  readonly template: string;
  readonly body: object;
  readonly may: Permitted;
}

/** What is meant to be active; unset: nothing of that kind. */
export interface Permitted {
  /** Addresses, as the feed gave them. */
  readonly links?: readonly (string | undefined)[];
  /** As Discord writes them, e.g. `1700000000:D`. */
  readonly timestamps?: readonly string[];
  readonly roles?: readonly string[];
  readonly users?: readonly string[];
  readonly channels?: readonly string[];
  readonly commands?: readonly string[];
  /** How many at most. */
  readonly headings?: number;
  readonly subtexts?: number;
  readonly items?: number;
  readonly bolds?: number;
  /** Whom the message itself may ping; nobody else stands in allowed_mentions. */
  readonly pings?: readonly string[];
}
