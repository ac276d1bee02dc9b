// /sources edit: what one source does otherwise than the server, and which of its articles are wanted. Without a change it
// shows what is chosen.

import { isChanged } from '../../src/domain/auditedChange.ts';
import { Refusal } from '../../src/domain/errors.ts';
import { emptyFilter, isEmptyFilter } from '../../src/domain/filter.ts';
import type { GuildSettings } from '../../src/domain/settings.ts';
import { hasThreads, type SubscriptionChoices } from '../../src/domain/subscription.ts';
import { type Asked, defineSubcommand } from '../../src/kit/defineCommand.ts';
import { type ChosenRole, type OptionValues, optional, required } from '../../src/kit/options.ts';
import { type Result, reply } from '../../src/kit/result.ts';
import type { Audit } from '../../src/ports/audit.ts';
import type { Guilds } from '../../src/ports/guilds.ts';
import type { Settings } from '../../src/ports/settings.ts';
import type { FollowedSource, Subscriptions } from '../../src/ports/subscriptions.ts';
import { sourceChoices } from '../../src/views/sourceChoices.ts';
import { escapeLine } from '../../src/views/text.ts';
import { findProblem } from '../parts/findProblem.ts';
import { findRoleProblem } from '../parts/findRoleProblem.ts';
import { completeSource, getFollowed, getPressed } from '../parts/followedSource.ts';
import { plainName, sourceName } from '../parts/sourceName.ts';
import { readTerms } from './readTerms.ts';

export interface EditPorts {
  readonly subscriptions: Subscriptions;
  readonly settings: Settings;
  readonly guilds: Guilds;
  readonly audit: Audit;
}

/** Characters. */
const titleLimit = 100;

const options = {
  source: required.text({ completes: true }),
  channel: optional.channel('text', 'announcement', 'forum', 'thread'),
  role: optional.role(),
  threads: optional.choice('on', 'off', 'default'),
  question: optional.choice('on', 'off', 'default'),
  filter_any: optional.text(),
  filter_all: optional.text(),
  filter_none: optional.text(),
};

export const edit = defineSubcommand({
  name: 'edit',
  visibility: 'private',
  auditsItself: true,
  options,
  async run(input, ports: EditPorts) {
    const { source, ...changes } = input.options;
    const followed = await getFollowed(source, input, ports);
    if (Object.values(changes).every((value) => value === undefined)) return showChoices(followed, input, ports);
    const settings = await ports.settings.get(input.guildId);
    const { id: subscriptionId } = followed.subscription;
    const { guildId, member, now } = input;
    const saved = await ports.subscriptions.saveChoices(
      subscriptionId,
      (before) => changed(before, settings, changes),
      now,
    );
    if (!saved) throw new Refusal('sourceUnknown', { typed: escapeLine(followed.source.title, titleLimit) });
    const { before, after: choices } = saved;
    const change = { kind: 'source', subscriptionId, ...saved } as const;
    if (isChanged(change)) {
      const options = { source: plainName(followed.source) };
      await ports.audit.record({ guildId, userId: member.id, command: 'sources edit', options, change, at: now });
    }
    const threads = hasThreads(choices, settings);
    const problem = findProblem(ports.guilds, input.guildId, choices.channelId, threads);
    const role = findRoleProblem(settings, ports.guilds, choices);
    return reply(
      sourceChoices({
        source: sourceName(followed.source),
        choices,
        settings,
        isChanged: true,
        ...(choices.channelId === before.channelId ? {} : { formerChannelId: before.channelId }),
        ...(problem === undefined ? {} : { problem }),
        ...(role === undefined ? {} : { role }),
        nextStep: input.say('sourceChoices.howToPreview', { command: input.mention('sources preview') }),
        say: input.say,
      }),
    );
  },
  complete: { source: (input, ports: EditPorts) => completeSource(input, ports) },
  actions: {
    /** "Edit" on a source that is shown. */
    edit: async (input, ports: EditPorts): Promise<Result> =>
      showChoices(await getPressed(input.id, input, ports), input, ports),
  },
});

async function showChoices({ source, subscription }: FollowedSource, asked: Asked, ports: EditPorts): Promise<Result> {
  const { say, mention, guildId } = asked;
  return reply(
    sourceChoices({
      source: sourceName(source),
      choices: subscription,
      settings: await ports.settings.get(guildId),
      isChanged: false,
      nextStep: say('sourceChoices.howToChange', { command: mention('sources edit') }),
      say,
    }),
  );
}

function changed(
  before: SubscriptionChoices,
  settings: GuildSettings,
  change: Omit<OptionValues<typeof options>, 'source'>,
): SubscriptionChoices {
  const { any, all, none } = before.filter ?? emptyFilter;
  const filter = {
    any: readTerms(change.filter_any) ?? any,
    all: readTerms(change.filter_all) ?? all,
    none: readTerms(change.filter_none) ?? none,
  };
  const threads = change.threads === undefined ? before.threads : switches[change.threads];
  const question = change.question === undefined ? before.question : switches[change.question];
  const pingRoleId = change.role === undefined ? before.pingRoleId : chosenRole(change.role, settings);
  return {
    channelId: change.channel?.id ?? before.channelId,
    ...(threads === undefined ? {} : { threads }),
    ...(question === undefined ? {} : { question }),
    ...(pingRoleId === undefined ? {} : { pingRoleId }),
    ...(isEmptyFilter(filter) ? {} : { filter }),
  };
}

const switches = { on: true, off: false, default: undefined } as const;

/** The role that is everybody has the server's own id; it stands for "mention nobody". Undefined: as the server. */
function chosenRole({ id }: ChosenRole, { guildId, pingRoleId }: GuildSettings): SubscriptionChoices['pingRoleId'] {
  if (id === pingRoleId) return undefined;
  return (id as string) === guildId ? 'nobody' : id;
}
