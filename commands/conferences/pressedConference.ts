// The conference that a button or a menu names.

import type { Conference } from '../../src/domain/conference.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { ConferenceId } from '../../src/domain/ids.ts';
import type { Asked } from '../../src/kit/defineCommand.ts';
import type { Conferences } from '../../src/ports/conferences.ts';

/** @param named `<conference>` or `<conference>.<anything>` @throws Refusal when members see no such one */
export async function getPressedConference(
  named: string,
  { guildId, mention }: Asked,
  { conferences }: { readonly conferences: Pick<Conferences, 'find'> },
): Promise<Conference> {
  const [id = ''] = named.split('.');
  const conference = /^\d{1,15}$/.test(id) ? await conferences.find(guildId, Number(id) as ConferenceId) : undefined;
  if (conference?.standing !== 'sure')
    throw new Refusal('buttonOutlived', { command: mention('conferences upcoming') });
  return conference;
}
