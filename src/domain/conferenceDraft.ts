// What a moderator typed of a conference, read and shown, but not saved yet.

import type { ConferenceFacts } from './conference.ts';
import type { ConferenceId, ConferenceQuestionId } from './ids.ts';

export interface ConferenceDraft {
  readonly facts: ConferenceFacts;
  /** In which its start and end were read. */
  readonly timeZone: string;
  /** Which it changes; unset: a new one. */
  readonly conferenceId?: ConferenceId;
  /** Which it answers. */
  readonly questionId?: ConferenceQuestionId;
}
