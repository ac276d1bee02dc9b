// The gateway: a websocket on which the bot hears what happens. Identify, heartbeat, resume; events by intent.
// @see https://discord.com/developers/docs/events/gateway

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { WebSocket, WebSocketServer } from 'ws';
import { GatewaySession } from './gatewaySession.ts';
import { GatewayTrouble } from './gatewayTrouble.ts';
import { guildCreatePayload } from './payloads/guildPayload.ts';
import { userPayload } from './payloads/userPayload.ts';
import type { Dispatch, World } from './world.ts';

/** Guilds follow READY a moment later, so that a client has returned from its login. */
const guildsFollowMs = 5;

interface Payload {
  readonly op: number;
  readonly d?: { token?: string; intents?: number; session_id?: string; seq?: number } | null;
}

export class Gateway {
  readonly trouble = new GatewayTrouble();
  readonly #world: World;
  readonly #url: () => string;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sessions = new Map<string, GatewaySession>();
  readonly #stopListening: () => void;
  readonly #dropped = new WeakSet<WebSocket>();
  #sessionCount = 0;

  /** `url` is what READY names for resuming. */
  constructor(world: World, url: () => string) {
    this.#world = world;
    this.#url = url;
    this.#server.on('connection', (socket: WebSocket) => this.#greet(socket));
    this.#stopListening = world.onDispatch((dispatch) => this.#send(dispatch));
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.trouble.attemptsAt.push(Date.now());
    if (!this.trouble.accepts) {
      socket.destroy();
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (webSocket) =>
      this.#server.emit('connection', webSocket, request),
    );
  }

  get isConnected(): boolean {
    return [...this.#sessions.values()].some(
      ({ socket, hasStarted }) => socket?.readyState === WebSocket.OPEN && hasStarted,
    );
  }

  /** Cuts every connection: with a close code, or without a word. Sessions can be resumed. */
  drop(code?: number): void {
    for (const socket of this.#server.clients) this.#close(socket, code);
  }

  /** Asks the bot to connect again and resume. */
  requestReconnect(): void {
    for (const socket of this.#server.clients) sendTo(socket, { op: GatewayOpcodes.Reconnect, d: null });
  }

  /** Ends the sessions: the bot must identify again, unless `resumable`. */
  invalidateSessions(resumable: boolean): void {
    if (!resumable) this.#sessions.clear();
    for (const socket of this.#server.clients) sendTo(socket, { op: GatewayOpcodes.InvalidSession, d: resumable });
  }

  close(): void {
    this.#stopListening();
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #send({ event, data, intents }: Dispatch): void {
    for (const session of this.#sessions.values()) {
      if (intents === 0 || session.intents & intents) session.dispatch(event, data);
    }
  }

  #close(socket: WebSocket, code?: number): void {
    this.#dropped.add(socket);
    if (code === undefined) socket.terminate();
    else socket.close(code);
  }

  #greet(socket: WebSocket): void {
    let session: GatewaySession | undefined;
    const { trouble } = this;
    const { heartbeatIntervalMs } = trouble;
    sendTo(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: heartbeatIntervalMs } });
    const silence = setTimeout(() => this.#close(socket, GatewayCloseCodes.SessionTimedOut), heartbeatIntervalMs * 2);
    socket.on('message', (data) => {
      const payload = readPayload(String(data));
      if (!payload) return socket.close(GatewayCloseCodes.DecodeError);
      if (payload.op === GatewayOpcodes.Heartbeat) {
        silence.refresh();
        if (trouble.acknowledges) sendTo(socket, { op: GatewayOpcodes.HeartbeatAck });
        return;
      }
      if (payload.op === GatewayOpcodes.Identify) trouble.identifies += 1;
      if (payload.op === GatewayOpcodes.Resume) trouble.resumes += 1;
      if (trouble.refusal !== undefined) return this.#close(socket, trouble.refusal);
      if (payload.op === GatewayOpcodes.Identify) session = this.#identify(socket, payload);
      else if (payload.op === GatewayOpcodes.Resume) session = this.#resume(socket, payload);
      else if (!session) socket.close(GatewayCloseCodes.NotAuthenticated);
    });
    socket.on('close', (code) => {
      clearTimeout(silence);
      if (session?.socket === socket) session.socket = undefined;
      // A client that says goodbye ends its session. @see https://discord.com/developers/docs/events/gateway#initiating-a-disconnect
      const saysGoodbye = (code === 1000 || code === 1001) && !this.#dropped.has(socket);
      if (session && saysGoodbye) this.#sessions.delete(session.id);
    });
  }

  #identify(socket: WebSocket, { d }: Payload): GatewaySession | undefined {
    if (d?.token !== this.#world.token) {
      socket.close(GatewayCloseCodes.AuthenticationFailed);
      return undefined;
    }
    this.#sessionCount += 1;
    this.trouble.sessionStarts.remaining -= 1;
    const session = new GatewaySession(`session-${this.#sessionCount}`, d.intents ?? 0, socket);
    this.#sessions.set(session.id, session);
    session.dispatch(GatewayDispatchEvents.Ready, {
      v: 10,
      user: { ...userPayload(this.#world.bot), verified: true, mfa_enabled: false, email: null },
      guilds: this.#world.botGuilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.trouble.resumeUrl ?? this.#url(),
      shard: [0, 1],
      application: { id: this.#world.applicationId, flags: 0 },
    });
    setTimeout(() => {
      if (session.intents & GatewayIntentBits.Guilds) {
        for (const guild of this.#world.botGuilds.filter((one) => one.isAvailable))
          session.dispatch(GatewayDispatchEvents.GuildCreate, guildCreatePayload(this.#world, guild));
      }
      session.hasStarted = true;
    }, guildsFollowMs);
    return session;
  }

  #resume(socket: WebSocket, { d }: Payload): GatewaySession | undefined {
    const session = this.#sessions.get(d?.session_id ?? '');
    if (!session || d?.token !== this.#world.token) {
      sendTo(socket, { op: GatewayOpcodes.InvalidSession, d: false });
      return undefined;
    }
    session.resume(socket, d.seq ?? 0);
    return session;
  }
}

function sendTo(socket: WebSocket, payload: unknown): void {
  socket.send(JSON.stringify(payload));
}

function readPayload(text: string): Payload | undefined {
  try {
    return JSON.parse(text) as Payload;
  } catch {
    return undefined;
  }
}
