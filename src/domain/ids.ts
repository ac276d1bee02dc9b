// The ids of everything that has one, branded so that one cannot be passed for another.

declare const brand: unique symbol;
type Branded<Value, Name extends string> = Value & { readonly [brand]: Name };

/** A Discord snowflake: decimal digits as text. */
export type GuildId = Branded<string, 'GuildId'>;
/** A Discord snowflake of a channel or a thread (a thread is a channel). */
export type ChannelId = Branded<string, 'ChannelId'>;
/** A Discord snowflake of a person or bot. */
export type UserId = Branded<string, 'UserId'>;
/** A Discord snowflake of a role. */
export type RoleId = Branded<string, 'RoleId'>;
/** A Discord snowflake of a message. */
export type MessageId = Branded<string, 'MessageId'>;

export type SourceId = Branded<number, 'SourceId'>;
export type SubscriptionId = Branded<number, 'SubscriptionId'>;
export type ArticleId = Branded<number, 'ArticleId'>;
export type ConferenceId = Branded<number, 'ConferenceId'>;
export type CalendarId = Branded<number, 'CalendarId'>;
/** 16 characters of base32: short enough for a custom_id, random enough never to repeat. */
export type DeliveryId = Branded<string, 'DeliveryId'>;
/** Likewise. */
export type FloodId = Branded<string, 'FloodId'>;
/** Likewise. */
export type ConferenceQuestionId = Branded<string, 'ConferenceQuestionId'>;
/** Likewise. */
export type ReminderId = Branded<string, 'ReminderId'>;

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;
