// What became of an article of a source, or would become of it, in one sentence.

import type { Explanation, Judgement } from '../domain/articleHistory.ts';
import type { GuildId } from '../domain/ids.ts';
import type { Say } from '../kit/translate.ts';
import { holdInWords } from './routeHeldAlert.ts';
import { escapeLine } from './text.ts';

const termLimit = 60;

export interface ArticleFate {
  readonly explanation: Explanation;
  readonly guildId: GuildId;
  /** A mention of the command where the moderators' answer is given. */
  readonly statusCommand: string;
  readonly say: Say;
}

export function articleFate({ explanation, guildId, statusCommand, say }: ArticleFate): string {
  switch (explanation.kind) {
    case 'posted': {
      const url = `https://discord.com/channels/${guildId}/${explanation.channelId}/${explanation.messageId}`;
      return explanation.isElsewhere
        ? say('sourcePreview.postedElsewhere', { url })
        : say('sourcePreview.posted', { url });
    }
    case 'waiting':
      return say('sourcePreview.waiting', { channel: `<#${explanation.channelId}>` });
    case 'held':
      return say('sourcePreview.held', { why: holdInWords(explanation, say) });
    case 'removed':
      return say('sourcePreview.removed');
    case 'refused':
      return say('sourcePreview.refused');
    case 'ended':
      return say('sourcePreview.ended');
    case 'asked':
      return say('sourcePreview.asked', { command: statusCommand });
    case 'listed':
      return say('sourcePreview.listed');
    case 'ignored':
      return say('sourcePreview.ignored');
    case 'skipped':
      return skippedInWords(explanation.judgement, say);
    case 'wouldPost':
      return say(explanation.butNow === 'seenBefore' ? 'sourcePreview.seenBefore' : 'sourcePreview.passedOver');
  }
}

function skippedInWords(judgement: Judgement & { readonly kind: 'skip' }, say: Say): string {
  switch (judgement.because) {
    case 'paused':
      return say('sourcePreview.paused');
    case 'filterAny':
      return say('sourcePreview.filterAny');
    case 'filterAll':
      return say('sourcePreview.filterAll', { term: escapeLine(judgement.term, termLimit) });
    case 'filterNone':
      return say('sourcePreview.filterNone', { term: escapeLine(judgement.term, termLimit) });
  }
}
