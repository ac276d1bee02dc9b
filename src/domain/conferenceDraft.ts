// What a moderator typed of a conference, read and shown, but not saved yet.

import { isDeepStrictEqual } from 'node:util';
import type { ConferenceFacts } from './conference.ts';
import type { ConferenceId, ConferenceQuestionId } from './ids.ts';

export interface ConferenceDraft {
  readonly facts: ConferenceFacts;
  /** In which its start and end were read. */
  readonly timeZone: string;
  /** Which it changes; unset: a new one. */
  readonly conferenceId?: ConferenceId;
  /** As it was when the draft was made. */
  readonly before?: ConferenceFacts;
  /** Which it answers. */
  readonly questionId?: ConferenceQuestionId;
}

/** What the draft changed, over what has become of the conference meanwhile. */
export function layOver(draft: ConferenceFacts, before: ConferenceFacts, present: ConferenceFacts): ConferenceFacts {
  const names = ['title', 'time', 'status', 'place', 'url', 'description', 'milestones'] as const;
  const facts = names.map((name) => [name, isDeepStrictEqual(draft[name], before[name]) ? present[name] : draft[name]]);
  return Object.fromEntries(facts.filter(([, value]) => value !== undefined));
}
