// The message that announces a conference. Its button carries the delivery's id, the marker by which it is found again.

import type { Conference } from '../domain/conference.ts';
import type { ConferenceId, DeliveryId } from '../domain/ids.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow, container, linkButton, present, textBlock } from './blocks.ts';
import { milestoneInWords, whenInWords } from './conferenceWhen.ts';
import { cutText, escapeLine, escapeText, findLinkUrl, fittingLines, linkTo, oneLine } from './text.ts';

const titleLimit = 200;
const placeLimit = 150;
/** Characters of the description before escaping, and with its escapes. */
const descriptionLimit = 500;
const escapedDescriptionLimit = 800;
const milestonesLimit = 1_500;

export interface ConferenceCard {
  readonly conference: Conference;
  /** Unset where it is shown in an answer and needs no marker. */
  readonly deliveryId?: DeliveryId;
  /** True: title and link only, for a card that Discord called invalid. */
  readonly isPlain?: boolean;
  readonly say: Say;
}

export function conferenceCard({ conference, deliveryId, isPlain = false, say }: ConferenceCard): MessageView {
  const { id, url, status } = conference;
  const buttons = buttonRow([
    linkButton(say('conferences.open'), isPlain ? undefined : findLinkUrl(url)),
    remindButton(id, deliveryId, status === 'cancelled', say),
  ]);
  const facts = isPlain ? [] : conferenceFacts(conference, say);
  return { components: [container([textBlock(`### ${conferenceTitle(conference)}`), ...facts, ...present(buttons)])] };
}

/** Works for years: the conference's id, and the marker of what brought it. */
export function remindButton(id: ConferenceId, marker: DeliveryId | undefined, isDisabled: boolean, say: Say) {
  const named = marker === undefined ? `${id}` : `${id}.${marker}`;
  return actionButton(say('conferences.remindMe'), customId('conferences', 'remindMe', named), isDisabled);
}

export function conferenceTitle({ title, url }: Pick<Conference, 'title' | 'url'>): string {
  return linkTo(cutText(oneLine(title), titleLimit) || '…', url);
}

/** When and where, what is due, what it is about. */
export function conferenceFacts({ status, time, place, milestones, description = '' }: Conference, say: Say) {
  const mark = status === 'confirmed' ? '' : `**${say(`conferences.${status}`)}**`;
  const where = place === undefined ? '' : escapeLine(place, placeLimit);
  const when = [mark, whenInWords(time, say), where].filter((part) => part !== '').join(' · ');
  const due = fittingLines(
    milestones.map((milestone) => `- ${milestoneInWords(milestone, say)}`),
    milestonesLimit,
  );
  const about = escapeText(description, descriptionLimit, escapedDescriptionLimit);
  return [when, due.join('\n'), about].filter((text) => text !== '').map(textBlock);
}
