// What a moderator changed of the choices of a server or of a source, as it was and as it became, so that it can be put back.

import { isDeepStrictEqual } from 'node:util';
import type { StoppedCalendar } from './calendar.ts';
import type { GuildId, Instant, SubscriptionId, UserId } from './ids.ts';
import type { GuildSettings } from './settings.ts';
import type { SubscriptionChoices } from './subscription.ts';

export type AuditedChange =
  | { readonly kind: 'settings'; readonly before: GuildSettings; readonly after: GuildSettings }
  | {
      readonly kind: 'source';
      readonly subscriptionId: SubscriptionId;
      readonly before: SubscriptionChoices;
      readonly after: SubscriptionChoices;
    }
  /** A calendar is followed no longer. */
  | { readonly kind: 'calendar'; readonly stopped: StoppedCalendar };

/** What was chosen, as it was and as it became. */
type ChangedChoices = Exclude<AuditedChange, { readonly kind: 'calendar' }>;

/** One thing a moderator did. */
export interface AuditEntry {
  readonly guildId: GuildId;
  readonly userId: UserId;
  /** The command as typed, e.g. `sources add`. */
  readonly command: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
  /** Unset: nothing that can be put back. */
  readonly change?: AuditedChange;
  readonly at: Instant;
}

export interface AuditRecord extends AuditEntry {
  readonly id: number;
}

const choices = {
  settings: [
    'articlesChannelId',
    'conferencesChannelId',
    'alertsChannelId',
    'pingRoleId',
    'threads',
    'language',
    'timeZone',
  ],
  source: ['channelId', 'threads', 'question', 'pingRoleId', 'filter'],
} as const;

/** Whether any choice became another: one may choose again what is chosen. */
export function isChanged(change: AuditedChange): boolean {
  return change.kind === 'calendar' || changedChoices(change).length > 0;
}

function changedChoices({ kind, before, after }: ChangedChoices): readonly string[] {
  const [was, became] = [before, after] as unknown as Readonly<Record<string, unknown>>[];
  return choices[kind].filter((name) => !isDeepStrictEqual(was?.[name], became?.[name]));
}

/** Each choice as it was before, where it still is as it became. @returns undefined where one was changed again since */
export function putBack<Chosen extends object>(
  change: ChangedChoices & { readonly before: Chosen; readonly after: Chosen },
  present: Chosen,
): Chosen | undefined {
  const { before, after } = change;
  const [became, is] = [after, present] as Readonly<Record<string, unknown>>[];
  const names = changedChoices(change);
  if (names.some((name) => !isDeepStrictEqual(is?.[name], became?.[name]))) return undefined;
  const kept = Object.entries(present).filter(([name]) => !names.includes(name));
  const restored = Object.entries(before).filter(([name, value]) => names.includes(name) && value !== undefined);
  return Object.fromEntries([...kept, ...restored]) as Chosen;
}
