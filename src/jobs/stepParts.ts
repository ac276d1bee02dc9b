import type { Timing } from '../domain/timing.ts';
import type { MessageView } from '../kit/message.ts';
import type { GuildEvents } from '../ports/guildEvents.ts';
import type { Guilds } from '../ports/guilds.ts';
import type { KeptEvents } from '../ports/keptEvents.ts';
import type { Publisher } from '../ports/publisher.ts';
import type { Settings } from '../ports/settings.ts';
import type { ComposePorts, QuestionPorts } from './composeMessage.ts';
import type { WishPorts } from './eventWishes.ts';

/** What a step of a delivery needs: its words and its way to Discord. */
export interface StepParts extends ComposePorts, QuestionPorts, WishPorts {
  readonly settings: Settings;
  readonly conferences: ComposePorts['conferences'] & WishPorts['conferences'];
  readonly publisher: Publisher<MessageView>;
  readonly guilds: Guilds;
  readonly timing: Pick<Timing, 'settleMs'>;
  readonly guildEvents: GuildEvents;
  readonly keptEvents: Pick<KeptEvents, 'list'>;
}
