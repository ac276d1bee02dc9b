// Whom and what the sentences of a text name: words with a capital where small words would stand.

/** Lower-case names in each sentence. A word at the beginning is a name only where it is one elsewhere in the text. */
export function listNames(sentences: readonly string[]): ReadonlySet<string>[] {
  const words = sentences.map((sentence) => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]{0,40}/gu) ?? []);
  const known = new Set(words.flatMap((each) => each.slice(1).filter(isCapitalised)).map(bare));
  return words.map(
    (each) =>
      new Set(
        each
          .filter(isCapitalised)
          .map(bare)
          .filter((word) => known.has(word)),
      ),
  );
}

function isCapitalised(word: string): boolean {
  return (
    word >= 'A' && !(word >= 'a' && word < '{') && /^\p{Lu}/u.test(word) && word.length > 1 && !/^I['’]/u.test(word)
  );
}

function bare(word: string): string {
  return word.replace(/['’]s?$/u, '').toLowerCase();
}
