// /sources: which sites a server follows. For moderators.

import { defineCommandGroup } from '../../src/kit/defineCommand.ts';
import { type AddPorts, add } from './add.ts';
import { type CheckPorts, check } from './check.ts';
import { list } from './list.ts';
import { pause } from './pause.ts';
import { remove } from './remove.ts';
import { resume } from './resume.ts';

export const sources = defineCommandGroup<AddPorts & CheckPorts>({
  name: 'sources',
  access: 'moderators',
  subcommands: [add, list, check, pause, resume, remove],
});
