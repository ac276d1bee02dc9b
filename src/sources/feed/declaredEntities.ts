// Entities a feed declares for itself. Their values are text and are not read again; what they add to a document in all is
// bounded, so that a small document cannot become a large one.

/** Characters all references of one document may stand for; those beyond stay as they are written. */
const maxExpansion = 1_000_000;
const maxEntities = 256;

export class DeclaredEntities {
  readonly #values = new Map<string, string>();
  #left = maxExpansion;

  get size(): number {
    return this.#values.size;
  }

  declare(name: string, value: string): void {
    if (this.#values.size < maxEntities) this.#values.set(name, value);
  }

  /** For one reference; undefined for a name nobody declared, and when there was enough. */
  get(name: string): string | undefined {
    const value = this.#values.get(name);
    if (value === undefined || value.length > this.#left) return undefined;
    this.#left -= value.length;
    return value;
  }
}
