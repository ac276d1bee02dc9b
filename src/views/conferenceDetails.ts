// A conference for one reader, with all its dates; shared with all, without what concerns one person.

import type { Conference } from '../domain/conference.ts';
import type { UserId } from '../domain/ids.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow, container, linkButton, present, textBlock } from './blocks.ts';
import { conferenceFacts, conferenceTitle, remindButton } from './conferenceCard.ts';
import { type ReminderChoices, reminderMenu } from './reminderChoices.ts';
import { findLinkUrl } from './text.ts';

export interface ConferenceDetails extends Pick<ReminderChoices, 'offers' | 'chosen'> {
  readonly conference: Conference;
  /** Where it is discussed on this server. */
  readonly discussionUrl?: string;
  /** Set on one for all: who shared it. */
  readonly sharedBy?: UserId;
  readonly say: Say;
}

export function conferenceDetails({
  conference,
  discussionUrl,
  sharedBy,
  say,
  ...own
}: ConferenceDetails): MessageView {
  const { id, url, status } = conference;
  const isShared = sharedBy !== undefined;
  const buttons = buttonRow([
    linkButton(say('conferences.open'), findLinkUrl(url)),
    linkButton(say('summary.discussion'), discussionUrl),
    isShared
      ? remindButton(id, undefined, status === 'cancelled', say)
      : actionButton(say('summary.share'), customId('conferences', 'share', `${id}`)),
  ]);
  const menu = isShared
    ? undefined
    : reminderMenu(customId('conferences', 'setReminders', `${id}.show`), { ...own, say });
  return {
    components: [
      container([
        textBlock(`### ${conferenceTitle(conference)}`),
        ...conferenceFacts(conference, say),
        ...(isShared ? [textBlock(`-# ${say('summary.sharedBy', { member: `<@${sharedBy}>` })}`)] : []),
        ...present(buttons),
        ...present(menu),
      ]),
    ],
  };
}
