// /conferences: what is on the programme. For members.

import { defineCommandGroup } from '../../src/kit/defineCommand.ts';
import { type CalendarPorts, calendar } from './calendar.ts';
import { upcoming } from './upcoming.ts';

export const conferences = defineCommandGroup<CalendarPorts>({
  name: 'conferences',
  access: 'members',
  subcommands: [upcoming, calendar],
});
