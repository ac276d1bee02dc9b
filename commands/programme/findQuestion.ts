// Which open question about a conference a moderator means.

import { Refusal } from '../../src/domain/errors.ts';
import type { ConferenceQuestionId } from '../../src/domain/ids.ts';
import type { Asked, Typing } from '../../src/kit/defineCommand.ts';
import type { Result } from '../../src/kit/result.ts';
import type { AnsweredQuestion, Conferences } from '../../src/ports/conferences.ts';
import { getTitled, offerConferences } from '../parts/findConference.ts';

type Questions = Pick<Conferences, 'listQuestions' | 'findQuestion'>;

/** Chosen from the list, or typed as a title. @throws Refusal */
export async function getQuestion(typed: string, asked: Asked, conferences: Questions): Promise<AnsweredQuestion> {
  const { guildId, mention } = asked;
  const chosen = await conferences.findQuestion(guildId, typed as ConferenceQuestionId);
  if (chosen) return chosen;
  const open = await conferences.listQuestions(guildId);
  if (open.length === 0) throw new Refusal('confirmationsNone', { command: mention('programme edit') });
  return getTitled(typed, open, ({ question }) => question.claim.facts.title);
}

export async function completeQuestion(typing: Typing, conferences: Questions): Promise<Result> {
  const open = await conferences.listQuestions(typing.guildId);
  return offerConferences(typing, open, ({ question }) => ({ conference: question.claim.facts, value: question.id }));
}
