// The reminder a member asked for, as a direct message; or, where a person takes none, as a mention where all can see it.

import type { Conference } from '../domain/conference.ts';
import type { DeliveryId, Instant, ReminderId, UserId } from '../domain/ids.ts';
import { type Before, momentOf, type ReminderSubject } from '../domain/reminder.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow, container, linkButton, present, textBlock } from './blocks.ts';
import { conferenceTitle } from './conferenceCard.ts';
import { milestoneInWords, whenInWords } from './conferenceWhen.ts';
import { escapeLine, findLinkUrl, timestamp } from './text.ts';

const placeLimit = 150;

interface Shown {
  readonly conference: Conference;
  readonly reminderId: ReminderId;
  readonly deliveryId: DeliveryId;
  /** Set where it is said for all to see: whom it is for. */
  readonly mentions?: UserId;
  readonly say: Say;
}

export interface ReminderMessage extends Shown {
  readonly what: ReminderSubject;
  readonly before: Before;
  readonly askedAt: Instant;
  /** When it should have come; set where it comes late. */
  readonly lateSince?: Instant;
  /** What it is of has begun, or is over. */
  readonly isPast: boolean;
  /** Whether a day later would still be in time. */
  readonly maySnooze: boolean;
  /** Where the conference is discussed on the server. */
  readonly discussionUrl?: string;
  /** True: title and link only. */
  readonly isPlain?: boolean;
  /** Zone of the society. */
  readonly homeTimeZone: string;
  readonly now: Instant;
}

export function reminderMessage(message: ReminderMessage): MessageView {
  const {
    conference,
    reminderId,
    deliveryId,
    askedAt,
    before,
    discussionUrl,
    maySnooze,
    isPlain = false,
    say,
  } = message;
  const id = `${reminderId}.${deliveryId}`;
  const buttons = buttonRow([
    linkButton(say('conferences.open'), isPlain ? undefined : findLinkUrl(conference.url)),
    linkButton(say('summary.discussion'), discussionUrl),
    actionButton(say('reminderMessage.snooze'), customId('reminders', 'snooze', id), !maySnooze),
    actionButton(say('reminderMessage.stop'), customId('reminders', 'stop', id)),
  ]);
  const why = say('reminderMessage.why', {
    asked: timestamp(askedAt, 'D'),
    before: say(`reminders.before.${before}`),
  });
  const blocks = isPlain ? [] : [...factsOf(message), lateInWords(message), `-# ${why}`];
  const texts = [`### ${conferenceTitle(conference)}`, ...blocks].filter((text) => text !== '');
  return addressed(message, [container([...texts.map(textBlock), ...present(buttons)])]);
}

/** That there is nothing left to be reminded of. */
export function reminderEnded({ conference, reminderId, deliveryId, say, ...rest }: Shown): MessageView {
  const title = conferenceTitle(conference);
  const said = say(conference.status === 'cancelled' ? 'reminderMessage.cancelled' : 'reminderMessage.takenOff', {
    title,
  });
  // It has nothing to press, but every message carries its mark.
  const mark = customId('reminders', 'ended', `${reminderId}.${deliveryId}`);
  const buttons = buttonRow([
    linkButton(say('conferences.open'), findLinkUrl(conference.url)),
    actionButton(say('reminderMessage.over'), mark, true),
  ]);
  return addressed(rest, [container([textBlock(said), ...present(buttons)])]);
}

/** What, when and where. */
function factsOf({ conference, what, homeTimeZone, now, say }: ReminderMessage): string[] {
  const { time, place, milestones } = conference;
  const due = what === 'start' ? undefined : momentOf(conference, what, homeTimeZone, now);
  const milestone = milestones.find((one) => one.kind === what && one.due === due);
  const where = place === undefined ? '' : escapeLine(place, placeLimit);
  const takesPlace = [whenInWords(time, say), where].filter((part) => part !== '').join(' · ');
  return milestone ? [`**${milestoneInWords(milestone, say)}**`, takesPlace] : [`**${takesPlace}**`];
}

function lateInWords({ lateSince, isPast, say }: ReminderMessage): string {
  if (lateSince === undefined) return isPast ? say('reminderMessage.past') : '';
  const due = timestamp(lateSince, 'F');
  return say(isPast ? 'reminderMessage.tooLate' : 'reminderMessage.late', { due });
}

function addressed({ mentions }: Pick<Shown, 'mentions'>, components: MessageView['components']): MessageView {
  if (mentions === undefined) return { components };
  return { components: [textBlock(`<@${mentions}>`), ...components], mentions: { users: [mentions] } };
}
