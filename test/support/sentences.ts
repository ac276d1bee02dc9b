// A file of locales/ as a list of sentences.

export type Tree = { readonly [key: string]: string | Tree };

/** Every sentence by its dotted key; the forms of a plural under their own. */
export function sentencesIn(tree: Tree, path = ''): [key: string, sentence: string][] {
  return Object.entries(tree).flatMap(([name, node]): [string, string][] => {
    const key = path === '' ? name : `${path}.${name}`;
    return typeof node === 'string' ? [[key, node]] : sentencesIn(node, key);
  });
}

/** The key without the form of a plural. */
export function withoutForm(key: string): string {
  return key.replace(/\.(zero|one|two|few|many|other)$/, '');
}

/** Names of the values that are put into a sentence, in order. */
export function valuesIn(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
}
