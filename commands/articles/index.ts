// /articles: what was posted on this server, to find and to read. For members.

import { defineCommandGroup } from '../../src/kit/defineCommand.ts';
import { type LatestPorts, latest } from './latest.ts';
import { type SearchPorts, search } from './search.ts';
import { type SummaryPorts, summary } from './summary.ts';

export const articles = defineCommandGroup<LatestPorts & SearchPorts & SummaryPorts>({
  name: 'articles',
  access: 'members',
  subcommands: [latest, search, summary],
});
