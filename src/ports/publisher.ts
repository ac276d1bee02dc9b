import type { Finding, Outcome } from '../domain/delivery.ts';
import type { ChannelId, DeliveryId, Instant, MessageId } from '../domain/ids.ts';

/** One HTTP step at Discord, sent once, never repeated here. `Message` is what the views make. */
export interface Publisher<Message> {
  sendMessage(channelId: ChannelId, message: Message, nonce: string): Promise<Outcome>;
  editMessage(channelId: ChannelId, messageId: MessageId, message: Message): Promise<Outcome>;
  openThread(channelId: ChannelId, messageId: MessageId, name: string): Promise<Outcome>;
  /** Looks for a message of the bot whose custom_ids carry the delivery id, posted since `since`. */
  findMessage(channelId: ChannelId, deliveryId: DeliveryId, since: Instant): Promise<Finding>;
  /** Looks whether the message has its thread already. */
  findThread(channelId: ChannelId, messageId: MessageId): Promise<Finding>;
}
