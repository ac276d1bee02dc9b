// The programme, month by month: when, where, what is due next, and whether it still takes place.

import type { Conference } from '../domain/conference.ts';
import { listDeadlines } from '../domain/deadline.ts';
import type { Instant } from '../domain/ids.ts';
import { firstDay } from '../domain/moment.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { container, present, selectRow, textBlock } from './blocks.ts';
import { milestoneInWords, whenInWords } from './conferenceWhen.ts';
import { monthInWords } from './days.ts';
import { listEntry } from './listEntry.ts';
import { pageMark, pageRow } from './pageRow.ts';
import { escapeLine } from './text.ts';

const placeLimit = 100;

export interface ConferenceList {
  /** Those of this page, in order of their beginning. */
  readonly conferences: readonly Conference[];
  readonly page: number;
  readonly pageCount: number;
  /** How far ahead the list looks. */
  readonly months: number;
  readonly now: Instant;
  /** Zone of the society. */
  readonly homeTimeZone: string;
  readonly say: Say;
}

export function conferenceList(list: ConferenceList): MessageView {
  const { conferences, page, pageCount, months, say } = list;
  const toPage = (other: number) => customId('conferences', 'page', `${months}.${other}`);
  let shownMonth = '';
  const texts = conferences.map((conference) => {
    const month = conference.time ? monthInWords(firstDay(conference.time), say) : say('conferences.noDate');
    const heading = month === shownMonth ? '' : `## ${month}\n`;
    shownMonth = month;
    return textBlock(heading + entryText(conference, list));
  });
  const header = textBlock(`**${say('conferences.heading', { count: months })}**${pageMark({ page, pageCount }, say)}`);
  const menu = remindMenu(
    conferences.filter(({ status }) => status !== 'cancelled'),
    say,
  );
  const pages = pageRow({ page, pageCount, toPage }, say);
  return { components: [container([header, ...texts, ...present(menu), ...present(pages)])] };
}

/** The menu below a list; each conference stands in it once. Undefined without any. */
export function remindMenu(conferences: readonly Conference[], say: Say) {
  const entries = new Map(conferences.map(({ id, title }) => [id, { label: title, value: `${id}` }]));
  return selectRow(customId('conferences', 'remindOf'), say('reminders.placeholderOf'), [...entries.values()]);
}

function entryText(conference: Conference, { now, homeTimeZone, say }: ConferenceList): string {
  const { title, url, time, place, status } = conference;
  const mark = status === 'confirmed' ? '' : `**${say(`conferences.${status}`)}** · `;
  const facts = [whenInWords(time, say), place === undefined ? '' : escapeLine(place, placeLimit)];
  const [next] = listDeadlines([conference], { from: now }, homeTimeZone);
  const due = next ? `\n${say('conferences.next', { deadline: milestoneInWords(next.milestone, say) })}` : '';
  const held = `${mark}${facts.filter((fact) => fact !== '').join(' · ')}`;
  return listEntry(title, url, `${held}${due}`, held);
}
