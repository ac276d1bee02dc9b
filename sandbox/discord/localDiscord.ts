// A Discord on loopback for tests and the sandbox: REST and gateway over one in-memory world, every request checked
// against Discord's own description. The bot meets it by DISCORD_API_URL alone; it imports nothing of the bot.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildWorld } from './buildWorld.ts';
import { Contract } from './contract/contract.ts';
import { handleControl, isOwnOrigin } from './control.ts';
import { defaultGuild } from './defaultGuild.ts';
import { Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import type { GuildFixture } from './guildFixture.ts';
import { Interactions } from './interactions.ts';
import type { LocalDiscord } from './localDiscordInterface.ts';
import { NonceMemory } from './nonceMemory.ts';
import { inviteAgain, inviteBot, removeBot, setAvailable } from './people/membership.ts';
import { Moderation } from './people/moderation.ts';
import { People } from './people/people.ts';
import { Uploads } from './people/uploads.ts';
import { RateLimit } from './rateLimit.ts';
import { Recorder } from './rest/recorder.ts';
import { handleRequest, isApiPath, type RouterParts } from './rest/router.ts';
import { addEvent, changeEvent, deleteEvent, listEvents } from './scheduledEvents.ts';
import { Troubles } from './troubles.ts';
import type { World } from './world.ts';

export type { Violation } from './contract/violation.ts';
export type { GuildFixture } from './guildFixture.ts';
export type { LocalDiscord } from './localDiscordInterface.ts';
export type { RecordedRequest } from './rest/recorder.ts';
export type { ViewedState } from './viewState.ts';

export interface LocalDiscordOptions {
  /** Default 0: any free one. The host is always 127.0.0.1. */
  readonly port?: number;
  /** The first guild. Default a small learned society. */
  readonly guild?: GuildFixture;
  readonly otherGuilds?: readonly GuildFixture[];
  /** How long enforce_nonce looks back. Default 180 000. */
  readonly nonceWindowMs?: number;
  /** Multiplies the windows of rate limits. Default 1. */
  readonly rateScale?: number;
  /** Handed to the page as `sandbox` of its state. */
  readonly about?: Readonly<Record<string, unknown>>;
  /** More routes (the page's files); true when it has answered. */
  readonly routes?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;
}

const host = '127.0.0.1';
const defaultTimeoutMs = 5000;
const defaultNonceWindowMs = 180_000;

export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const world = buildWorld(options.guild ?? defaultGuild, options.otherGuilds);
  const server = createServer();
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const url = `http://${host}:${port}`;
  const gatewayUrl = `ws://${host}:${port}`;
  const gateway = new Gateway(world, () => gatewayUrl);
  const uploads = new Uploads(() => url);
  const parts: RouterParts = {
    world,
    interactions: new Interactions(),
    nonces: new NonceMemory(options.nonceWindowMs ?? defaultNonceWindowMs),
    gatewayUrl,
    gatewayTrouble: gateway.trouble,
    contract: new Contract(() => world.changed()),
    faults: new Faults(),
    rateLimit: new RateLimit(options.rateScale ?? 1),
    recorder: new Recorder(),
  };
  const people = new People(world, parts.interactions, gateway, uploads);
  const discord = compose(world, parts, people, gateway, { url, server });
  const troubles = new Troubles(discord, () => world.changed());

  server.on('upgrade', (request, socket, head) => gateway.accept(request, socket, head));
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const work = async (): Promise<void> => {
      if (isApiPath(path)) return handleRequest(parts, request, response);
      if (uploads.serve(path, response)) return;
      if (!isOwnOrigin(request, port)) return refuse(response, 403);
      if (
        path.startsWith('/sandbox/') &&
        (await handleControl({ world, discord, troubles, about: options.about ?? {} }, request, response))
      )
        return;
      if (await options.routes?.(request, response)) return;
      refuse(response, 404);
    };
    work().catch((error: unknown) => {
      console.error('the local Discord failed on', request.method, path, error);
      if (!response.headersSent) refuse(response, 500);
    });
  });
  return discord;
}

interface Place {
  readonly url: string;
  readonly server: Server;
}

function compose(
  world: World,
  parts: RouterParts,
  people: People,
  gateway: Gateway,
  { url, server }: Place,
): LocalDiscord {
  const moderation = new Moderation(world);
  // A person's mistake rejects as the bot's silence does, so that callers handle one kind of failure.
  const acting =
    <Input, Answer>(act: (input: Input, timeoutMs: number) => Promise<Answer>) =>
    async (input: Input & { readonly timeoutMs?: number }): Promise<Answer> =>
      act.call(people, input, input.timeoutMs ?? defaultTimeoutMs);
  return {
    url,
    apiUrl: `${url}/api`,
    token: world.token,
    applicationId: world.applicationId,
    botUserId: world.applicationId,
    guildId: world.guild.id,
    violations: parts.contract.violations,
    requests: parts.recorder.requests,
    guild: (name) => world.getGuildNamed(name),
    guilds: () => [...world.guilds.values()],
    channel: (name, guildId) =>
      world.getChannelNamed(name, guildId === undefined ? undefined : world.getGuildNamed(guildId)),
    user: (name) => world.getPersonNamed(name),
    role: (name) => moderation.role(name),
    messages: (channelId, asUserId) =>
      world.messagesIn(channelId).filter((message) => !message.visibleTo || message.visibleTo === asUserId),
    threads: (parentId) => [...world.threadsOf(parentId)],
    attachedFile: (attachmentId) => {
      const bytes = world.attachedFiles.get(attachmentId);
      if (!bytes) throw new Error(`no attachment ${attachmentId} in the local Discord`);
      return bytes;
    },
    scheduledEvents: () => [...world.guilds.values()].flatMap((guild) => listEvents(guild)),
    setEventLimit: (limit) => {
      world.guild.eventLimit = limit;
    },
    addEvent: (user, event) =>
      addEvent(world, world.guild, { entity_type: 3, privacy_level: 2, ...event }, world.getPersonNamed(user)),
    changeEvent: (id, change) => changeEvent(world, world.guild, moderation.event(id), { ...change }),
    deleteEvent: (id) => deleteEvent(world, world.guild, moderation.event(id)),
    commands: () => world.commandsIn(world.guild),
    slash: acting(people.slash),
    autocomplete: acting(people.autocomplete),
    menu: acting(people.menu),
    click: acting(people.click),
    submitModal: acting(people.submitModal),
    say: (input) => moderation.say(input),
    fault: (rule) => parts.faults.add(rule),
    setNonceWindow: (ms) => {
      parts.nonces.windowMs = ms;
    },
    setPermissions: (channelId, overwrite) => moderation.setPermissions(channelId, overwrite),
    setForumTags: (channelId, tags) => moderation.setForumTags(channelId, tags),
    setRequiresTag: (channelId, requiresTag) => moderation.setRequiresTag(channelId, requiresTag),
    setChannelType: (channelId, type) => moderation.setChannelType(channelId, type),
    setRolePermissions: (role, permissions) => moderation.setRolePermissions(role, permissions),
    giveRole: (user, role) => moderation.setRole(user, role, true),
    takeRole: (user, role) => moderation.setRole(user, role, false),
    closeDirectMessages: (user) => {
      world.getPersonNamed(user).takesDirectMessages = false;
    },
    openDirectMessages: (user) => {
      world.getPersonNamed(user).takesDirectMessages = true;
    },
    grantCommand: (name, permissions, guildId) => moderation.grantCommand(name, permissions, guildId),
    deleteChannel: (channelId) => moderation.deleteChannel(channelId),
    deleteMessage: (channelId, messageId) => moderation.deleteMessage(channelId, messageId),
    setActiveThreadLimit: (limit, guildId = world.guild.id) => {
      world.getGuildNamed(guildId).activeThreadLimit = limit;
    },
    addGuild: (fixture) => inviteBot(world, fixture),
    inviteAgain: (id) => inviteAgain(world, world.getGuildNamed(id)),
    removeGuild: (id) => removeBot(world, world.getGuildNamed(id)),
    setGuildAvailable: (id, isAvailable) => setAvailable(world, world.getGuildNamed(id), isAvailable),
    patchThread: (threadId, change) => moderation.patchThread(threadId, change),
    gateway: gateway.trouble,
    isConnected: () => gateway.isConnected,
    dropGateway: (code) => gateway.drop(code),
    requestReconnect: () => gateway.requestReconnect(),
    invalidateSessions: (resumable = false) => gateway.invalidateSessions(resumable),
    onRequest: (listener) => parts.recorder.onRequest(listener),
    onChange: (listener) => world.onChange(listener),
    close: () => close(server, gateway),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server, gateway: Gateway): Promise<void> {
  gateway.close();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end();
}
