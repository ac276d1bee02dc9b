// /programme cancel: a conference does not take place. Asked once more, because members are told.

import { planConference } from '../../src/delivery/planConference.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { ConferenceId } from '../../src/domain/ids.ts';
import { defineSubcommand, type Pressed, type Typing } from '../../src/kit/defineCommand.ts';
import { required } from '../../src/kit/options.ts';
import { type Result, reply, update } from '../../src/kit/result.ts';
import { conferenceCancel } from '../../src/views/conferenceCancel.ts';
import type { DraftPorts } from './draftActions.ts';
import { completeConference, getConference } from './namedConference.ts';

export const cancel = defineSubcommand({
  name: 'cancel',
  visibility: 'private',
  options: { conference: required.text({ completes: true }) },
  async run({ options, ...asked }, { conferences }: DraftPorts) {
    const conference = await getConference(options.conference, asked, conferences);
    const stage = conference.status === 'cancelled' ? 'already' : 'ask';
    return reply(conferenceCancel({ conference, stage, say: asked.say }));
  },
  complete: {
    conference: async (typing: Typing, { conferences }: DraftPorts): Promise<Result> =>
      completeConference(typing, conferences),
  },
  actions: {
    callOff: async ({ id, ...asked }: Pressed, { conferences, audit }: DraftPorts): Promise<Result> => {
      const { guildId, member, now, say, mention } = asked;
      const known = await conferences.find(guildId, Number(id) as ConferenceId);
      if (!known) throw new Refusal('buttonOutlived', { command: mention('programme cancel') });
      if (known.status === 'cancelled') return update(conferenceCancel({ conference: known, stage: 'already', say }));
      const facts = { ...known, status: 'cancelled' } as const;
      const conference = await conferences.put(guildId, known.id, facts, now, planConference);
      const options = { conference: known.title };
      await audit.record({ guildId, userId: member.id, command: 'programme cancel', options, at: now });
      return update(conferenceCancel({ conference: conference ?? known, stage: 'done', say }));
    },
  },
});
