// Lets every connection to the gateway pass a gate first. discord.js alone connects twice a second while the gateway is down,
// logs in every five seconds when it is thrown out at once, and stays for ever with a resume address that is dead.

import { type SessionInfo, SimpleShardingStrategy, WebSocketShardStatus } from 'discord.js';

export type GatewayManager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

/**
 * Resolves when the shard may connect, with the session it may resume; null means that it logs in.
 * Never rejects: discord.js waits for it where nobody would hear.
 */
export type PassGate = (session: SessionInfo | null, manager: GatewayManager) => Promise<SessionInfo | null>;

export class PacedSharding extends SimpleShardingStrategy {
  constructor(manager: GatewayManager, pass: PassGate) {
    super(manager);
    const retrieve = manager.options.retrieveSessionInfo.bind(manager.options);
    manager.options.retrieveSessionInfo = async (shardId) => {
      const session = await retrieve(shardId);
      // A shard asks for its session often, but only before it connects while it is idle.
      const isConnecting = (await this.fetchStatus()).get(shardId) === WebSocketShardStatus.Idle;
      return isConnecting ? pass(session, manager) : session;
    };
  }

  /** A first connection that fails is tried again by the shard itself; to discord.js it would be a login that failed. */
  override async connect(): Promise<void> {
    super.connect().catch(() => undefined);
  }
}
