// What a route's handler gets and gives back.

import type { GatewayTrouble } from '../gatewayTrouble.ts';
import type { Interactions } from '../interactions.ts';
import type { NonceMemory } from '../nonceMemory.ts';
import type { Json } from '../payloads/componentPayload.ts';
import type { UploadedFile } from '../payloads/messagePayload.ts';
import type { World } from '../world.ts';

export interface Call {
  readonly world: World;
  readonly interactions: Interactions;
  readonly nonces: NonceMemory;
  /** Address that GET /gateway/bot names. */
  readonly gatewayUrl: string;
  readonly gatewayTrouble: GatewayTrouble;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON body, or `payload_json` of a multipart one; an array for bulk overwrites. */
  readonly body: Json;
  readonly files: readonly UploadedFile[];
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

export type Handler = (call: Call) => Reply;

/** Handlers by `METHOD /path/{template}`, spelt as in Discord's description. */
export type RouteTable = Readonly<Record<string, Handler>>;

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });
export const noContent: Reply = { status: 204 };
