import type { GuildId, Instant, UserId } from '../domain/ids.ts';

/** Who makes a link, and what its calendar is called. */
export interface CalendarLinkMaker {
  readonly guildId: GuildId;
  readonly title: string;
  readonly by: UserId;
  readonly at: Instant;
}

export interface CalendarLink {
  readonly guildId: GuildId;
  readonly title: string;
  readonly madeAt: Instant;
}

/** The secret part of the address under which a guild's programme can be subscribed to: 27 characters, 160 random bits. */
export interface CalendarLinks {
  /** The guild's token, made when it is first asked for. */
  get(maker: CalendarLinkMaker): Promise<string>;
  /** Another token; the one before opens nothing any more. */
  renew(maker: CalendarLinkMaker): Promise<string>;
  find(token: string): Promise<CalendarLink | undefined>;
}
