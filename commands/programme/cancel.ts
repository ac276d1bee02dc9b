// /programme cancel: a conference does not take place. Asked once more, because members are told.

import { planConference } from '../../src/delivery/planConference.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { ConferenceId } from '../../src/domain/ids.ts';
import { defineSubcommand, type Pressed, type Typing } from '../../src/kit/defineCommand.ts';
import { required } from '../../src/kit/options.ts';
import { type Result, reply, update } from '../../src/kit/result.ts';
import { conferenceCancel } from '../../src/views/conferenceCancel.ts';
import { completeConference, getConference } from '../parts/findConference.ts';
import { record } from '../parts/record.ts';
import type { DraftPorts } from './draftActions.ts';

export const cancel = defineSubcommand({
  name: 'cancel',
  visibility: 'private',
  auditsItself: true,
  options: { conference: required.text({ completes: true }) },
  async run({ options, ...asked }, { conferences }: DraftPorts) {
    const conference = await getConference(options.conference, asked, 'moderators', conferences);
    const stage = conference.status === 'cancelled' ? 'already' : 'ask';
    return reply(conferenceCancel({ conference, stage, addCommand: asked.mention('programme add'), say: asked.say }));
  },
  complete: {
    conference: async (typing: Typing, { conferences }: DraftPorts): Promise<Result> =>
      completeConference(typing, 'moderators', conferences),
  },
  actions: {
    callOff: async ({ id, ...asked }: Pressed, ports: DraftPorts): Promise<Result> => {
      const { conferences } = ports;
      const { guildId, member, now, say, mention } = asked;
      const known = await conferences.find(guildId, Number(id) as ConferenceId);
      if (!known) throw new Refusal('buttonOutlived', { command: mention('programme cancel') });
      const addCommand = mention('programme add');
      if (known.status === 'cancelled')
        return update(conferenceCancel({ conference: known, stage: 'already', addCommand, say }));
      const facts = { ...known, status: 'cancelled' } as const;
      const conference = await conferences.put(guildId, known.id, facts, { by: member.id, at: now }, planConference);
      await record('programme cancel', { conference: known.title }, asked, ports);
      return update(conferenceCancel({ conference: conference ?? known, stage: 'done', addCommand, say }));
    },
  },
});
