// /audit: who changed what, as it was and as it became, and a menu to put a choice back.

import type { AuditRecord } from '../src/domain/auditedChange.ts';
import { type AuditedChange, putBack } from '../src/domain/auditedChange.ts';
import { Refusal } from '../src/domain/errors.ts';
import { type Asked, defineCommand, type Pressed } from '../src/kit/defineCommand.ts';
import type { MessageView } from '../src/kit/message.ts';
import { optional } from '../src/kit/options.ts';
import { type Result, reply, update } from '../src/kit/result.ts';
import type { Audit } from '../src/ports/audit.ts';
import type { Settings } from '../src/ports/settings.ts';
import type { Subscriptions } from '../src/ports/subscriptions.ts';
import { auditList } from '../src/views/auditList.ts';
import { notice } from '../src/views/notice.ts';
import { pageOf } from './parts/pageOf.ts';
import { readPage } from './parts/readPage.ts';

interface AuditPorts {
  readonly audit: Audit;
  readonly settings: Settings;
  readonly subscriptions: Pick<Subscriptions, 'find' | 'saveChoices'>;
}

const usualDays = 30;
const daysLimit = 365;
const dayMs = 86_400_000;

/** What only shows something, or opens what then records what is chosen in it. */
const changesNothing = new Set([
  'setup',
  'status',
  'audit',
  'sources list',
  'sources show',
  'sources preview',
  'sources check',
  'sources export',
  'sources edit',
  'programme confirm',
  'post',
]);

export const audit = defineCommand({
  name: 'audit',
  access: 'moderators',
  visibility: 'private',
  options: { days: optional.integer(1, daysLimit) },
  run: async (input, ports: AuditPorts) => reply(await viewOfPage(input.options.days ?? usualDays, 0, input, ports)),
  actions: {
    page: async (input, ports: AuditPorts): Promise<Result> => {
      const [days, page] = daysAndPage(input);
      return update(await viewOfPage(days, page, input, ports));
    },
    putBack: async (input, ports: AuditPorts): Promise<Result> => {
      const { guildId, say, mention } = input;
      const [days, page] = daysAndPage(input);
      const entry = await ports.audit.find(guildId, Number(input.values[0]));
      if (!entry?.change) throw new Refusal('buttonOutlived', { command: mention('audit') });
      const outcome = say((await undo(entry.change, input, ports)) ? 'audit.putBack' : 'audit.changedSince');
      return update(await viewOfPage(days, page, input, ports, outcome));
    },
  },
});

function daysAndPage({ id }: Pressed): [number, number] {
  const [days, page] = id.split('.');
  return [Math.min(readPage(days) || usualDays, daysLimit), readPage(page)];
}

async function viewOfPage(
  days: number,
  wanted: number,
  asked: Asked,
  ports: AuditPorts,
  outcome?: string,
): Promise<MessageView> {
  const { guildId, now, say } = asked;
  const all = (await ports.audit.list(guildId, now - days * dayMs)).filter(isChange);
  if (all.length === 0) return notice(say('audit.none', { count: days }));
  const { entries, ...place } = pageOf(all, wanted);
  const settings = await ports.settings.get(guildId);
  return auditList({ entries, settings, days, outcome, ...place, say });
}

function isChange({ command, change, options }: AuditRecord): boolean {
  return change !== undefined || !changesNothing.has(command) || options.answer !== undefined;
}

/** @returns false where it was changed again since */
async function undo(change: AuditedChange, asked: Asked, { audit, settings, subscriptions }: AuditPorts) {
  const { guildId, member, now } = asked;
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
      const before = await subscriptions.find(subscriptionId);
      const after = before?.guildId === guildId ? putBack(change, before) : undefined;
      if (!before || !after) return false;
      await subscriptions.saveChoices(subscriptionId, after, now);
      await audit.record({ ...entry, change: { kind: 'source', subscriptionId, before, after } });
      return true;
    }
  }
}
