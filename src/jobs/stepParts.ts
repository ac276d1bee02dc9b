import type { MessageView } from '../kit/message.ts';
import type { Publisher } from '../ports/publisher.ts';
import type { ComposePorts, QuestionPorts } from './composeMessage.ts';

/** What a step of a delivery needs: its words and its way to Discord. */
export interface StepParts extends ComposePorts, QuestionPorts {
  readonly publisher: Publisher<MessageView>;
}
