import type { MessageView } from '../kit/message.ts';
import type { Clock } from '../ports/clock.ts';
import type { Publisher } from '../ports/publisher.ts';
import type { ComposePorts } from './composeMessage.ts';

/** What a step of a delivery needs: its words, its way to Discord, the time. */
export interface StepParts extends ComposePorts {
  readonly publisher: Publisher<MessageView>;
  readonly clock: Clock;
}
