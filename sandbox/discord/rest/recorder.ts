// Every request the bot made, in order of arrival, with the status it got.

export interface RecordedRequest {
  /** When it arrived, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly method: string;
  /** Template of Discord's description, or the path when it knows none. */
  readonly route: string;
  /** Without `/api/v10`, with the query. */
  readonly path: string;
  /** The JSON body; undefined when there was none. */
  readonly body: unknown;
  /** Names of uploaded files. */
  readonly files: readonly string[];
  /** Status that was sent; 0 while open, or when the connection was cut instead. */
  readonly status: number;
}

export class Recorder {
  readonly requests: RecordedRequest[] = [];
  readonly #listeners = new Set<(request: RecordedRequest) => void>();

  /** Keeps a request that has arrived; the function returned notes the status it got. */
  start(request: Omit<RecordedRequest, 'startedAt' | 'status'>): (status: number) => void {
    const recorded: { -readonly [Key in keyof RecordedRequest]: RecordedRequest[Key] } = {
      startedAt: Date.now(),
      ...request,
      status: 0,
    };
    this.requests.push(recorded);
    return (status) => {
      recorded.status = status;
      for (const listener of this.#listeners) listener(recorded);
    };
  }

  onRequest(listener: (request: RecordedRequest) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
