// Answers an interaction whatever comes of it: a known error is said, anything else is a defect with an incident id; what was typed
// into a form that is refused is kept.

import { randomBytes } from 'node:crypto';
import type { Interaction } from 'discord.js';
import { isSayable } from '../domain/errors.ts';
import type { Instant } from '../domain/ids.ts';
import type { Log } from '../kit/log.ts';
import { type Result, reply, type Visibility } from '../kit/result.ts';
import { sayIn } from '../kit/translate.ts';
import type { Clock } from '../ports/clock.ts';
import { notice } from '../views/notice.ts';
import { refusedForm } from '../views/refusedForm.ts';
import { type Answerable, answer } from './answer.ts';
import type { Retyping } from './retyping.ts';
import type { Sharing } from './shares.ts';

/** Refusals that no other words would help. */
const beyondCorrection: readonly string[] = ['moderatorsOnly', 'buttonOutlived'];

export interface RespondParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly sharing: Sharing;
  readonly retyping: Retyping;
  readonly deferMs: number;
}

/** How a command, button or form is answered. */
export interface Responding {
  readonly visibility: Visibility;
  readonly mayDefer: boolean;
  /** As the log calls it. */
  readonly label: string;
}

export async function respond(
  interaction: Answerable,
  parts: RespondParts,
  { label, ...manner }: Responding,
  produce: (now: Instant) => Promise<Result>,
): Promise<void> {
  const { clock, log, retyping } = parts;
  const startedAt = performance.now();
  let outcome = 'answered';
  const refuse = (error: unknown, formId?: string): Result => {
    const say = sayIn(interaction.locale);
    const isKnown = isSayable(error);
    outcome = isKnown ? error.code : 'defect';
    const text = isKnown
      ? say(error.sentence, error.args)
      : say('errors.defect', { incident: logDefect(log, interaction, error) });
    return reply(formId === undefined ? notice(text) : refusedForm(text, formId, say), 'private');
  };
  const keepForm = async (error: unknown, now: Instant): Promise<string | undefined> => {
    if (!interaction.isModalSubmit() || !interaction.inCachedGuild()) return undefined;
    if (isSayable(error) && beyondCorrection.includes(error.code)) return undefined;
    return retyping.keep(interaction, now);
  };
  const asked = async (): Promise<Result> => {
    const now = clock.now();
    try {
      return await produce(now);
    } catch (error) {
      // A form that cannot be kept does not hide why it was refused.
      const formId = await keepForm(error, now).catch((failure) => void logDefect(log, interaction, failure));
      return refuse(error, formId ?? undefined);
    }
  };
  await answer(interaction, { ...parts, ...manner, refuse }, asked);
  const durationMs = Math.round(performance.now() - startedAt);
  log.info('command.answered', { command: label, guildId: interaction.guildId, outcome, durationMs });
}

/** @returns the incident's id, to be told to whoever asked */
export function logDefect(log: Log, { guildId }: Pick<Interaction, 'guildId'>, error: unknown): string {
  const incident = randomBytes(2).toString('hex').toUpperCase();
  log.error('command.failed', { incident, guildId, err: error });
  return incident;
}
