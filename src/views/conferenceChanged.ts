// Tells where a conference is discussed what changed in it: how it is now, and how it was.

import type { ConferenceTime, Milestone } from '../domain/conference.ts';
import type { ConferenceId, DeliveryId } from '../domain/ids.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { buttonRow, present, textBlock } from './blocks.ts';
import { remindButton } from './conferenceCard.ts';
import { dueInWords, milestoneName, whenInWords } from './conferenceWhen.ts';
import { escapeLine, fittingLines } from './text.ts';

const textLimit = 150;
const linesLimit = 2_500;

interface ToldFacts {
  readonly title: string;
  readonly time?: ConferenceTime;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  readonly place?: string;
  readonly milestones: readonly Milestone[];
}

export interface ConferenceChanged {
  readonly conferenceId: ConferenceId;
  readonly before: ToldFacts;
  readonly after: ToldFacts;
  readonly deliveryId: DeliveryId;
  readonly say: Say;
}

export function conferenceChanged({ conferenceId, before, after, deliveryId, say }: ConferenceChanged): MessageView {
  const title = escapeLine(after.title, textLimit) || '…';
  const isCancelled = after.status === 'cancelled' && before.status !== 'cancelled';
  const said = say(isCancelled ? 'conferences.isCancelled' : 'conferences.isChanged', { title });
  const lines = isCancelled ? [] : fittingLines(changesInWords(before, after, say), linesLimit);
  const button = remindButton(conferenceId, deliveryId, after.status === 'cancelled', say);
  return { components: [textBlock([said, ...lines].join('\n')), ...present(buttonRow([button]))] };
}

function changesInWords(before: ToldFacts, after: ToldFacts, say: Say): string[] {
  const known = (value: string) => value || say('conferences.notKnown');
  const change = (name: string, from: string, to: string) =>
    from === to ? [] : [`- ${say('conferences.changedFrom', { name, from: known(from), to: known(to) })}`];
  const place = ({ place = '' }: ToldFacts) => escapeLine(place, textLimit);
  const kinds = [...new Set([...before.milestones, ...after.milestones].map(({ kind }) => kind))];
  const due = ({ milestones }: ToldFacts, kind: Milestone['kind']) =>
    milestones
      .filter((milestone) => milestone.kind === kind)
      .map((milestone) => dueInWords(milestone, say))
      .join('; ');
  return [
    ...change(say('conferences.title'), escapeLine(before.title, textLimit), escapeLine(after.title, textLimit)),
    ...change(say('conferences.when'), whenInWords(before.time, say), whenInWords(after.time, say)),
    ...change(say('conferences.where'), place(before), place(after)),
    ...change(say('conferences.status'), say(`conferences.${before.status}`), say(`conferences.${after.status}`)),
    ...kinds.flatMap((kind) => change(milestoneName(kind, say), due(before, kind), due(after, kind))),
  ];
}
