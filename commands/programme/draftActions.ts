// A draft on its way into the programme: read back, rewritten, put into another zone, saved.

import { isDeepStrictEqual } from 'node:util';
import { planConference } from '../../src/delivery/planConference.ts';
import { factsOf } from '../../src/domain/conference.ts';
import { type ConferenceDraft, layOver } from '../../src/domain/conferenceDraft.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { ConferenceQuestionId } from '../../src/domain/ids.ts';
import { spanOf } from '../../src/domain/moment.ts';
import type { Asked, Filled, Pressed } from '../../src/kit/defineCommand.ts';
import type { FormView, MessageView } from '../../src/kit/message.ts';
import { modal, type Result, reply, update } from '../../src/kit/result.ts';
import type { Audit } from '../../src/ports/audit.ts';
import type { AnsweredQuestion, Conferences, GivenConferenceAnswer } from '../../src/ports/conferences.ts';
import type { Drafts } from '../../src/ports/drafts.ts';
import type { RefusedForms } from '../../src/ports/refusedForms.ts';
import type { Settings } from '../../src/ports/settings.ts';
import {
  type ConferenceForm,
  conferenceDraft,
  conferenceForm,
  conferenceSaved,
  zoneForm,
} from '../../src/views/conferenceDraft.ts';
import { conferenceQuestion } from '../../src/views/conferenceQuestion.ts';
import { deadlinesForm } from '../../src/views/deadlinesForm.ts';
import { refusedForm } from '../../src/views/refusedForm.ts';
import { record } from '../parts/record.ts';
import { fittingDeadlines, readDeadlines, typedDeadlines } from './readDeadlines.ts';
import { type ReadFields, readFields, typedFields } from './readFields.ts';

export interface DraftPorts {
  readonly conferences: Conferences;
  readonly drafts: Drafts;
  readonly settings: Settings;
  readonly audit: Audit;
  readonly refusedForms: RefusedForms<FormView>;
}

type Target = Omit<ConferenceDraft, 'facts' | 'timeZone'>;

export const draftActions = {
  save: async (pressed: Pressed, ports: DraftPorts): Promise<Result> => {
    const view = await save(await getDraft(pressed, ports), pressed, ports);
    return update(view);
  },
  rewrite: async (pressed: Pressed, ports: DraftPorts): Promise<Result> => {
    const { facts, timeZone } = await getDraft(pressed, ports);
    const { id, say } = pressed;
    return modal(conferenceForm({ form: 'rewrite', id, typed: typedFields(facts), timeZone, say }));
  },
  rezone: async (pressed: Pressed, ports: DraftPorts): Promise<Result> => {
    const { timeZone } = await getDraft(pressed, ports);
    return modal(zoneForm({ id: pressed.id, timeZone, say: pressed.say }));
  },
  due: async (pressed: Pressed, ports: DraftPorts): Promise<Result> => {
    const { facts } = await getDraft(pressed, ports);
    const { id, say } = pressed;
    return modal(deadlinesForm({ id, typed: typedDeadlines(fittingDeadlines(facts.milestones, say), say), say }));
  },
};

export const draftForms = {
  rewrite: async (filled: Filled, ports: DraftPorts): Promise<Result> => update(await rewritten(filled, ports)),
  /** The clocks show what they showed, in another place. */
  rezone: async (filled: Filled, ports: DraftPorts): Promise<Result> => {
    const { facts, timeZone, ...target } = await getDraft(filled, ports);
    const typed = { timeZone: filled.fields.timeZone ?? '' };
    return update(await readBack(readFields(typed, facts, timeZone, filled.now), target, filled, ports));
  },
  redue: async (filled: Filled, ports: DraftPorts): Promise<Result> => {
    const { facts: before, timeZone, ...target } = await getDraft(filled, ports);
    const { now, say, fields } = filled;
    const { milestones, isWeekdayWrong } = readDeadlines(fields.deadlines ?? '', before.milestones, {
      timeZone,
      now,
      say,
    });
    if (!before.time && milestones.length === 0) throw new Refusal('deadlinesMissing');
    const facts = { ...before, milestones };
    const read = { facts, timeZone, isWeekdayWrong, isPast: spanOf(facts).overAt <= now };
    return update(await readBack(read, target, filled, ports));
  },
};

/** What a form says of a draft, read back. */
export async function rewritten(filled: Filled, ports: DraftPorts): Promise<MessageView> {
  const { facts, timeZone, ...target } = await getDraft(filled, ports);
  return readBack(readFields(filled.fields, facts, timeZone, filled.now), target, filled, ports);
}

/**
 * What was typed with a command and cannot be read is mended in a form: nobody types the rest of it twice.
 *
 * @param form with all that was typed
 */
export async function refuseWith(
  form: Omit<ConferenceForm, 'say'>,
  refusal: Refusal,
  { guildId, now, say }: Asked,
  { refusedForms }: DraftPorts,
): Promise<Result> {
  const id = await refusedForms.keep(guildId, conferenceForm({ ...form, say }), now);
  return reply(refusedForm(say(refusal.sentence, refusal.args), id, say));
}

/** Exact dates are saved at once; words, and what is past, are read back before. */
export async function saveOrReadBack(
  read: ReadFields,
  target: Target,
  asked: Asked,
  ports: DraftPorts,
): Promise<Result> {
  const isClear = !read.isInWords && !read.isWeekdayWrong && !read.isPast;
  if (!isClear) return reply(await readBack(read, target, asked, ports));
  const { facts, timeZone } = read;
  return reply(await save({ facts, timeZone, ...target }, asked, ports));
}

export async function readBack(
  read: Omit<ReadFields, 'isInWords'>,
  target: Target,
  { guildId, now, say }: Asked,
  { drafts }: DraftPorts,
  isOvertaken = false,
) {
  const { facts, timeZone, isPast, isWeekdayWrong } = read;
  const id = await drafts.keep(guildId, { facts, timeZone, ...target }, now);
  return conferenceDraft({ id, facts, isPast, isWeekdayWrong, isOvertaken, say });
}

/** Which command did the same. */
function commandOf({ conferenceId, questionId }: Target): string {
  if (questionId !== undefined) return 'programme confirm';
  return conferenceId === undefined ? 'programme add' : 'programme edit';
}

/** @returns what was saved; where somebody was faster, what they did */
async function save(draft: ConferenceDraft, asked: Asked, ports: DraftPorts): Promise<MessageView> {
  if (draft.questionId !== undefined) return answerQuestion(draft, draft.questionId, asked, ports);
  const { facts, timeZone, ...target } = draft;
  const { conferenceId, before } = target;
  const { guildId, member, now, mention } = asked;
  const known = conferenceId === undefined ? undefined : await ports.conferences.find(guildId, conferenceId);
  const present = known && factsOf(known);
  if (before && present && !isDeepStrictEqual(present, before)) {
    if (isDeepStrictEqual(present, facts)) return viewOfSaved(draft, asked);
    const laidOver = layOver(facts, before, present);
    const isPast = spanOf(laidOver).overAt <= now;
    const read = { facts: laidOver, timeZone, isPast, isWeekdayWrong: false };
    return readBack(read, { ...target, before: present }, asked, ports, true);
  }
  const saved = await ports.conferences.put(guildId, conferenceId, facts, { by: member.id, at: now }, planConference);
  if (!saved) throw new Refusal('buttonOutlived', { command: mention('programme add') });
  return noteSaved(draft, asked, ports);
}

/** The first answer counts. */
async function answerQuestion(
  draft: ConferenceDraft,
  questionId: ConferenceQuestionId,
  asked: Asked,
  ports: DraftPorts,
): Promise<MessageView> {
  const { guildId, member, now, say, mention } = asked;
  const given = { answer: 'edited', facts: draft.facts, by: member.id, at: now } as const;
  const answered = await ports.conferences.answer(guildId, questionId, given, planConference);
  if (!answered) throw new Refusal('buttonOutlived', { command: mention('programme confirm') });
  return isAnswer(answered, given) ? noteSaved(draft, asked, ports) : conferenceQuestion({ ...answered, say });
}

/** Whether it was this answer that counted. */
export function isAnswer(
  { question }: AnsweredQuestion,
  { answer, by, at }: Pick<GivenConferenceAnswer, 'answer' | 'by' | 'at'>,
): boolean {
  return question.answer === answer && question.answeredBy === by && question.answeredAt === at;
}

async function noteSaved(draft: ConferenceDraft, asked: Asked, ports: DraftPorts): Promise<MessageView> {
  const deadlines = typedDeadlines(draft.facts.milestones, asked.say).replaceAll('\n', '; ');
  const told = { ...typedFields(draft.facts), ...(deadlines === '' ? {} : { deadlines }) };
  await record(commandOf(draft), told, asked, ports);
  return viewOfSaved(draft, asked);
}

function viewOfSaved({ facts }: ConferenceDraft, { say, mention }: Asked): MessageView {
  return conferenceSaved({ facts, seeCommand: mention('conferences upcoming'), say });
}

/** @throws Refusal where what the button stood for was forgotten */
async function getDraft({ id, guildId, mention }: Asked & Pick<Pressed, 'id'>, { drafts }: DraftPorts) {
  const draft = await drafts.find(id, guildId);
  if (!draft) throw new Refusal('buttonOutlived', { command: mention('programme add') });
  return draft;
}
