// What enforce_nonce looks back on: the message made with a nonce, for a few minutes, by author.
// @see https://discord.com/developers/docs/resources/message#create-message

interface Remembered {
  readonly channelId: string;
  readonly messageId: string;
  readonly atMs: number;
}

export class NonceMemory {
  windowMs: number;
  readonly #seen = new Map<string, Remembered>();

  constructor(windowMs: number) {
    this.windowMs = windowMs;
  }

  /** The message made with this nonce within the window, whether or not it still exists. */
  find(authorId: string, nonce: string): Remembered | undefined {
    const found = this.#seen.get(`${authorId}:${nonce}`);
    return found && Date.now() - found.atMs <= this.windowMs ? found : undefined;
  }

  remember(authorId: string, nonce: string, channelId: string, messageId: string): void {
    this.#seen.set(`${authorId}:${nonce}`, { channelId, messageId, atMs: Date.now() });
  }
}
