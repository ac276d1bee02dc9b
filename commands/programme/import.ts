// /programme import: takes over the events of a calendar; an event that is known already is brought up to date.

import { planConference } from '../../src/delivery/planConference.ts';
import { claimOfEvent } from '../../src/domain/conferenceClaim.ts';
import { Refusal } from '../../src/domain/errors.ts';
import { defineSubcommand } from '../../src/kit/defineCommand.ts';
import { required } from '../../src/kit/options.ts';
import { reply } from '../../src/kit/result.ts';
import type { Conferences } from '../../src/ports/conferences.ts';
import type { Reader } from '../../src/ports/reader.ts';
import type { Settings } from '../../src/ports/settings.ts';
import { programmeImported } from '../../src/views/programmeImported.ts';
import { withScheme } from '../sources/withScheme.ts';

export interface ImportPorts {
  readonly reader: Reader;
  readonly conferences: Conferences;
  readonly settings: Settings;
}

/** Characters; longer than any address a browser takes. */
const addressLimit = 2048;

export const importCalendar = defineSubcommand({
  name: 'import',
  visibility: 'private',
  options: { url: required.text({ max: addressLimit }) },
  async run({ options, guildId, now, say, mention }, ports: ImportPorts) {
    const { timeZone } = await ports.settings.get(guildId);
    const address = withScheme(options.url).replace(/^webcals?:/i, 'https:');
    const { title, events, problems } = await ports.reader.readCalendar(address, timeZone);
    if (events.length === 0) throw new Refusal('calendarEmpty');
    const claims = events.map((event) => claimOfEvent({ ...event }, 'calendar', address));
    // Who imports a calendar has read it: nothing is asked, and nothing announced that was there before.
    const sure = claims.map((claim) => ({ ...claim, needsConfirmation: false }));
    const counts = await ports.conferences.save(guildId, sure, { at: now, isNews: false }, planConference);
    const seeCommand = mention('conferences upcoming');
    return reply(programmeImported({ title, ...counts, unreadable: problems.length, seeCommand, say }));
  },
});
