import type { Finding, Outcome } from '../domain/delivery.ts';
import type { ChannelId, GuildId, Instant, MessageId, UserId } from '../domain/ids.ts';
import type { Place } from '../domain/place.ts';

/** What a forum post consists of besides its card. */
export interface PostHeading {
  /** At most 100 characters, plain text. */
  readonly name: string;
  /** At most five. */
  readonly tagIds: readonly string[];
  readonly archiveAfterMinutes?: number;
}

export interface ThreadHeading {
  readonly name: string;
  readonly archiveAfterMinutes?: number;
}

/** Where a lost message is looked for. */
export interface LostMessage {
  readonly channelId: ChannelId;
  /** How a custom_id of one of its components ends. */
  readonly marker: string;
  readonly since: Instant;
  /** Whether it went to one person: both ends of such a channel see all of it. */
  readonly isDirect?: boolean;
}

/** Where a lost forum post is looked for. */
export interface LostPost {
  readonly guildId: GuildId;
  readonly forumId: ChannelId;
  /** Of its first message. */
  readonly marker: string;
  /** What its thread was called; tells whose thread it is once its card was removed. */
  readonly name: string;
  readonly since: Instant;
}

/** HTTP steps at Discord, each sent once and never repeated here. `Message` is what the views make. */
export interface Publisher<Message> {
  /** @param afresh asks Discord even where the gateway has told @returns the outcome where Discord does not tell */
  describePlace(
    channelId: ChannelId,
    afresh: boolean,
  ): Promise<{ readonly kind: 'place'; readonly place: Place } | Outcome>;
  /** The channel of a person's direct messages, as the id of `done`. */
  openDirect(userId: UserId): Promise<Outcome>;
  sendMessage(channelId: ChannelId, message: Message, nonce: string): Promise<Outcome>;
  /** The id is the thread's and its first message's. */
  createPost(forumId: ChannelId, message: Message, heading: PostHeading): Promise<Outcome>;
  /** Opens the discussion first that Discord has archived; one that a person locked is left as it is. */
  editMessage(channelId: ChannelId, messageId: MessageId, message: Message): Promise<Outcome>;
  /** Opens its discussion like an edit. */
  deleteMessage(channelId: ChannelId, messageId: MessageId): Promise<Outcome>;
  openThread(channelId: ChannelId, messageId: MessageId, heading: ThreadHeading): Promise<Outcome>;
  /** Leaves a discussion alone that is not called `from` any more: a person renamed it. */
  renameThread(threadId: ChannelId, from: string, to: string): Promise<Outcome>;
  /** Publishes a message to the servers that follow its channel. */
  crosspost(channelId: ChannelId, messageId: MessageId): Promise<Outcome>;
  findMessage(message: LostMessage): Promise<Finding>;
  /** Looks whether a message that was sent is still there; `removed` where it, or all of its channel, is not. */
  findSent(channelId: ChannelId, messageId: MessageId): Promise<Finding>;
  /** In open and archived threads. */
  findPost(post: LostPost): Promise<Finding>;
  /** Looks whether the message has its thread already. */
  findThread(channelId: ChannelId, messageId: MessageId): Promise<Finding>;
}
