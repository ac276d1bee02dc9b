// Entities a document declares for itself: `<!ENTITY society "Society of …">`. Plain text alone; nothing is ever fetched, a
// value is not read again for further entities, and all of them together add a bounded length.

import { decodeEntities } from '../entities.ts';

const maxEntities = 256;
/** Characters that references may add to one document. */
const maxAddedLength = 1_000_000;

const declarationOf = /<?!ENTITY\s{1,100}([\w.-]{1,40})\s{1,100}(?:"([^"<]{0,500})"|'([^'<]{0,500})')/;

export class DeclaredEntities {
  readonly #values = new Map<string, string>();
  #room = maxAddedLength;
  #reference: RegExp | undefined;

  /** @param declaration of any kind, without its brackets */
  read(declaration: string): void {
    const [, name, doubleQuoted, singleQuoted] = declarationOf.exec(declaration) ?? [];
    if (name === undefined || this.#values.size >= maxEntities) return;
    this.#values.set(name, decodeEntities(doubleQuoted ?? singleQuoted ?? ''));
    const names = [...this.#values.keys()].map((known) => known.replace(/[.-]/g, '\\$&'));
    this.#reference = new RegExp(`&(${names.join('|')});`, 'g');
  }

  /** Text with these and all other references replaced. */
  decode(text: string): string {
    if (this.#reference === undefined || !text.includes('&')) return decodeEntities(text);
    const parts: string[] = [];
    let from = 0;
    for (const { 0: reference, 1: name = '', index } of text.matchAll(this.#reference)) {
      const value = this.#values.get(name) ?? '';
      this.#room -= value.length + reference.length;
      if (this.#room < 0) break;
      parts.push(decodeEntities(text.slice(from, index)), value);
      from = index + reference.length;
    }
    parts.push(decodeEntities(text.slice(from)));
    return parts.join('');
  }
}
