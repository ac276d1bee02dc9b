// Asks the moderators what to do with many new articles at once; once it is answered, the same message says what was decided.

import type { Article } from '../domain/article.ts';
import { type Flood, type FloodAnswer, floodAnswers } from '../domain/flood.ts';
import type { DeliveryId } from '../domain/ids.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { articleTitle } from './articleTitle.ts';
import { actionButton, buttonRow, container, present, textBlock } from './blocks.ts';
import { serverRow } from './serverRow.ts';
import { escapeLine, fittingLines, timestamp } from './text.ts';

/** Titles that are listed; more would hide the buttons. */
const titlesShown = 10;
/** Characters of all titles together, so that the message stays within Discord's 4,000. */
const titlesLimit = 2_800;
/** The same below a report, which takes the rest. */
const titlesLimitBelow = 800;
const sourceTitleLimit = 100;

export interface FloodQuestion {
  readonly flood: Flood;
  readonly sourceTitle: string;
  /** Oldest first. */
  readonly articles: readonly Article[];
  /** Unset where it is shown in an answer and needs no marker. */
  readonly deliveryId?: DeliveryId;
  /** Whether it goes to one person, outside of the server. */
  readonly isDirect?: boolean;
  /** True where it is part of a message that says more. */
  readonly isBelow?: boolean;
  readonly say: Say;
}

export function floodQuestion(question: FloodQuestion): MessageView {
  const { flood, sourceTitle, articles, deliveryId, isDirect = false, isBelow = false, say } = question;
  const source = escapeLine(sourceTitle, sourceTitleLimit) || '…';
  const count = flood.articleIds.length;
  const newest = [...articles].reverse();
  const lines = newest.slice(0, titlesShown).map((article) => `- ${articleTitle(article)}`);
  const titles = fittingLines(lines, isBelow ? titlesLimitBelow : titlesLimit);
  const more = count - titles.length;
  const { answer, answeredBy, answeredAt } = flood;
  const isAnswered = answer !== undefined && answeredBy !== undefined && answeredAt !== undefined;
  const decision = isAnswered
    ? say(`flood.decided.${answer}`, { member: `<@${answeredBy}>`, at: timestamp(answeredAt, 'F') })
    : say('flood.ask');
  const id = deliveryId === undefined ? flood.id : `${flood.id}.${deliveryId}`;
  const answerId = (choice: FloodAnswer) => customId('sources', `flood-${choice}`, id);
  const buttons = floodAnswers.map((choice) => actionButton(say(`flood.choice.${choice}`), answerId(choice)));
  const row = isDirect ? serverRow(answerId('none'), say) : buttonRow(buttons);
  return {
    components: [
      container([
        textBlock(say(`flood.because.${flood.because}`, { source, count })),
        textBlock(
          [...titles, more > 0 ? say('flood.more', { count: more }) : ''].filter((line) => line !== '').join('\n') ||
            '…',
        ),
        textBlock(decision),
        ...(isAnswered ? [] : present(row)),
      ]),
    ],
  };
}
