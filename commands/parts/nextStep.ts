// The one thing a moderator should do next.

import type { GuildSettings } from '../../src/domain/settings.ts';
import type { Asked } from '../../src/kit/defineCommand.ts';

/** One sentence. */
export function nextStep(
  settings: GuildSettings,
  sourceCount: number,
  { say, mention }: Pick<Asked, 'say' | 'mention'>,
): string {
  if (settings.articlesChannelId === undefined) return say('next.setup', { command: mention('setup') });
  if (sourceCount === 0) return say('next.addSource', { command: mention('sources add') });
  if (settings.alertsChannelId === undefined) return say('next.alerts', { command: mention('setup') });
  return say('next.done', { command: mention('status') });
}
