// One session of a bot at the gateway: its intents, its numbered events, and the connection it has just now, if any.

import { GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';

interface Numbered {
  readonly sequence: number;
  readonly text: string;
}

export class GatewaySession {
  readonly id: string;
  readonly intents: number;
  socket: WebSocket | undefined;
  /** Whether the guilds have been sent. */
  hasStarted = false;
  #sequence = 0;
  readonly #sent: Numbered[] = [];

  constructor(id: string, intents: number, socket: WebSocket) {
    this.id = id;
    this.intents = intents;
    this.socket = socket;
  }

  /** Sends an event, or keeps it for a resume while there is no connection. */
  dispatch(event: string, data: unknown): void {
    this.#sequence += 1;
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: event, s: this.#sequence, d: data });
    this.#sent.push({ sequence: this.#sequence, text });
    this.socket?.send(text);
  }

  /** Continues on another connection with everything after `sequence`. */
  resume(socket: WebSocket, sequence: number): void {
    this.socket = socket;
    for (const one of this.#sent) {
      if (one.sequence > sequence) socket.send(one.text);
    }
    this.dispatch('RESUMED', {});
  }
}
