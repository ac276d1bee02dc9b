// /programme add: a conference that no post and no calendar tells of.

import { defineSubcommand, type Typing } from '../../src/kit/defineCommand.ts';
import { optional, required } from '../../src/kit/options.ts';
import type { Result } from '../../src/kit/result.ts';
import { typedLimits } from '../../src/views/conferenceDraft.ts';
import { completeTimeZone } from '../parts/timeZone.ts';
import { type DraftPorts, draftActions, draftForms, saveOrReadBack } from './draftActions.ts';
import { readFields } from './readFields.ts';

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
  opensForm: ['rewrite', 'rezone'],
  async run({ options: { time_zone: timeZone, ...typed }, ...asked }, ports: DraftPorts) {
    const { timeZone: home } = await ports.settings.get(asked.guildId);
    return saveOrReadBack(readFields({ ...given(typed), timeZone }, undefined, home, asked.now), {}, asked, ports);
  },
  complete: { time_zone: async ({ typed }: Typing): Promise<Result> => completeTimeZone(typed) },
  actions: draftActions,
  forms: draftForms,
});

/** The options that were given. */
export function given<Value>(typed: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
