// /programme confirm: what was read of a conference, and not believed yet, is right.

import { planConference } from '../../src/delivery/planConference.ts';
import { Refusal } from '../../src/domain/errors.ts';
import { defineSubcommand, type Typing } from '../../src/kit/defineCommand.ts';
import { required } from '../../src/kit/options.ts';
import { type Result, reply } from '../../src/kit/result.ts';
import { conferenceQuestion } from '../../src/views/conferenceQuestion.ts';
import type { DraftPorts } from './draftActions.ts';
import { completeQuestion, getQuestion } from './namedConference.ts';
import { questionActions, questionForms } from './questionActions.ts';

export const confirm = defineSubcommand({
  name: 'confirm',
  visibility: 'private',
  options: { conference: required.text({ completes: true }) },
  opensForm: ['correct'],
  async run({ options, ...asked }, { conferences }: DraftPorts) {
    const { guildId, member, now, say, mention } = asked;
    const { question } = await getQuestion(options.conference, asked, conferences);
    const given = { answer: 'confirmed', by: member.id, at: now } as const;
    const answered = await conferences.answer(guildId, question.id, given, planConference);
    if (!answered) throw new Refusal('confirmationsNone', { command: mention('programme edit') });
    return reply(conferenceQuestion({ ...answered, say }));
  },
  complete: {
    conference: async (typing: Typing, { conferences }: DraftPorts): Promise<Result> =>
      completeQuestion(typing, conferences),
  },
  actions: questionActions,
  forms: questionForms,
});
