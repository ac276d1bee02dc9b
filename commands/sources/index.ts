// /sources: which sites a server follows. For moderators.

import { defineCommandGroup } from '../../src/kit/defineCommand.ts';
import type { OfferPorts } from '../parts/following/offerActions.ts';
import { add } from './add.ts';
import { type CheckPorts, check } from './check.ts';
import { type EditPorts, edit } from './edit.ts';
import { exportList } from './exportList.ts';
import { type ImportPorts, importList } from './importList.ts';
import { list } from './list.ts';
import { pause } from './pause.ts';
import { type PreviewPorts, preview } from './preview.ts';
import { remove } from './remove.ts';
import { resume } from './resume.ts';
import { type ShowPorts, show } from './show.ts';

export const sources = defineCommandGroup<OfferPorts & CheckPorts & EditPorts & ImportPorts & PreviewPorts & ShowPorts>(
  {
    name: 'sources',
    access: 'moderators',
    subcommands: [add, list, show, preview, check, pause, resume, edit, remove, exportList, importList],
  },
);
