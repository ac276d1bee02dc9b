// /audit: who changed what, as it was and as it became, and a menu to put a choice back.

import { type AuditEntry, type AuditedChange, isChanged, putBack } from '../src/domain/auditedChange.ts';
import { calendarsLimit } from '../src/domain/calendar.ts';
import { Refusal } from '../src/domain/errors.ts';
import { hasThreads } from '../src/domain/subscription.ts';
import { type Asked, defineCommand } from '../src/kit/defineCommand.ts';
import type { MessageView } from '../src/kit/message.ts';
import { optional } from '../src/kit/options.ts';
import { type Result, reply, update } from '../src/kit/result.ts';
import type { Audit } from '../src/ports/audit.ts';
import type { Calendars } from '../src/ports/calendars.ts';
import type { Guilds } from '../src/ports/guilds.ts';
import type { Settings } from '../src/ports/settings.ts';
import type { Subscriptions } from '../src/ports/subscriptions.ts';
import { auditList } from '../src/views/auditList.ts';
import { present } from '../src/views/blocks.ts';
import { type ChannelProblem, channelProblem } from '../src/views/channelProblem.ts';
import { notice } from '../src/views/notice.ts';
import { type RoleProblem, roleProblem } from '../src/views/roleProblem.ts';
import { findProblem } from './parts/findProblem.ts';
import { findProblems } from './parts/findProblems.ts';
import { findRoleProblem } from './parts/findRoleProblem.ts';
import { pageOf } from './parts/pageOf.ts';
import { readSpan } from './parts/readSpan.ts';

interface AuditPorts {
  readonly audit: Audit;
  readonly guilds: Guilds;
  readonly settings: Settings;
  readonly subscriptions: Pick<Subscriptions, 'find' | 'saveChoices'>;
  readonly calendars: Pick<Calendars, 'list' | 'followAgain'>;
}

/** Days back. */
const span = { usual: 30, limit: 365 };
const dayMs = 86_400_000;
/** The command by which each kind of choice is changed. */
const changedBy = { settings: 'setup', source: 'sources edit', calendar: 'programme import' } as const;

export const audit = defineCommand({
  name: 'audit',
  access: 'moderators',
  visibility: 'private',
  auditsItself: true,
  options: { days: optional.integer(1, span.limit) },
  run: async (input, ports: AuditPorts) => reply(await viewOfPage(input.options.days ?? span.usual, 0, input, ports)),
  actions: {
    page: async (input, ports: AuditPorts): Promise<Result> => {
      const [days, page] = readSpan(input.id, span);
      return update(await viewOfPage(days, page, input, ports));
    },
    putBack: async (input, ports: AuditPorts): Promise<Result> => {
      const { guildId, say, mention } = input;
      const [days, page] = readSpan(input.id, span);
      const entry = await ports.audit.find(guildId, Number(input.values[0]));
      if (!entry?.change) throw new Refusal('buttonOutlived', { command: mention('audit') });
      const command = mention(changedBy[entry.change.kind]);
      const { came, problems = [], role } = await undo(entry, entry.change, input, ports);
      const outcome = [
        say(came, { command }),
        ...problems.map((problem) => channelProblem(problem, say)),
        ...present(role && roleProblem(role, say)),
      ];
      return update(await viewOfPage(days, page, input, ports, outcome));
    },
  },
});

async function viewOfPage(
  days: number,
  wanted: number,
  asked: Asked,
  ports: AuditPorts,
  outcome: readonly string[] = [],
): Promise<MessageView> {
  const { guildId, now, say } = asked;
  const all = await ports.audit.list(guildId, now - days * dayMs);
  if (all.length === 0) return notice(say('audit.none', { count: days }));
  const { entries, ...place } = pageOf(all, wanted);
  const settings = await ports.settings.get(guildId);
  return auditList({ entries, settings, days, outcome, ...place, say });
}

interface Undone {
  readonly came: 'audit.putBack' | 'audit.changedSince' | 'audit.sourceRemoved';
  /** What stands in the way in the channels as they are now. */
  readonly problems?: readonly ChannelProblem[];
  /** Why the role that is mentioned again hears nothing. */
  readonly role?: RoleProblem | undefined;
}

async function undo({ options }: AuditEntry, change: AuditedChange, asked: Asked, ports: AuditPorts): Promise<Undone> {
  const { guildId, member, now, mention } = asked;
  const { calendars, guilds, settings, subscriptions } = ports;
  const entry = { guildId, userId: member.id, command: 'audit', options, at: now };
  switch (change.kind) {
    case 'settings': {
      const changed = await settings.change(guildId, (present) => putBack(change, present) ?? present, now);
      const undone = { kind: 'settings', ...changed } as const;
      if (!isChanged(undone)) return { came: 'audit.changedSince' };
      await ports.audit.record({ ...entry, change: undone });
      const { after } = changed;
      const role = findRoleProblem(after, guilds);
      return { came: 'audit.putBack', problems: findProblems(after, guilds), role };
    }
    case 'source': {
      const { subscriptionId } = change;
      const found = await subscriptions.find(subscriptionId);
      const saved =
        found?.guildId === guildId
          ? await subscriptions.saveChoices(subscriptionId, (chosen) => putBack(change, chosen) ?? chosen, now)
          : undefined;
      if (!saved) return { came: 'audit.sourceRemoved' };
      const undone = { kind: 'source', subscriptionId, ...saved } as const;
      if (!isChanged(undone)) return { came: 'audit.changedSince' };
      await ports.audit.record({ ...entry, change: undone });
      const { after } = saved;
      const chosen = await settings.get(guildId);
      const problem = findProblem(guilds, guildId, after.channelId, hasThreads(after, chosen));
      return { came: 'audit.putBack', problems: present(problem), role: findRoleProblem(chosen, guilds, after) };
    }
    case 'calendar': {
      const { stopped } = change;
      const followed = await calendars.list(guildId);
      if (followed.some(({ url }) => url === stopped.url)) return { came: 'audit.changedSince' };
      if (followed.length >= calendarsLimit) {
        throw new Refusal('calendarsFull', { limit: calendarsLimit, command: mention('programme import') });
      }
      if (!(await calendars.followAgain(guildId, stopped, member.id, now))) return { came: 'audit.changedSince' };
      await ports.audit.record({ ...entry, options: { url: stopped.url } });
      return { came: 'audit.putBack' };
    }
  }
}
