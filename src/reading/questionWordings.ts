// What a language says to ask about an article. T stands for a title, or what else is quoted, in its quotation marks.

import type { ArticleKind } from './articleKind.ts';

/** Of a meeting more than the title may be asked about. */
export type MeetingKind = 'event' | 'meeting' | 'minutes';

export interface QuestionWordings {
  readonly marks: readonly [opening: string, closing: string];
  /** Between the last two of several. */
  readonly or: string;
  /** A title that asks, or says that it explains, is answered whatever kind its text is of. */
  readonly byKind: Readonly<Record<ArticleKind | 'question' | 'explanation', readonly string[]>>;
  /** Fit any kind, so that a column that always has the same title is not asked about in the same words within a month. */
  readonly byTitle: readonly string[];
  /** Of a text without a title; N is a name that it comes back to. */
  readonly byName: readonly string[];
  readonly untitled: readonly string[];
  /** With a sentence S in its quotation marks: of a text without a title, by its kind, and of any. */
  readonly bySentence: Partial<Readonly<Record<ArticleKind, readonly string[]>>>;
  readonly anySentence: readonly string[];
  /** For what an article says should be, or how good or bad something is; the second where the quotation begins in mid-sentence. */
  readonly wholeClaim: readonly string[];
  readonly claimWithin: readonly string[];
  /** On what a paper says that it found, as it goes on after "that". */
  readonly finding: readonly string[];
  /** On two or three of the topics on which papers are called for. */
  readonly topics: readonly string[];
  /** On what a meeting is or was on. */
  readonly subject: Readonly<Record<MeetingKind, readonly string[]>>;
  /** In place of a subject that is a question, and of one that the title E of the meeting does not name. */
  readonly theQuestion: string;
  readonly atEvent: string;
  /** On the points of a meeting. */
  readonly agenda: Readonly<Record<MeetingKind, readonly string[]>>;
}
