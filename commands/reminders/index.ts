// /reminders: what a member asked to be reminded of. For members.

import { defineCommandGroup } from '../../src/kit/defineCommand.ts';
import { cancel } from './cancel.ts';
import { list } from './list.ts';

export const reminders = defineCommandGroup({ name: 'reminders', access: 'members', subcommands: [list, cancel] });
