// Shares a private answer with everyone in its channel, once, and takes it back for whoever shared it. Kept in memory: an undo is
// offered for a minute only.

import { DiscordAPIError, type MessageComponentInteraction } from 'discord.js';
import { Refusal, Transient } from '../domain/errors.ts';
import type { Shares } from '../ports/shares.ts';
import { outcomeOfError } from './errors.ts';

/** Longer than an undo is offered, and within the 15 minutes in which Discord lets the bot remove the answer. Milliseconds. */
const rememberedMs = 120_000;

interface Shared {
  readonly by: string;
  /** Unset while it is being posted. */
  remove?: () => Promise<unknown>;
}

export interface Sharing extends Shares {
  /**
   * @param post sends the message for all, and tells its id
   * @throws Refusal where it was shared out of the same answer before
   */
  postOnce(interaction: MessageComponentInteraction, post: () => Promise<string>): Promise<void>;
}

export function createSharing(): Sharing {
  const shares = new Map<string, Shared>();
  return {
    async postOnce(interaction, post) {
      const from = interaction.message.id;
      if (shares.has(from)) throw new Refusal('sharedAlready');
      const shared: Shared = { by: interaction.user.id };
      shares.set(from, shared);
      setTimeout(() => shares.delete(from), rememberedMs).unref();
      try {
        const id = await post();
        shared.remove = () => interaction.webhook.deleteMessage(id);
      } catch (error) {
        // What Discord has refused was surely not posted; what it did not answer may have been.
        if (error instanceof DiscordAPIError) shares.delete(from);
        throw error;
      }
    },

    async takeBack(sharedFrom, by) {
      const shared = shares.get(sharedFrom);
      if (shared?.by !== by || !shared.remove) return false;
      try {
        await shared.remove();
      } catch (error) {
        const { kind } = outcomeOfError(error);
        if (kind === 'notSent' || kind === 'unknown') throw new Transient('discordBusy', {}, error);
        // A moderator was quicker.
        if (!(error instanceof DiscordAPIError)) throw error;
      }
      delete shared.remove;
      return true;
    },
  };
}
