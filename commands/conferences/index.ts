// /conferences: what is on the programme. For members.

import { defineCommandGroup } from '../../src/kit/defineCommand.ts';
import { upcoming } from './upcoming.ts';

export const conferences = defineCommandGroup({ name: 'conferences', access: 'members', subcommands: [upcoming] });
