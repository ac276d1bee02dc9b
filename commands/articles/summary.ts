// /articles summary: an article in a few sentences, its own or those of the language model, for one reader; shared with all by a
// button.

import { Refusal } from '../../src/domain/errors.ts';
import { defineSubcommand, type Pressed } from '../../src/kit/defineCommand.ts';
import { optional, required } from '../../src/kit/options.ts';
import { type Result, reply, share, update } from '../../src/kit/result.ts';
import { sayIn } from '../../src/kit/translate.ts';
import type { Settings } from '../../src/ports/settings.ts';
import type { Shares } from '../../src/ports/shares.ts';
import { type SummaryLength, summaryLengths } from '../../src/views/articleSummary.ts';
import { notice } from '../../src/views/notice.ts';
import { summaryShared } from '../../src/views/summaryShared.ts';
import { completeArticle, getArticle, getPressedArticle } from '../parts/findArticle.ts';
import { type SummarisingPorts, summaryOf, usualLength } from '../parts/summaryOf.ts';
import { type NotifyPorts, notifyActions } from './notifyActions.ts';

/** What summing up needs. */
export interface SummaryPorts extends NotifyPorts, SummarisingPorts {
  readonly settings: Settings;
  readonly shares: Shares;
}

const undoMs = 60_000;

export const summary = defineSubcommand({
  name: 'summary',
  visibility: 'private',
  options: {
    article: required.text({ completes: true }),
    length: optional.choice(...summaryLengths),
  },
  async run(input, ports: SummaryPorts) {
    const article = await getArticle(input.options.article, input, ports);
    return reply(await summaryOf(article, input.options.length ?? usualLength, input, ports));
  },
  complete: { article: (input, ports: SummaryPorts) => completeArticle(input, ports) },
  actions: {
    /** The other button of a card. */
    ...notifyActions,
    /** The button of a card. */
    summary: async (input, ports: SummaryPorts): Promise<Result> => {
      const article = await getPressedArticle(input.id, input, ports);
      return reply(await summaryOf(article, usualLength, input, ports));
    },
    /** The menu of a list. */
    show: async (input, ports: SummaryPorts): Promise<Result> => {
      const article = await getPressedArticle(input.values[0] ?? '', input, ports);
      return reply(await summaryOf(article, usualLength, input, ports));
    },
    longer: async (input, ports: SummaryPorts): Promise<Result> => {
      const article = await getPressedArticle(input.id, input, ports);
      return update(await summaryOf(article, lengthIn(input), input, ports));
    },
    share: async (input, ports: SummaryPorts): Promise<Result> => {
      const article = await getPressedArticle(input.id, input, ports);
      const { language } = await ports.settings.get(input.guildId);
      const forAll = { ...input, say: sayIn(language) };
      const post = await summaryOf(article, lengthIn(input), forAll, ports, input.member.id);
      return share(post, summaryShared(input.now + undoMs, input.say));
    },
    /** On what the person who shared sees instead of the summary. */
    undoShare: async (input, ports: SummaryPorts): Promise<Result> => {
      const isOver = input.now >= Number(input.id) * 1000;
      const isGone = !isOver && (await ports.shares.takeBack(input.messageId, input.member.id));
      if (!isGone) throw new Refusal('undoTooLate');
      return update(notice(input.say('summary.takenBack')));
    },
  },
});

/** The length in the id of a button: `<article>.<length>`. */
function lengthIn({ id }: Pressed): SummaryLength {
  return summaryLengths.find((length) => id.endsWith(`.${length}`)) ?? usualLength;
}
