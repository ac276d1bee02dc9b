// /programme: the conferences of a server. For moderators.

import { defineCommandGroup } from '../../src/kit/defineCommand.ts';
import { importCalendar } from './import.ts';

export const programme = defineCommandGroup({ name: 'programme', access: 'moderators', subcommands: [importCalendar] });
