// The programme, month by month: when, where, and whether it still takes place.

import type { Conference } from '../domain/conference.ts';
import { firstDay } from '../domain/moment.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { container, entryTextLimit, present, textBlock } from './blocks.ts';
import { whenInWords } from './conferenceWhen.ts';
import { monthInWords } from './days.ts';
import { pageMark, pageRow } from './pageRow.ts';
import { cutText, escapeLine, firstFitting, linkTo, oneLine } from './text.ts';

const conferenceTitleLimit = 160;
const placeLimit = 100;

export interface ConferenceList {
  /** Those of this page, in order of their beginning. */
  readonly conferences: readonly Conference[];
  readonly page: number;
  readonly pageCount: number;
  /** How far ahead the list looks. */
  readonly months: number;
  readonly say: Say;
}

export function conferenceList({ conferences, page, pageCount, months, say }: ConferenceList): MessageView {
  const toPage = (other: number) => customId('conferences', 'page', `${months}.${other}`);
  let shownMonth = '';
  const texts = conferences.map((conference) => {
    const month = conference.time ? monthInWords(firstDay(conference.time), say) : say('conferences.noDate');
    const heading = month === shownMonth ? '' : `## ${month}\n`;
    shownMonth = month;
    return textBlock(heading + entryText(conference, say));
  });
  const header = textBlock(`**${say('conferences.heading', { count: months })}**${pageMark({ page, pageCount }, say)}`);
  return { components: [container([header, ...texts, ...present(pageRow({ page, pageCount, toPage }, say))])] };
}

function entryText({ title, url, time, place, status }: Conference, say: Say): string {
  const shownTitle = cutText(oneLine(title), conferenceTitleLimit) || '…';
  const mark = status === 'confirmed' ? '' : `**${say(`conferences.${status}`)}** · `;
  const facts = [whenInWords(time, say), place === undefined ? '' : escapeLine(place, placeLimit)];
  const rest = `${mark}${facts.filter((fact) => fact !== '').join(' · ')}`;
  return firstFitting(
    entryTextLimit,
    () => `**${linkTo(shownTitle, url)}**\n${rest}`,
    () => `**${linkTo(shownTitle, undefined)}**\n${rest}`,
  );
}
