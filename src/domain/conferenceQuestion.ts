// What the moderators are asked about a conference before more is believed of it.

import type { ConferenceClaim } from './conferenceClaim.ts';
import type { Doubt } from './conferenceFinding.ts';
import type { ConferenceId, ConferenceQuestionId, GuildId, Instant, UserId } from './ids.ts';

/** superseded: a newer claim of the same source took its place. */
export type ConferenceAnswer = 'confirmed' | 'edited' | 'dismissed' | 'superseded';

export interface ConferenceQuestion {
  readonly id: ConferenceQuestionId;
  readonly guildId: GuildId;
  readonly conferenceId: ConferenceId;
  readonly claim: ConferenceClaim;
  readonly doubts: readonly Doubt[];
  readonly askedAt: Instant;
  readonly answer?: ConferenceAnswer;
  readonly answeredBy?: UserId;
  readonly answeredAt?: Instant;
}
