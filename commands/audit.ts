// /audit: who changed what, as it was and as it became, and a menu to put a choice back.

import { type AuditedChange, putBack } from '../src/domain/auditedChange.ts';
import { calendarsLimit } from '../src/domain/calendar.ts';
import { Refusal } from '../src/domain/errors.ts';
import { choicesOf } from '../src/domain/subscription.ts';
import { type Asked, defineCommand } from '../src/kit/defineCommand.ts';
import type { MessageView } from '../src/kit/message.ts';
import { optional } from '../src/kit/options.ts';
import { type Result, reply, update } from '../src/kit/result.ts';
import type { Audit } from '../src/ports/audit.ts';
import type { Calendars } from '../src/ports/calendars.ts';
import type { Settings } from '../src/ports/settings.ts';
import type { Subscriptions } from '../src/ports/subscriptions.ts';
import { auditList } from '../src/views/auditList.ts';
import { notice } from '../src/views/notice.ts';
import { pageOf } from './parts/pageOf.ts';
import { readSpan } from './parts/readSpan.ts';

interface AuditPorts {
  readonly audit: Audit;
  readonly settings: Settings;
  readonly subscriptions: Pick<Subscriptions, 'find' | 'saveChoices'>;
  readonly calendars: Pick<Calendars, 'list' | 'followAgain'>;
}

/** Days back. */
const span = { usual: 30, limit: 365 };
const dayMs = 86_400_000;

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
      const outcome = say((await undo(entry.change, input, ports)) ? 'audit.putBack' : 'audit.changedSince');
      return update(await viewOfPage(days, page, input, ports, outcome));
    },
  },
});

async function viewOfPage(
  days: number,
  wanted: number,
  asked: Asked,
  ports: AuditPorts,
  outcome?: string,
): Promise<MessageView> {
  const { guildId, now, say } = asked;
  const all = await ports.audit.list(guildId, now - days * dayMs);
  if (all.length === 0) return notice(say('audit.none', { count: days }));
  const { entries, ...place } = pageOf(all, wanted);
  const settings = await ports.settings.get(guildId);
  return auditList({ entries, settings, days, outcome, ...place, say });
}

/** @returns false where it was changed again since */
async function undo(change: AuditedChange, asked: Asked, { audit, settings, subscriptions, calendars }: AuditPorts) {
  const { guildId, member, now, mention } = asked;
  const entry = { guildId, userId: member.id, command: 'audit', options: {}, at: now };
  switch (change.kind) {
    case 'settings': {
      const before = await settings.get(guildId);
      const after = putBack(change, before);
      if (!after) return false;
      await settings.save(after);
      await audit.record({ ...entry, change: { kind: 'settings', before, after } });
      return true;
    }
    case 'source': {
      const { subscriptionId } = change;
      const found = await subscriptions.find(subscriptionId);
      if (found?.guildId !== guildId) return false;
      const before = choicesOf(found);
      const after = putBack(change, before);
      if (!after) return false;
      await subscriptions.saveChoices(subscriptionId, after, now);
      await audit.record({ ...entry, change: { kind: 'source', subscriptionId, before, after } });
      return true;
    }
    case 'calendar': {
      const { stopped } = change;
      const { length } = await calendars.list(guildId);
      if (length >= calendarsLimit) {
        throw new Refusal('calendarsFull', { limit: calendarsLimit, command: mention('programme import') });
      }
      if (!(await calendars.followAgain(guildId, stopped, member.id, now))) return false;
      await audit.record({ ...entry, options: { url: stopped.url, isFollowed: true } });
      return true;
    }
  }
}
