// The answer to a list of feeds: how many are followed now, and what became of the others.

import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { container, textBlock } from './blocks.ts';
import { type ChannelProblem, channelProblem } from './channelProblem.ts';
import { troubleInWords } from './sourceState.ts';
import { escapeLine } from './text.ts';

/** Refused feeds that are named. */
const refusedShown = 5;
const nameLimit = 100;

export interface SourcesImported {
  readonly added: number;
  readonly known: number;
  /** Left out because the server follows as many as it can. */
  readonly full: number;
  readonly limit: number;
  /** @param code of the SourceError that reading it would end in */
  readonly refused: readonly { readonly title: string; readonly url: string; readonly code: string }[];
  readonly problems: readonly ChannelProblem[];
  /** Mentions of commands. */
  readonly listCommand: string;
  readonly removeCommand: string;
  readonly say: Say;
}

export function sourcesImported(imported: SourcesImported): MessageView {
  const { added, known, full, limit, refused, problems, listCommand, removeCommand, say } = imported;
  const more = refused.length - Math.min(refused.length, refusedShown);
  const lines = [
    added === 0 ? say('sourcesImported.noneAdded') : say('sourcesImported.added', { count: added }),
    known === 0 ? '' : say('sourcesImported.known', { count: known }),
    full === 0 ? '' : say('sourcesImported.full', { count: full, limit, command: removeCommand }),
    refused.length === 0 ? '' : say('sourcesImported.refused', { count: refused.length }),
    ...refused.slice(0, refusedShown).map(({ title, url, code }) => {
      const feed = escapeLine(title, nameLimit) || escapeLine(url, nameLimit);
      return `- ${say('sourcesImported.because', { feed, reason: troubleInWords(code, say) })}`;
    }),
    more === 0 ? '' : say('sourcesImported.more', { count: more }),
    ...problems.map((problem) => `${channelProblem(problem, say)} ${say('channel.thenByItself')}`),
    added === 0 ? '' : say('sourcesImported.next', { command: listCommand }),
  ];
  return { components: [container([textBlock(lines.filter((line) => line !== '').join('\n'))])] };
}
