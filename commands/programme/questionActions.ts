// The buttons under a question about a conference. The first answer counts; a later press shows what was decided.

import { planConference } from '../../src/delivery/planConference.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { ConferenceQuestionId, DeliveryId } from '../../src/domain/ids.ts';
import type { Asked, Filled, Pressed } from '../../src/kit/defineCommand.ts';
import { modal, type Result, reply, update } from '../../src/kit/result.ts';
import type { AnsweredQuestion } from '../../src/ports/conferences.ts';
import { conferenceForm } from '../../src/views/conferenceDraft.ts';
import { conferenceQuestion } from '../../src/views/conferenceQuestion.ts';
import { record } from '../parts/record.ts';
import { type DraftPorts, isAnswer, readBack } from './draftActions.ts';
import { readFields, typedFields, zoneOf } from './readFields.ts';

export const questionActions = {
  confirm: (pressed: Pressed, ports: DraftPorts) => decide('confirmed', pressed, ports),
  dismiss: (pressed: Pressed, ports: DraftPorts) => decide('dismissed', pressed, ports),
  correct: async (pressed: Pressed, ports: DraftPorts): Promise<Result> => {
    const asked = await findAsked(pressed, ports);
    if (asked.question.answer !== undefined) return update(show(asked, pressed));
    const { facts } = asked.question.claim;
    const { timeZone: home } = await ports.settings.get(pressed.guildId);
    const form = { form: 'correct', id: pressed.id, timeZone: zoneOf(facts.time, home), say: pressed.say } as const;
    return modal(conferenceForm({ ...form, typed: typedFields(facts) }));
  },
};

export const questionForms = {
  /** Read back to whoever corrects it; the question itself changes once that is saved. */
  correct: async (filled: Filled, ports: DraftPorts): Promise<Result> => {
    const { question, conference } = await findAsked(filled, ports);
    const { facts } = question.claim;
    // Who corrects the date of what was thought to be off says that it takes place.
    const { status } = conference.standing === 'sure' ? conference : facts;
    const { timeZone: home } = await ports.settings.get(filled.guildId);
    const read = readFields(filled.fields, { ...facts, status }, home, filled.now);
    return reply(await readBack(read, { questionId: question.id }, filled, ports));
  },
};

async function decide(answer: 'confirmed' | 'dismissed', pressed: Pressed, ports: DraftPorts): Promise<Result> {
  const { guildId, member, now } = pressed;
  const [id] = idsIn(pressed.id);
  const given = { answer, by: member.id, at: now };
  const answered = await ports.conferences.answer(guildId, id, given, planConference);
  if (!answered) return outlived(pressed);
  if (isAnswer(answered, given)) {
    const options = { conference: answered.question.claim.facts.title, answer };
    await record('programme confirm', options, pressed, ports);
  }
  return update(show(answered, pressed));
}

async function findAsked(pressed: Asked & Pick<Pressed, 'id'>, { conferences }: DraftPorts): Promise<AnsweredQuestion> {
  const asked = await conferences.findQuestion(pressed.guildId, idsIn(pressed.id)[0]);
  return asked ?? outlived(pressed);
}

function show(asked: AnsweredQuestion, { id, say }: Pressed) {
  const deliveryId = idsIn(id)[1];
  return conferenceQuestion({ ...asked, say, ...(deliveryId === undefined ? {} : { deliveryId }) });
}

function idsIn(id: string): [ConferenceQuestionId, DeliveryId | undefined] {
  const [questionId = '', deliveryId] = id.split('.');
  return [questionId as ConferenceQuestionId, deliveryId as DeliveryId | undefined];
}

function outlived({ mention }: Asked): never {
  throw new Refusal('buttonOutlived', { command: mention('programme confirm') });
}
