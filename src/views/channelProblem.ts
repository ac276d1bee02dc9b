// Why a channel cannot be used yet, in one or two sentences.

import type { ChannelId } from '../domain/ids.ts';
import type { Permission } from '../domain/permission.ts';
import type { Say } from '../kit/translate.ts';
import { permissionNames } from './permissionNames.ts';

/** A channel where something is in the way. */
export interface ChannelProblem {
  readonly channelId: ChannelId;
  /** Empty: the channel is gone. */
  readonly missing: readonly Permission[];
}

export function channelProblem({ channelId, missing }: ChannelProblem, say: Say): string {
  const channel = `<#${channelId}>`;
  if (missing.length === 0) return say('channel.gone', { channel });
  const permissions = permissionNames(missing, say);
  return say('channel.missing', { count: missing.length, channel, permissions });
}
