// /programme add: a conference that no post and no calendar tells of.

import { Refusal } from '../../src/domain/errors.ts';
import { defineSubcommand, type Filled } from '../../src/kit/defineCommand.ts';
import { optional, required } from '../../src/kit/options.ts';
import type { Result } from '../../src/kit/result.ts';
import { typedLimits } from '../../src/views/conferenceDraft.ts';
import { completeTimeZone, findTimeZone } from '../parts/timeZone.ts';
import { type DraftPorts, draftActions, draftForms, refuseWith, saveOrReadBack } from './draftActions.ts';
import { readFields, readOrRefusal } from './readFields.ts';

export const add = defineSubcommand({
  name: 'add',
  visibility: 'private',
  auditsItself: true,
  options: {
    title: required.text({ max: typedLimits.title }),
    start: required.text({ max: typedLimits.moment }),
    end: optional.text({ max: typedLimits.moment }),
    place: optional.text({ max: typedLimits.place }),
    url: optional.text({ max: typedLimits.url }),
    time_zone: optional.text({ completes: true }),
  },
  opensForm: ['rewrite', 'rezone', 'due'],
  async run({ options: { time_zone: timeZone, ...typed }, ...asked }, ports: DraftPorts) {
    const { timeZone: home } = await ports.settings.get(asked.guildId);
    const read = readOrRefusal({ ...given(typed), timeZone }, undefined, home, asked.now);
    if (read instanceof Refusal) {
      const zone = findTimeZone(timeZone) ?? home;
      const { end = '', place = '', url = '', ...needed } = typed;
      const words = { ...needed, end, place, url };
      return refuseWith({ form: 'add', id: zone, typed: words, timeZone: zone }, read, asked, ports);
    }
    return saveOrReadBack(read, {}, asked, ports);
  },
  complete: { time_zone: completeTimeZone },
  actions: draftActions,
  forms: {
    ...draftForms,
    /** What the command could not read, mended. */
    add: async (filled: Filled, ports: DraftPorts): Promise<Result> => {
      const { timeZone: home } = await ports.settings.get(filled.guildId);
      const zone = findTimeZone(filled.id) ?? home;
      return saveOrReadBack(readFields(filled.fields, undefined, zone, filled.now), {}, filled, ports);
    },
  },
});

/** The options that were given. */
export function given<Value>(typed: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
