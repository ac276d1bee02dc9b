// The buttons under a question about many new articles at once. The first answer counts; a later press shows what was decided.

import { planFloodAnswer } from '../../src/delivery/planFloodAnswer.ts';
import type { FloodAnswer } from '../../src/domain/flood.ts';
import type { DeliveryId, FloodId } from '../../src/domain/ids.ts';
import type { Pressed } from '../../src/kit/defineCommand.ts';
import { type Result, update } from '../../src/kit/result.ts';
import type { Audit } from '../../src/ports/audit.ts';
import type { Floods } from '../../src/ports/floods.ts';
import { floodQuestion } from '../../src/views/floodQuestion.ts';
import { notice } from '../../src/views/notice.ts';
import { record } from '../parts/record.ts';

export interface FloodPorts {
  readonly floods: Floods;
  readonly audit: Audit;
}

export const floodActions = {
  'flood-newest': (input: Pressed, ports: FloodPorts) => answerFlood('newest', input, ports),
  'flood-all': (input: Pressed, ports: FloodPorts) => answerFlood('all', input, ports),
  'flood-digest': (input: Pressed, ports: FloodPorts) => answerFlood('digest', input, ports),
  'flood-none': (input: Pressed, ports: FloodPorts) => answerFlood('none', input, ports),
};

async function answerFlood(answer: FloodAnswer, pressed: Pressed, ports: FloodPorts): Promise<Result> {
  const { id, guildId, member, now, say, mention } = pressed;
  const { floods } = ports;
  const [floodId, deliveryId] = id.split('.') as [FloodId, DeliveryId | undefined];
  const facts = await floods.find(floodId, guildId);
  const given = { answer, by: member.id, at: now };
  const flood =
    facts &&
    (await floods.answer(floodId, given, (articles, interest) => planFloodAnswer(answer, articles, interest, now)));
  if (!facts || !flood) return update(notice(say('flood.gone', { command: mention('sources list') })));
  const isDecided = facts.flood.answer === undefined && flood.answeredBy === member.id && flood.answeredAt === now;
  if (isDecided) {
    const options = { source: facts.sourceTitle, articles: facts.articles.length, answer };
    await record('sources', options, pressed, ports);
  }
  return update(floodQuestion({ ...facts, flood, say, ...(deliveryId === undefined ? {} : { deliveryId }) }));
}
