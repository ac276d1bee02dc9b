// /programme: the conferences of a server. For moderators.

import { defineCommandGroup } from '../../src/kit/defineCommand.ts';
import { add } from './add.ts';
import type { CalendarPorts } from './calendarActions.ts';
import { cancel } from './cancel.ts';
import { confirm } from './confirm.ts';
import type { DraftPorts } from './draftActions.ts';
import { edit } from './edit.ts';
import { importCalendar } from './import.ts';

export const programme = defineCommandGroup<DraftPorts & CalendarPorts>({
  name: 'programme',
  access: 'moderators',
  subcommands: [add, edit, confirm, cancel, importCalendar],
});
