// /programme edit: other facts of a conference; without any a form with those it has.

import { type Conference, factsOf } from '../../src/domain/conference.ts';
import { Refusal } from '../../src/domain/errors.ts';
import { defineSubcommand, type Filled, type Typing } from '../../src/kit/defineCommand.ts';
import { optional, required } from '../../src/kit/options.ts';
import { modal, type Result, reply } from '../../src/kit/result.ts';
import { conferenceForm, typedLimits } from '../../src/views/conferenceDraft.ts';
import { completeConference, getConference } from '../parts/findConference.ts';
import { completeTimeZone, findTimeZone } from '../parts/timeZone.ts';
import { given } from './add.ts';
import { type DraftPorts, refuseWith, rewritten, saveOrReadBack } from './draftActions.ts';
import { readOrRefusal, typedFields, zoneOf } from './readFields.ts';

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
    const isChanged = Object.keys(changes).length > 0 || timeZone !== undefined;
    const zone = zoneOf(conference.time, findTimeZone(timeZone) ?? home);
    // What is typed into the form is laid over what the form showed, whatever becomes of the conference meanwhile.
    const draft = { facts: factsOf(conference), timeZone: zone, ...targetOf(conference) };
    const form = async () => {
      const id = await ports.drafts.keep(asked.guildId, draft, asked.now);
      return { form: 'edit', id, timeZone: zone, typed: { ...typedFields(conference), ...changes } } as const;
    };
    if (!isChanged) return modal(conferenceForm({ ...(await form()), say: asked.say }));
    const read = readOrRefusal({ ...changes, timeZone }, conference, home, asked.now);
    if (read instanceof Refusal) return refuseWith(await form(), read, asked, ports);
    return saveOrReadBack(read, targetOf(conference), asked, ports);
  },
  complete: {
    conference: async (typing: Typing, ports: DraftPorts): Promise<Result> =>
      completeConference(typing, 'moderators', ports.conferences),
    time_zone: completeTimeZone,
  },
  forms: {
    edit: async (filled: Filled, ports: DraftPorts): Promise<Result> => reply(await rewritten(filled, ports)),
  },
});

function targetOf(conference: Conference) {
  return { conferenceId: conference.id, before: factsOf(conference) };
}
