// The last look at a line before it is written: whatever brought a secret there, it does not leave. What is known is looked
// for as it is (the token), what is not by its shape (tokens of interactions and webhooks, query strings, passwords in addresses).

const hidden = '[hidden]';
/** A secret shorter than this would take ordinary words with it. */
const leastLength = 8;

const shapes: readonly { readonly shape: RegExp; readonly becomes: string }[] = [
  {
    shape: /"(\w*(?:token|secret|password|authorization|api_?key|cookie))":"(?:[^"\\]|\\.)*"/gi,
    becomes: `"$1":"${hidden}"`,
  },
  { shape: /\b(Bot|Bearer|Basic) [\w.~+/=-]{16,}/g, becomes: `$1 ${hidden}` },
  { shape: /\b(webhooks|interactions)\/(\d+)\/[^/\s"?\\]+/g, becomes: `$1/$2/${hidden}` },
  { shape: /[\w-]{20,}\.[\w-]{5,7}\.[\w-]{25,}/g, becomes: hidden },
  { shape: /\b(\w{2,10}:\/\/)[^\s/"@]+@/g, becomes: '$1' },
  { shape: /\b(\w{2,10}:\/\/[^\s"?#\\]+)[?#][^\s"\\]*/g, becomes: '$1' },
  { shape: /\?[\w.~%[\]-]+=[^\s"\\]*/g, becomes: '' },
  { shape: /[\w-]{60,}/g, becomes: hidden },
];

/** @param secrets what must never be written; empty and very short ones are left alone */
export function createHideSecrets(secrets: readonly string[]): (line: string) => string {
  const known = secrets.filter(({ length }) => length >= leastLength);
  return (line) => {
    const withoutKnown = known.reduce((text, secret) => text.replaceAll(secret, hidden), line);
    return shapes.reduce((text, { shape, becomes }) => text.replace(shape, becomes), withoutKnown);
  };
}
