// The week's digest of a programme: what is new, what is due soon, what comes next, and a menu that shows each of them.

import type { Conference } from '../domain/conference.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { DeliveryId } from '../domain/ids.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say, SentenceKey } from '../kit/translate.ts';
import { container, present, selectRow, textBlock } from './blocks.ts';
import { milestoneInWords, whenInWords } from './conferenceWhen.ts';
import { countCharacters, cutText, escapeLine, firstFitting, linkTo, messageTextLimit, oneLine } from './text.ts';

/** Of each part; fewer where the words around them are long. */
const shownOfEach = [5, 4, 3, 2, 1];
const titleLimit = 100;
const placeLimit = 60;
/** Characters of a line, so that all fit one message. */
const lineLimit = 230;

export interface ProgrammeDigest {
  /** In order of their beginning. */
  readonly added: readonly Conference[];
  /** The next first. */
  readonly due: readonly Deadline[];
  readonly next: readonly Conference[];
  readonly deliveryId: DeliveryId;
  readonly say: Say;
}

export function programmeDigest({ added, due, next, deliveryId, say }: ProgrammeDigest): MessageView {
  const heading = `## ${say('programmeDigest.heading')}`;
  const partsOf = (most: number) =>
    [
      part('programmeDigest.added', added, (one) => conferenceLine(one, say), most, say),
      part('programmeDigest.due', due, (one) => deadlineLine(one, say), most, say),
      part('programmeDigest.next', next, (one) => conferenceLine(one, say), most, say),
    ].filter((text) => text !== '');
  const isFitting = (most: number) => countCharacters([heading, ...partsOf(most)].join('')) <= messageTextLimit;
  const most = shownOfEach.find(isFitting) ?? 1;
  const shown = [added, due.map(({ conference }) => conference), next].flatMap((all) => all.slice(0, most));
  const entries = new Map(shown.map(({ id, title }) => [id, { label: title, value: `${id}` }]));
  const menu = selectRow(customId('conferences', 'show', deliveryId), say('conferences.show'), [...entries.values()]);
  return {
    components: [container([textBlock(heading), ...partsOf(most).map(textBlock), ...present(menu)])],
  };
}

function part<One>(
  heading: SentenceKey,
  all: readonly One[],
  line: (one: One) => string,
  most: number,
  say: Say,
): string {
  if (all.length === 0) return '';
  const more = all.length - most;
  const rest = more > 0 ? [`-# ${say('programmeDigest.more', { count: more })}`] : [];
  return [`**${say(heading)}**`, ...all.slice(0, most).map((one) => `- ${line(one)}`), ...rest].join('\n');
}

function conferenceLine({ title, url, time, place, status }: Conference, say: Say): string {
  const mark = status === 'confirmed' ? '' : say(`conferences.${status}`);
  const where = place === undefined ? '' : escapeLine(place, placeLimit);
  const facts = [whenInWords(time, say), where, mark].filter((fact) => fact !== '').join(' · ');
  return line(title, url, facts);
}

function deadlineLine({ conference: { title, url }, milestone }: Deadline, say: Say): string {
  return line(title, url, milestoneInWords(milestone, say));
}

function line(title: string, url: string | undefined, facts: string): string {
  const name = cutText(oneLine(title), titleLimit) || '…';
  return firstFitting(
    lineLimit,
    () => `${linkTo(name, url)} · ${facts}`,
    () => `${linkTo(name, undefined)} · ${facts}`,
    () => `${escapeLine(name, 40)} · ${facts}`,
  );
}
