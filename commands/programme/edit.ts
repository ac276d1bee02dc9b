// /programme edit: other facts of a conference; without any a form with those it has.

import { type Conference, factsOf } from '../../src/domain/conference.ts';
import { defineSubcommand, type Filled, type Typing } from '../../src/kit/defineCommand.ts';
import { optional, required } from '../../src/kit/options.ts';
import { modal, type Result, reply } from '../../src/kit/result.ts';
import { conferenceForm, typedLimits } from '../../src/views/conferenceDraft.ts';
import { completeConference, getConference } from '../parts/findConference.ts';
import { completeTimeZone } from '../parts/timeZone.ts';
import { given } from './add.ts';
import { type DraftPorts, readBack, saveOrReadBack } from './draftActions.ts';
import { readFields, typedFields, zoneOf } from './readFields.ts';

export const edit = defineSubcommand({
  name: 'edit',
  visibility: 'private',
  auditsItself: true,
  options: {
    conference: required.text({ completes: true }),
    title: optional.text({ max: typedLimits.title }),
    start: optional.text({ max: typedLimits.moment }),
    end: optional.text({ max: typedLimits.moment }),
    place: optional.text({ max: typedLimits.place }),
    url: optional.text({ max: typedLimits.url }),
    time_zone: optional.text({ completes: true }),
  },
  opensForm: true,
  async run({ options: { conference: named, time_zone: timeZone, ...typed }, ...asked }, ports: DraftPorts) {
    const { timeZone: home } = await ports.settings.get(asked.guildId);
    const conference = await getConference(named, asked, 'moderators', ports.conferences);
    const changes = given(typed);
    if (Object.keys(changes).length === 0 && timeZone === undefined) {
      const { id, time } = conference;
      const form = { form: 'edit', id: `${id}`, timeZone: zoneOf(time, home), say: asked.say } as const;
      return modal(conferenceForm({ ...form, typed: typedFields(conference) }));
    }
    const read = readFields({ ...changes, timeZone }, conference, home, asked.now);
    return saveOrReadBack(read, targetOf(conference), asked, ports);
  },
  complete: {
    conference: async (typing: Typing, ports: DraftPorts): Promise<Result> =>
      completeConference(typing, 'moderators', ports.conferences),
    time_zone: async ({ typed }: Typing): Promise<Result> => completeTimeZone(typed),
  },
  forms: {
    edit: async (filled: Filled, ports: DraftPorts): Promise<Result> => {
      const { timeZone: home } = await ports.settings.get(filled.guildId);
      const conference = await getConference(`#${filled.id}`, filled, 'moderators', ports.conferences);
      const read = readFields(filled.fields, conference, home, filled.now);
      return reply(await readBack(read, targetOf(conference), filled, ports));
    },
  },
});

function targetOf(conference: Conference) {
  return { conferenceId: conference.id, before: factsOf(conference) };
}
