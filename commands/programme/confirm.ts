// /programme confirm: what was read of a conference, and not believed yet, is shown and decided.

import { defineSubcommand, type Typing } from '../../src/kit/defineCommand.ts';
import { required } from '../../src/kit/options.ts';
import { type Result, reply } from '../../src/kit/result.ts';
import { conferenceQuestion } from '../../src/views/conferenceQuestion.ts';
import type { DraftPorts } from './draftActions.ts';
import { completeQuestion, getQuestion } from './findQuestion.ts';
import { questionActions, questionForms } from './questionActions.ts';

export const confirm = defineSubcommand({
  name: 'confirm',
  visibility: 'private',
  auditsItself: true,
  options: { conference: required.text({ completes: true }) },
  opensForm: ['correct'],
  async run({ options, ...asked }, { conferences }: DraftPorts) {
    const found = await getQuestion(options.conference, asked, conferences);
    return reply(conferenceQuestion({ ...found, say: asked.say }));
  },
  complete: {
    conference: async (typing: Typing, { conferences }: DraftPorts): Promise<Result> =>
      completeQuestion(typing, conferences),
  },
  actions: questionActions,
  forms: questionForms,
});
