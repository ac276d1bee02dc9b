// How a source is, in words: fine, paused, not read yet, or silent and why.

import { sourceErrorCodes } from '../domain/errors.ts';
import type { Instant } from '../domain/ids.ts';
import type { Source } from '../domain/source.ts';
import type { Say } from '../kit/translate.ts';
import { timestamp } from './text.ts';

/** Troubles that people can do more about than wait. */
const remedyCodes = [
  'htmlInsteadOfFeed',
  'login',
  'gone',
  'addressPrivate',
  'addressInvalid',
  'hostUnknown',
  'certificate',
  'notAFeed',
  'brokenFeed',
  'tooLarge',
  'layoutChanged',
] as const;

export function sourceState(source: Source, pausedAt: Instant | undefined, say: Say): string {
  if (pausedAt !== undefined) return say('sources.paused', { since: timestamp(pausedAt, 'D') });
  if (source.stoppedAt !== undefined) return say('sources.stopped', { since: timestamp(source.stoppedAt, 'D') });
  if (source.trouble !== undefined) {
    const { since, code } = source.trouble;
    const next = timestamp(source.nextPollAt, 'R');
    return say('sources.silent', { since: timestamp(since, 'R'), reason: troubleInWords(code, say), next });
  }
  if (source.lastReadAt === undefined) return say('sources.unread');
  return say('sources.fine', { checked: timestamp(source.lastReadAt, 'R') });
}

/** Codes are stored for years; one that this version does not know is said in general words. */
export function troubleInWords(code: string, say: Say): string {
  const known = sourceErrorCodes.find((candidate) => candidate === code);
  return say(known === undefined ? 'sourceTrouble.unknown' : `sourceTrouble.${known}`);
}

/** Whether nobody can do more about it than wait. */
export function isWaitedFor(code: string): boolean {
  return !remedyCodes.some((candidate) => candidate === code);
}

/** What moderators can do about it. */
export function troubleRemedy(code: string, say: Say): string {
  const known = remedyCodes.find((candidate) => candidate === code);
  return say(known === undefined ? 'sourceAlert.remedy.wait' : `sourceAlert.remedy.${known}`);
}
