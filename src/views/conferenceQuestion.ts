// Asks the moderators about a conference of which something is unsure: the words it was read from, what was read, and why it may be
// wrong. Once it is answered, the same message says what was decided.

import type { Conference, FactName } from '../domain/conference.ts';
import type { ConferenceAnswer, ConferenceQuestion } from '../domain/conferenceQuestion.ts';
import type { DeliveryId } from '../domain/ids.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow, confirmButton, container, present, textBlock } from './blocks.ts';
import { conferenceTitle } from './conferenceCard.ts';
import { milestoneInWords, whenInWords } from './conferenceWhen.ts';
import { weekdaysInWords } from './days.ts';
import { serverRow } from './serverRow.ts';
import { countCharacters, escapeLine, fittingLines, messageTextLimit, timestamp } from './text.ts';

const quoteLimit = 300;
const quotesLimit = 900;
const placeLimit = 150;
const factsLimit = 800;

export interface ConferenceQuestionView {
  readonly question: ConferenceQuestion;
  /** As it stands in the programme. */
  readonly conference: Conference;
  /** Unset where it is shown in an answer and needs no marker. */
  readonly deliveryId?: DeliveryId;
  /** Whether it goes to one person, outside of the server. */
  readonly isDirect?: boolean;
  readonly say: Say;
}

export function conferenceQuestion(input: ConferenceQuestionView): MessageView {
  const { question, conference, deliveryId, isDirect = false, say } = input;
  const { claim, doubts, answer } = question;
  const isKnown = conference.standing === 'sure';
  const title = conferenceTitle(claim.facts);
  const isCancelling = isKnown && claim.facts.status === 'cancelled';
  const differs = isCancelling ? 'conferenceQuestion.cancelled' : 'conferenceQuestion.differs';
  const asked = say(isKnown ? differs : 'conferenceQuestion.unsure', { title });
  const why = doubts.map((doubt) => `- ${say(`conferences.doubts.${doubt}`)}`);
  const id = deliveryId === undefined ? question.id : `${question.id}.${deliveryId}`;
  const labels = {
    confirm: say('conferenceQuestion.confirm'),
    edit: say('conferenceQuestion.edit'),
    keep: say('conferenceQuestion.keep'),
  };
  const buttons = [
    confirmButton(labels.confirm, customId('programme', 'confirm', id)),
    actionButton(labels.edit, customId('programme', 'correct', id)),
    actionButton(isKnown ? labels.keep : say('conferenceQuestion.noEvent'), customId('programme', 'dismiss', id)),
  ];
  const row = isDirect ? serverRow(customId('programme', 'confirm', id), say) : buttonRow(buttons);
  const known = isCancelling ? 'conferenceQuestion.askCancelled' : 'conferenceQuestion.askKnown';
  const whatNow = isKnown ? known : 'conferenceQuestion.ask';
  const above = [asked, ...why].join('\n');
  const below = [
    readInWords(question, say),
    ...(isKnown ? [knownInWords(question, conference, say)] : []),
    answer === undefined ? say(whatNow, labels) : decisionInWords(question, answer, say),
  ];
  const room = messageTextLimit - countCharacters([above, say('conferenceQuestion.itSays'), ...below].join('\n'));
  return {
    components: [
      container([
        ...[above, ...quotesIn(question, room, say), ...below].map(textBlock),
        ...(answer === undefined ? present(row) : []),
      ]),
    ],
  };
}

/** What stands there of what is asked about. */
function knownInWords({ claim }: ConferenceQuestion, { time, milestones }: Conference, say: Say): string {
  const kinds = new Set(claim.facts.milestones.map(({ kind }) => kind));
  const due = milestones.filter(({ kind }) => kinds.has(kind)).map((milestone) => milestoneInWords(milestone, say));
  const when = say('conferenceQuestion.known', { when: whenInWords(time, say) });
  return fittingLines([when, ...due.map((line) => `- ${line}`)], factsLimit).join('\n');
}

function decisionInWords({ answeredBy, answeredAt }: ConferenceQuestion, answer: ConferenceAnswer, say: Say): string {
  const at = timestamp(answeredAt ?? 0, 'F');
  if (answer === 'superseded') return say('conferenceQuestion.decided.superseded', { at });
  if (answeredBy === undefined) return say('conferenceQuestion.decided.elsewhere', { at });
  return say(`conferenceQuestion.decided.${answer}`, { member: `<@${answeredBy}>`, at });
}

/** The facts, read back with their weekdays. */
function readInWords({ claim: { facts } }: ConferenceQuestion, say: Say): string {
  const { time, place, milestones } = facts;
  const when = time?.kind === 'days' ? weekdaysInWords(time.startsOn, time.endsOn, say) : whenInWords(time, say);
  const where = place === undefined ? [] : [`${say('conferences.where')}: ${escapeLine(place, placeLimit)}`];
  const due = milestones.map((milestone) => milestoneInWords(milestone, say));
  return fittingLines(
    [`${say('conferences.when')}: ${when}`, ...where, ...due].map((line) => `- ${line}`),
    factsLimit,
  ).join('\n');
}

/** At most in `room` characters. */
function quotesIn({ claim: { quotes } }: ConferenceQuestion, room: number, say: Say): string[] {
  const names = Object.keys(quotes) as FactName[];
  const texts = [...new Set(names.map((name) => quotes[name] ?? ''))].filter((text) => text !== '');
  const lines = fittingLines(
    texts.map((text) => `> ${escapeLine(text, quoteLimit)}`),
    Math.min(quotesLimit, room),
  );
  return lines.length === 0 ? [] : [[say('conferenceQuestion.itSays'), ...lines].join('\n')];
}
