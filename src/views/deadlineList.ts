// What is due, the next first: a day in words, with the relative time of its true end where its zone is known.

import type { Deadline } from '../domain/deadline.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { container, present, textBlock } from './blocks.ts';
import { remindMenu } from './conferenceList.ts';
import { milestoneInWords } from './conferenceWhen.ts';
import { listEntry } from './listEntry.ts';
import { pageMark, pageRow } from './pageRow.ts';

export interface DeadlineList {
  /** Those of this page, the next first. */
  readonly deadlines: readonly Deadline[];
  readonly page: number;
  readonly pageCount: number;
  /** How far ahead the list looks. */
  readonly days: number;
  readonly say: Say;
}

export function deadlineList({ deadlines, page, pageCount, days, say }: DeadlineList): MessageView {
  const toPage = (other: number) => customId('conferences', 'deadlines', `${days}.${other}`);
  const texts = deadlines.map((deadline) => textBlock(entryText(deadline, say)));
  const heading = say('conferences.deadlinesHeading', { count: days });
  return {
    components: [
      container([
        textBlock(`**${heading}**${pageMark({ page, pageCount }, say)}`),
        ...texts,
        ...present(
          remindMenu(
            deadlines.map(({ conference }) => conference),
            say,
          ),
        ),
        ...present(pageRow({ page, pageCount, toPage }, say)),
      ]),
    ],
  };
}

function entryText({ conference, milestone }: Deadline, say: Say): string {
  const mark = conference.status === 'confirmed' ? '' : `**${say(`conferences.${conference.status}`)}** · `;
  return listEntry(conference.title, conference.url, `${mark}${milestoneInWords(milestone, say)}`);
}
