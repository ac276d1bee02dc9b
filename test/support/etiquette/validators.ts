// The ways servers name a version of a document, and tell by that name that nothing changed.

import { hourMs, httpDate, type Question } from './answer.ts';
import { publishedAt } from './publishing.ts';

export interface Names {
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface ValidatorScheme {
  /** The names of the document with so many articles. */
  names(question: Question, count: number): Names;
  /** What a 304 repeats; unset: the same names. */
  namesOn304?(question: Question, count: number): Names;
  /** Whether what the reader sends back stands for the present document; unset: its names byte for byte. */
  matches?(question: Question, count: number): boolean;
}

const modified = ({ startedAt }: Question, count: number) => httpDate(publishedAt(startedAt, count));

const withEtag = (spell: (count: number) => string): ValidatorScheme => ({
  names: (_question, count) => ({ etag: spell(count) }),
});

export const noValidators: ValidatorScheme = { names: () => ({}) };
export const strongEtag = withEtag((count) => `"edition-${count}"`);
export const weakEtag = withEtag((count) => `W/"edition-${count}"`);
export const unquotedEtag = withEtag((count) => `edition-${count}`);
export const halfQuotedEtag = withEtag((count) => `"edition-${count}`);
export const commaEtag = withEtag((count) => `"a,b; c='${count}'"-gzip`);
/** Bytes above ASCII, as RFC 9110 allows in an entity tag. */
export const obsTextEtag = withEtag((count) => `"\xe9dition-${count}-\xff"`);
export const longEtag = withEtag((count) => `"${'x'.repeat(4_000)}${count}"`);
export const modifiedOnly: ValidatorScheme = {
  names: (question, count) => ({ lastModified: modified(question, count) }),
};
export const oddDate: ValidatorScheme = {
  names: (question, count) => ({ lastModified: `${publishedAt(question.startedAt, count)} (local time)` }),
};
export const both: ValidatorScheme = {
  names: (question, count) => ({ etag: `"edition-${count}"`, lastModified: modified(question, count) }),
};
export const emptyEtag: ValidatorScheme = {
  names: (question, count) => ({ etag: '', lastModified: modified(question, count) }),
};
export const notRepeated: ValidatorScheme = { ...both, namesOn304: () => ({}) };
/** Each answer has another ETag, also where nothing changed: never a 304. */
export const restless: ValidatorScheme = {
  names: ({ asked, feed }, count) => ({ etag: `"${feed}-${count}-${asked}"` }),
};
/** A 304 names the document anew; only the newest name counts. */
export const renaming: ValidatorScheme = {
  names: ({ asked }, count) => ({ etag: `"${count}-${asked}"` }),
  matches: ({ headers, asked }, count) => headers['if-none-match'] === `"${count}-${asked - 1}"`,
};
/** The date moves on four times a day while the document stays. */
export const movingDate: ValidatorScheme = {
  names: ({ at, startedAt }, count) => ({
    lastModified: httpDate(Math.max(publishedAt(startedAt, count), Math.floor(at / (6 * hourMs)) * 6 * hourMs)),
  }),
};
/** Gives a name and never looks at what comes back. */
export const deaf: ValidatorScheme = { ...both, matches: () => false };
/** Gives names on the first two days alone. */
export const forgetting: ValidatorScheme = {
  names: (question, count) =>
    question.at - question.startedAt < 48 * hourMs ? both.names(question, count) : noValidators.names(question, count),
};

/** Whether the answer is 304. */
export function isUnchanged(scheme: ValidatorScheme, question: Question, count: number): boolean {
  if (scheme.matches) return scheme.matches(question, count);
  const { etag, lastModified } = scheme.names(question, count);
  const { headers } = question;
  if (etag !== undefined && etag !== '') return headers['if-none-match'] === etag;
  return lastModified !== undefined && headers['if-modified-since'] === lastModified;
}
