// Whether the bot may do on each server what moderators set up there: the permissions of every channel it posts to, by name.

import type { Config } from '../../config.ts';
import type { BotFacts } from '../../discord/inspectBot.ts';
import { createServers, type Servers } from '../../discord/inspectServers.ts';
import type { ChannelId, GuildId } from '../../domain/ids.ts';
import { type Permission, permissionsToPost } from '../../domain/permission.ts';
import type { GuildSettings } from '../../domain/settings.ts';
import { hasThreads } from '../../domain/subscription.ts';
import { defaultTiming } from '../../domain/timing.ts';
import { sayIn } from '../../kit/translate.ts';
import type { SetUp } from '../../store/readSetUp.ts';
import { type CheckParts, counted, type Finding, fine, wrong } from './finding.ts';

/** What is posted to a channel. */
interface Use {
  /** "articles", "alerts", … */
  readonly purposes: Set<string>;
  hasThreads: boolean;
}

export async function checkServers(
  config: Config,
  bot: BotFacts,
  setUp: SetUp,
  { progress }: CheckParts,
): Promise<Finding[]> {
  const servers = createServers(config.discordToken, { ...config, requestMs: defaultTiming.requestMs }, bot.id);
  try {
    const faults: Finding[] = [];
    let channels = 0;
    for (const [done, settings] of setUp.settings.entries()) {
      progress.show('looking at the servers', done, setUp.settings.length);
      const uses = usesOf(settings, setUp);
      channels += uses.size;
      faults.push(...(await checkServer(settings, uses, servers)));
    }
    if (faults.length > 0) return faults;
    const places = `${counted(channels, 'channel')} on ${counted(setUp.settings.length, 'server')}`;
    return [
      fine(
        channels === 0
          ? 'No channel was chosen yet: in Discord, type /setup.'
          : `The bot may do what it is to do in ${places}.`,
      ),
    ];
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return [
      wrong(
        `Discord did not say what the bot may do on its servers (${cause}).`,
        'Run this again in a few minutes. If it stays so: does the network let api requests through?',
      ),
    ];
  } finally {
    await servers.close();
  }
}

function usesOf(settings: GuildSettings, { subscriptions }: SetUp): Map<ChannelId, Use> {
  const { guildId, articlesChannelId, conferencesChannelId, alertsChannelId, threads } = settings;
  const uses = new Map<ChannelId, Use>();
  const add = (channelId: ChannelId | undefined, purpose: string, opensThreads: boolean) => {
    if (channelId === undefined) return;
    const use = uses.get(channelId) ?? { purposes: new Set(), hasThreads: false };
    use.purposes.add(purpose);
    use.hasThreads ||= opensThreads;
    uses.set(channelId, use);
  };
  add(articlesChannelId, 'articles', threads);
  for (const one of subscriptions.filter((subscription) => subscription.guildId === guildId)) {
    add(one.channelId, 'articles', hasThreads(one, settings));
  }
  add(conferencesChannelId, 'conferences', threads);
  add(alertsChannelId, 'alerts', false);
  return uses;
}

async function checkServer(
  { guildId, conferencesChannelId }: GuildSettings,
  uses: Map<ChannelId, Use>,
  servers: Servers,
): Promise<Finding[]> {
  const name = await servers.look(guildId, [...uses.keys()]);
  if (name === undefined) {
    return [
      wrong(
        `The bot is not on server ${guildId}, which set it up.`,
        'Invite it again with the link in README.md, or leave it: its settings are forgotten 30 days after the bot was removed.',
      ),
    ];
  }
  const faults = [...uses].flatMap(([channelId, use]) => checkUse(guildId, name, channelId, use, servers));
  return conferencesChannelId === undefined ? faults : [...faults, ...checkEvents(guildId, name, servers)];
}

function checkUse(guildId: GuildId, server: string, channelId: ChannelId, use: Use, servers: Servers): Finding[] {
  const purpose = [...use.purposes].join(' and ');
  const kind = servers.kindOf(channelId);
  const state = servers.checkChannel(guildId, channelId, permissionsToPost(use.hasThreads, kind));
  if (state.kind === 'gone') {
    return [
      wrong(
        `On ${server}, the channel for ${purpose} (${channelId}) is gone, or the bot may not see it.`,
        'In Discord, let the bot see it, or choose another one with /setup (of a single source: /sources edit).',
      ),
    ];
  }
  if (kind === undefined) {
    return [
      wrong(
        `On ${server}, #${state.name} is of a kind that takes no posts.`,
        'In Discord, choose another channel with /setup (of a single source: /sources edit).',
      ),
    ];
  }
  if (state.kind === 'ready') return [];
  return [
    wrong(
      `On ${server}, the bot lacks ${names(state.permissions)} in #${state.name}, where it posts ${purpose}.`,
      `In Discord: #${state.name} → Edit Channel → Permissions → the bot's role → allow it.`,
    ),
  ];
}

/** Events belong to the server, not to a channel. */
function checkEvents(guildId: GuildId, server: string, servers: Servers): Finding[] {
  const state = servers.checkChannel(guildId, guildId as string as ChannelId, ['CreateEvents']);
  if (state.kind !== 'missing') return [];
  return [
    wrong(
      `On ${server}, the bot lacks ${names(state.permissions)}, so conferences do not become events.`,
      "In Discord: Server Settings → Roles → the bot's role → allow it.",
    ),
  ];
}

function names(permissions: readonly Permission[]): string {
  const say = sayIn('en');
  return permissions.map((permission) => say(`permissions.${permission}`)).join(', ');
}
