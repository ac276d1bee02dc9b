// The panel of /setup at every step, with as much in it as there can be.

import { zonesOf } from '../../../commands/parts/timeZone.ts';
import type { ChannelId, RoleId, SubscriptionId, UserId } from '../../../src/domain/ids.ts';
import { permissions } from '../../../src/domain/permission.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import type { FormView, MessageView } from '../../../src/kit/message.ts';
import { type Say, spokenLanguages } from '../../../src/kit/translate.ts';
import { auditList } from '../../../src/views/auditList.ts';
import { channelProblem } from '../../../src/views/channelProblem.ts';
import { siteForm, typedZoneForm } from '../../../src/views/setupForms.ts';
import { setupPanel, setupSteps } from '../../../src/views/setupPanel.ts';
import { setupSaved } from '../../../src/views/setupSaved.ts';
import { guildId, newsId, now } from '../samples.ts';

const stars = '*'.repeat(5_000);
const channel = '9'.repeat(19) as ChannelId;

export function fullestSetup(say: Say): [string, MessageView][] {
  const settings = {
    ...defaultSettings(guildId),
    ...{ articlesChannelId: newsId, conferencesChannelId: channel, alertsChannelId: channel },
    ...{ pingRoleId: '9'.repeat(19) as RoleId, timeZone: 'America/Argentina/Buenos_Aires' },
  };
  const problem = { channelId: channel, missing: permissions };
  const command = '</conferences upcoming:1234567890123456789>';
  const notes = [say('role.silent', { role: `<@&${channel}>` }), say('setup.elsewhere', { count: 99, command })];
  const saved = setupSaved({
    ...{ settings, isChanged: true, problems: [problem, problem, problem], notes, say },
    nextStep: say('next.alerts', { command }),
  });
  const steps = [...setupSteps, 'zone' as const].map((step): [string, MessageView] => [
    `the setup, ${step}`,
    setupPanel({
      ...{ step, settings, now, say },
      sources: Array.from({ length: 100 }, (_, id) => ({ id, title: stars })),
      menuChannelIds: new Set([newsId, channel]),
      problems: [problem, problem, problem],
      roleProblem: { roleId: '9'.repeat(19) as RoleId, isGone: false },
      languages: spokenLanguages,
      zones: step === 'zone' ? zonesOf('America') : [],
      guessedZone: 'Asia/Ho_Chi_Minh',
      conferencesCommand: command,
      outcome: say('setupPanel.postedAlready'),
    }),
  ]);
  return [...steps, ['what a server has chosen', saved]];
}

/** A page of changes, each as wide as it can be. */
export function fullestAudit(say: Say): [string, MessageView][] {
  const before = defaultSettings(guildId);
  const after = { ...before, articlesChannelId: newsId, conferencesChannelId: channel, alertsChannelId: channel };
  const filter = { any: Array.from({ length: 20 }, () => stars.slice(0, 60)), all: [], none: [] };
  const choices = { channelId: newsId, filter };
  const change = [
    { kind: 'settings', before, after } as const,
    { kind: 'source', subscriptionId: 1 as SubscriptionId, before: { channelId: channel }, after: choices } as const,
    { kind: 'calendar', stopped: { url: `https://a.example/${'p'.repeat(480)}`, title: stars } } as const,
  ];
  const entries = Array.from({ length: 5 }, (_, id) => ({
    ...{ id, guildId, userId: '9'.repeat(19) as UserId, command: 'sources edit', at: now },
    options: Object.fromEntries(Array.from({ length: 25 }, (__, place) => [`option ${place}`, stars])),
    ...(id < change.length ? { change: change[id] as (typeof change)[number] } : {}),
  }));
  const problem = channelProblem({ channelId: channel, missing: permissions }, say);
  const outcome = [say('audit.putBack'), problem, problem, problem];
  return [['the audit', auditList({ entries, settings: after, page: 1, pageCount: 99, days: 365, outcome, say })]];
}

export function setupFormViews(say: Say): [string, FormView][] {
  return [
    ['the address of a site', siteForm(say)],
    ['a time zone', typedZoneForm(say)],
  ];
}
