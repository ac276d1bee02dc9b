// The buttons under a question about many new articles at once. The first answer counts; a later press shows what was decided.

import { planFloodAnswer } from '../../src/delivery/planFloodAnswer.ts';
import type { FloodAnswer } from '../../src/domain/flood.ts';
import type { DeliveryId, FloodId } from '../../src/domain/ids.ts';
import type { Pressed } from '../../src/kit/defineCommand.ts';
import { type Result, update } from '../../src/kit/result.ts';
import type { Floods } from '../../src/ports/floods.ts';
import { floodQuestion } from '../../src/views/floodQuestion.ts';
import { notice } from '../../src/views/notice.ts';

export interface FloodPorts {
  readonly floods: Floods;
}

export const floodActions = {
  'flood-newest': (input: Pressed, ports: FloodPorts) => answerFlood('newest', input, ports),
  'flood-all': (input: Pressed, ports: FloodPorts) => answerFlood('all', input, ports),
  'flood-digest': (input: Pressed, ports: FloodPorts) => answerFlood('digest', input, ports),
  'flood-none': (input: Pressed, ports: FloodPorts) => answerFlood('none', input, ports),
};

async function answerFlood(
  answer: FloodAnswer,
  { id, guildId, member, now, say, mention }: Pressed,
  { floods }: FloodPorts,
): Promise<Result> {
  const [floodId, deliveryId] = id.split('.') as [FloodId, DeliveryId | undefined];
  const facts = await floods.find(floodId, guildId);
  const flood =
    facts &&
    (await floods.answer(floodId, { answer, by: member.id, at: now }, (articles, interest) =>
      planFloodAnswer(answer, articles, interest, now),
    ));
  if (!facts || !flood) return update(notice(say('flood.gone', { command: mention('sources list') })));
  return update(floodQuestion({ ...facts, flood, say, ...(deliveryId === undefined ? {} : { deliveryId }) }));
}
