// /conferences: what is on the programme. For members.

import { defineCommandGroup } from '../../src/kit/defineCommand.ts';
import { type CalendarPorts, calendar } from './calendar.ts';
import { deadlines } from './deadlines.ts';
import { type RemindPorts, remind } from './remind.ts';
import { show } from './show.ts';
import { upcoming } from './upcoming.ts';

export const conferences = defineCommandGroup<CalendarPorts & RemindPorts>({
  name: 'conferences',
  access: 'members',
  subcommands: [upcoming, deadlines, show, remind, calendar],
});
