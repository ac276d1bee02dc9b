// Questions in plain sight, of which a test says what other posts have asked.

import { type Delivery, mayHaveQuestion } from '../../src/domain/delivery.ts';
import type { DeliveryId } from '../../src/domain/ids.ts';
import type { ProposedQuestion, Questions } from '../../src/ports/questions.ts';

export interface QuestionData {
  readonly deliveries: ReadonlyMap<DeliveryId, Delivery>;
  readonly questions: Map<DeliveryId, string>;
  readonly proposed: ProposedQuestion[];
  readonly askedElsewhere: ReadonlySet<string>;
  readonly changes: string[];
}

export function fakeQuestions(data: QuestionData): Questions {
  const kept = (text: string) => ({ text, isByModerator: data.changes.includes(text) });
  return {
    find: async (id) => {
      const text = data.questions.get(id);
      return text === undefined ? undefined : kept(text);
    },
    keep: async ({ id }, wordings) => {
      const text = data.questions.get(id) ?? wordings.find((one) => !data.askedElsewhere.has(one)) ?? wordings[0] ?? '';
      data.questions.set(id, text);
      return kept(text);
    },
    listRepeated: async (_, texts) => new Set(texts.filter((text) => data.askedElsewhere.has(text))),
    change: async ({ id }, text) => {
      const post = data.deliveries.get(id);
      if (!post || !mayHaveQuestion(post)) return 'nowhere';
      if (data.askedElsewhere.has(text)) return 'repeated';
      data.questions.set(id, text);
      data.changes.push(text);
      return post.results.question === undefined ? 'kept' : 'changing';
    },
    propose: async ({ id: deliveryId }, text) => {
      const proposed = { id: `proposed${data.proposed.length + 1}`, deliveryId, text };
      data.proposed.push(proposed);
      return proposed;
    },
    findProposed: async (id) => data.proposed.find((one) => one.id === id),
    forget: async () => {},
  };
}
