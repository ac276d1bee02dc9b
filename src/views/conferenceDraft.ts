// What a moderator typed, read back in words before it is saved; what was saved; and the forms for it.

import type { ConferenceFacts } from '../domain/conference.ts';
import { customId } from '../kit/customId.ts';
import type { FormView, MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow, confirmButton, container, present, textBlock } from './blocks.ts';
import { conferenceTitle } from './conferenceCard.ts';
import { milestoneInWords, whenSpelledOut } from './conferenceWhen.ts';
import { formOf, type TextField } from './formBlocks.ts';
import { cutText, escapeLine, fittingLines } from './text.ts';

const placeLimit = 150;
const milestonesLimit = 1_500;
const zoneLimit = 60;

/** Characters that may be typed: title and place as calendars have them, an address as browsers take it. */
export const typedLimits = { title: 300, moment: 100, place: 300, url: 2048 } as const;

export interface ConferenceDraftView {
  readonly id: string;
  readonly facts: ConferenceFacts;
  readonly isPast: boolean;
  /** The weekday that was typed is another day's. */
  readonly isWeekdayWrong: boolean;
  /** Somebody changed it since it was shown. */
  readonly isOvertaken: boolean;
  readonly say: Say;
}

export function conferenceDraft(draft: ConferenceDraftView): MessageView {
  const { id, facts, isPast, isWeekdayWrong, isOvertaken, say } = draft;
  const isTimed = facts.time?.kind === 'instants';
  const buttons = [
    confirmButton(say('programme.save'), customId('programme', 'save', id)),
    actionButton(say('programme.edit'), customId('programme', 'rewrite', id)),
    actionButton(say('programme.deadlines.button'), customId('programme', 'due', id)),
    isTimed ? actionButton(say('programme.otherZone'), customId('programme', 'rezone', id)) : undefined,
  ];
  const notes = [
    ...(isWeekdayWrong ? [say('conferences.doubts.weekdayDiffers')] : []),
    say(isPast ? 'programme.isPast' : 'programme.isRight'),
  ];
  return {
    components: [
      container([
        textBlock(say(isOvertaken ? 'programme.overtaken' : 'programme.readBack')),
        textBlock(factsInWords(facts, say)),
        textBlock(notes.join(' ')),
        ...present(buttonRow(buttons)),
      ]),
    ],
  };
}

export interface ConferenceSaved {
  readonly facts: ConferenceFacts;
  /** Clickable mention of the command that shows the programme. */
  readonly seeCommand: string;
  readonly say: Say;
}

export function conferenceSaved({ facts, seeCommand, say }: ConferenceSaved): MessageView {
  const said = [say('programme.saved'), factsInWords(facts, say), say('programme.next', { command: seeCommand })];
  return { components: [container(said.map(textBlock))] };
}

/** Title, when, where, and what is due, a line each. */
export function factsInWords(facts: ConferenceFacts, say: Say): string {
  const { time, status, place, milestones } = facts;
  const lines = [
    `${say('conferences.when')}: ${whenSpelledOut(time, say)}`,
    ...(place === undefined ? [] : [`${say('conferences.where')}: ${escapeLine(place, placeLimit)}`]),
    ...(status === 'confirmed' ? [] : [`${say('conferences.status')}: ${say(`conferences.${status}`)}`]),
    ...milestones.map((milestone) => milestoneInWords(milestone, say)),
  ];
  const listed = fittingLines(
    lines.map((line) => `- ${line}`),
    milestonesLimit,
  );
  return [`**${conferenceTitle(facts)}**`, ...listed].join('\n');
}

export interface TypedConference {
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly place: string;
  readonly url: string;
}

export interface ConferenceForm {
  /** What is done with it, and with which. */
  readonly form: 'add' | 'rewrite' | 'correct' | 'edit';
  readonly id: string;
  readonly typed: TypedConference;
  /** In which start and end are read. */
  readonly timeZone: string;
  readonly say: Say;
}

/** Five fields, as many as Discord takes; the time zone is asked for by itself. */
export function conferenceForm({ form, id, typed, timeZone, say }: ConferenceForm): FormView {
  const field = (name: keyof TypedConference, limit: number, description?: string): TextField => ({
    name,
    label: say(`programme.fields.${name}`),
    value: typed[name],
    limit,
    isRequired: name === 'title',
    ...(description === undefined ? {} : { description }),
  });
  return formOf(customId('programme', form, id), say('programme.formTitle'), [
    field('title', typedLimits.title),
    field('start', typedLimits.moment, say('programme.startHint', { zone: escapeZone(timeZone) })),
    field('end', typedLimits.moment, say('programme.endHint')),
    field('place', typedLimits.place),
    field('url', typedLimits.url),
  ]);
}

export function zoneForm({
  id,
  timeZone,
  say,
}: {
  readonly id: string;
  readonly timeZone: string;
  readonly say: Say;
}): FormView {
  const field = {
    name: 'timeZone',
    label: say('programme.fields.timeZone'),
    description: say('programme.zoneHint'),
    value: escapeZone(timeZone),
    limit: zoneLimit,
  };
  return formOf(customId('programme', 'rezone', id), say('programme.otherZone'), [field]);
}

function escapeZone(timeZone: string): string {
  return cutText(timeZone.replaceAll('_', ' '), zoneLimit);
}
