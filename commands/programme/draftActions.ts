// A draft on its way into the programme: read back, rewritten, put into another zone, saved.

import { planConference } from '../../src/delivery/planConference.ts';
import type { ConferenceFacts } from '../../src/domain/conference.ts';
import type { ConferenceDraft } from '../../src/domain/conferenceDraft.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { Asked, Filled, Pressed } from '../../src/kit/defineCommand.ts';
import { modal, type Result, reply, update } from '../../src/kit/result.ts';
import type { Audit } from '../../src/ports/audit.ts';
import type { Conferences } from '../../src/ports/conferences.ts';
import type { Drafts } from '../../src/ports/drafts.ts';
import type { Settings } from '../../src/ports/settings.ts';
import { conferenceDraft, conferenceForm, conferenceSaved, zoneForm } from '../../src/views/conferenceDraft.ts';
import { conferenceQuestion } from '../../src/views/conferenceQuestion.ts';
import { type ReadFields, readFields, typedFields } from './readFields.ts';

export interface DraftPorts {
  readonly conferences: Conferences;
  readonly drafts: Drafts;
  readonly settings: Settings;
  readonly audit: Audit;
}

type Target = Pick<ConferenceDraft, 'conferenceId' | 'questionId'>;

export const draftActions = {
  save: async (pressed: Pressed, ports: DraftPorts): Promise<Result> => {
    const { facts, ...target } = await getDraft(pressed, ports);
    const saved = await saveFacts(facts, target, pressed, ports);
    await ports.audit.record({
      guildId: pressed.guildId,
      userId: pressed.member.id,
      command: commandOf(target),
      options: { ...typedFields(facts) },
      at: pressed.now,
    });
    return update(saved);
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
};

export const draftForms = {
  rewrite: async (filled: Filled, ports: DraftPorts): Promise<Result> => {
    const { facts, timeZone, ...target } = await getDraft(filled, ports);
    return update(await readBack(readFields(filled.fields, facts, timeZone, filled.now), target, filled, ports));
  },
  /** The clocks show what they showed, in another place. */
  rezone: async (filled: Filled, ports: DraftPorts): Promise<Result> => {
    const { facts, timeZone, ...target } = await getDraft(filled, ports);
    const typed = { timeZone: filled.fields.timeZone ?? '' };
    return update(await readBack(readFields(typed, facts, timeZone, filled.now), target, filled, ports));
  },
};

/** Exact dates are saved at once; words, and what is past, are read back before. */
export async function saveOrReadBack(
  read: ReadFields,
  target: Target,
  asked: Asked,
  ports: DraftPorts,
): Promise<Result> {
  const isClear = !read.isInWords && !read.isWeekdayWrong && !read.isPast;
  return reply(
    isClear ? await saveFacts(read.facts, target, asked, ports) : await readBack(read, target, asked, ports),
  );
}

export async function readBack(read: ReadFields, target: Target, { guildId, now, say }: Asked, { drafts }: DraftPorts) {
  const { facts, timeZone, isPast, isWeekdayWrong } = read;
  const id = await drafts.keep(guildId, { facts, timeZone, ...target }, now);
  return conferenceDraft({ id, facts, isPast, isWeekdayWrong, say });
}

/** Which command did the same. */
function commandOf({ conferenceId, questionId }: Target): string {
  if (questionId !== undefined) return 'programme confirm';
  return conferenceId === undefined ? 'programme add' : 'programme edit';
}

async function saveFacts(
  facts: ConferenceFacts,
  { questionId, conferenceId }: Target,
  asked: Asked,
  ports: DraftPorts,
) {
  const { guildId, member, now, say, mention } = asked;
  const { conferences } = ports;
  if (questionId !== undefined) {
    const given = { answer: 'edited', facts, by: member.id, at: now } as const;
    const answered = await conferences.answer(guildId, questionId, given, planConference);
    if (!answered) throw new Refusal('buttonOutlived', { command: mention('programme confirm') });
    const { answer, answeredAt } = answered.question;
    // Somebody was faster: what was decided then stands.
    if (answer !== 'edited' || answeredAt !== now) return conferenceQuestion({ ...answered, say });
  } else if (!(await conferences.put(guildId, conferenceId, facts, now, planConference))) {
    throw new Refusal('buttonOutlived', { command: mention('programme add') });
  }
  return conferenceSaved({ facts, seeCommand: mention('conferences upcoming'), say });
}

/** @throws Refusal where what the button stood for was forgotten */
async function getDraft({ id, guildId, mention }: Asked & Pick<Pressed, 'id'>, { drafts }: DraftPorts) {
  const draft = await drafts.find(id, guildId);
  if (!draft) throw new Refusal('buttonOutlived', { command: mention('programme add') });
  return draft;
}
