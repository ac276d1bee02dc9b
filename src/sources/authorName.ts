// The names of authors as people write them.

import { cutText, singleLine } from './cleanText.ts';

const maxNames = 10;
/** Characters. */
const maxNameLength = 120;
/** Words publishing programmes put where a name belongs. */
const noName =
  /^(?:admin|administrator|unknown|anonymous|author|noreply|no-reply|webmaster|editor|user|none|n\/a|\S+\.(?:txt|html?))$/i;

/** Each name once; addresses, placeholders and “by ” are no names. */
export function normaliseAuthors(written: readonly (string | undefined)[]): string[] {
  const names = written.map((name) => withoutBy(cutText(singleLine(name ?? ''), maxNameLength)));
  const real = names.filter(
    (name) => name !== '' && !noName.test(name) && !name.includes('@') && !/^https?:/i.test(name),
  );
  return [...new Set(real)].slice(0, maxNames);
}

/** `Written by A. Member`, `Analysis by A. Member`, `Text: A. Member` → `A. Member`. */
export function withoutBy(line: string): string {
  return line.replace(/^(?:(?:\p{L}+ )?by[: ]|(?:text|words|текст):)\s*/iu, '').trim();
}
