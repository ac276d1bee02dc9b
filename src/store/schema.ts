// The tables as Kysely sees them, in camelCase (a plugin translates). What a column means stands with its migration.

import type { Generated, Kysely } from 'kysely';
import type { DeadReason, DeliveryState, HoldReason, Purpose, Step, TargetKind } from '../domain/delivery.ts';
import type { FloodAnswer, FloodCause } from '../domain/flood.ts';
import type { Alias, Identity, SharedMark } from '../domain/identity.ts';
import type {
  ArticleId,
  ChannelId,
  ConferenceId,
  DeliveryId,
  FloodId,
  GuildId,
  Instant,
  RoleId,
  SourceId,
  SubscriptionId,
  UserId,
} from '../domain/ids.ts';
import type { SourceKind } from '../domain/source.ts';
import type { ModelTextKind } from '../ports/modelTexts.ts';
import type { CalendarTables } from './calendarSchema.ts';
import type { ProgrammeTables } from './programmeSchema.ts';

export type * from './programmeSchema.ts';

export interface GuildSettingsTable {
  guildId: GuildId;
  articlesChannelId: ChannelId | null;
  conferencesChannelId: ChannelId | null;
  alertsChannelId: ChannelId | null;
  pingRoleId: RoleId | null;
  threads: number;
  language: string;
  timeZone: string;
  setUpBy: UserId | null;
}

export interface SourcesTable {
  id: Generated<SourceId>;
  url: string;
  title: string;
  siteUrl: string | null;
  language: string | null;
  identity: Identity | null;
  etag: string | null;
  lastModified: string | null;
  firstReadAt: Instant | null;
  lastReadAt: Instant | null;
  nextPollAt: Instant;
  troubleCount: Generated<number>;
  troubleSince: Instant | null;
  troubleCode: string | null;
  troubleDetail: string | null;
  kind: Generated<SourceKind>;
  validatorsUrl: string | null;
  fingerprint: string | null;
  wishes: string | null;
  moved: string | null;
  formerUrl: string | null;
  troubleSightings: Generated<number>;
  stoppedAt: Instant | null;
}

export interface SubscriptionsTable {
  id: Generated<SubscriptionId>;
  guildId: GuildId;
  sourceId: SourceId;
  channelId: ChannelId;
  pausedAt: Instant | null;
  threads: number | null;
  pingRoleId: RoleId | 'nobody' | null;
  question: string | null;
  filters: string | null;
  baselineArticleId: number | null;
  addedBy: UserId;
  addedAt: Instant;
}

export interface ArticlesTable {
  id: Generated<ArticleId>;
  sourceId: SourceId;
  guid: string | null;
  url: string | null;
  canonicalLink: string | null;
  title: string;
  teaser: string;
  text: string;
  authors: string;
  categories: string;
  language: string | null;
  picture: string | null;
  publishedAt: Instant | null;
  updatedAt: Instant | null;
  orderedAt: Instant;
  firstSeenAt: Instant;
  feedPosition: number;
  revision: Generated<number>;
  vanishedAt: Instant | null;
  pageReadAt: Instant | null;
  quotes: string | null;
  conferencesRead: Generated<number | null>;
  events: Generated<string | null>;
}

export interface ArticleAliasesTable {
  sourceId: SourceId;
  alias: Alias | SharedMark;
  articleId: ArticleId;
}

export interface OutboxTable {
  sequence: Generated<number>;
  id: DeliveryId;
  guildId: GuildId;
  channelId: ChannelId;
  targetKind: TargetKind;
  purpose: Purpose;
  subscriptionId: SubscriptionId | null;
  articleId: ArticleId | null;
  payload: string | null;
  dedupeKey: string | null;
  orderedAt: Instant;
  steps: string;
  step: Step;
  results: Generated<string>;
  state: Generated<DeliveryState>;
  attempt: Generated<number>;
  stepBegunAt: Instant | null;
  attemptedAt: Instant | null;
  dueAt: Instant;
  revision: Generated<number>;
  isPlain: Generated<number>;
  reason: HoldReason | DeadReason | null;
  missing: string | null;
  heldAt: Instant | null;
  threadName: string | null;
  leaseOwner: string | null;
  leaseUntil: Instant | null;
  createdAt: Instant;
  settledAt: Instant | null;
  conferenceId: ConferenceId | null;
}

export interface KeptSearchesTable {
  id: string;
  query: string;
  sourceId: number | null;
  since: Instant | null;
  keptAt: Instant;
}

export interface HostPausesTable {
  host: string;
  until: Instant;
}

export interface FloodsTable {
  id: FloodId;
  guildId: GuildId;
  subscriptionId: SubscriptionId;
  articleIds: string;
  because: FloodCause;
  askedAt: Instant;
  answer: FloodAnswer | null;
  answeredBy: UserId | null;
  answeredAt: Instant | null;
}

export interface AuditTable {
  id: Generated<number>;
  guildId: GuildId;
  userId: UserId;
  command: string;
  options: string;
  /** JSON. */
  change: string | null;
  at: Instant;
}

export interface RegistrationsTable {
  applicationId: string;
  hash: string;
}

export interface LoginsTable {
  id: number;
  count: number;
  lastAt: Instant;
}

export interface GuildDeparturesTable {
  guildId: GuildId;
  leftAt: Instant;
}

export interface AskedQuestionsTable {
  deliveryId: DeliveryId;
  guildId: GuildId;
  articleId: ArticleId | null;
  text: string;
  chosenBy: 'moderator' | null;
  askedAt: Instant;
}

export interface ProposedQuestionsTable {
  id: string;
  deliveryId: DeliveryId;
  guildId: GuildId;
  text: string;
  proposedAt: Instant;
}

export interface ArticleReadingsTable {
  articleId: ArticleId;
  botVersion: string;
  reading: string;
  nearest: string;
}

export interface ModelTextsTable {
  articleId: ArticleId;
  kind: ModelTextKind;
  hash: string;
  text: string | null;
  at: Instant;
}

export interface ModelRequestsTable {
  day: string;
  count: number;
}

export interface Tables extends CalendarTables, ProgrammeTables {
  guildSettings: GuildSettingsTable;
  sources: SourcesTable;
  subscriptions: SubscriptionsTable;
  articles: ArticlesTable;
  articleAliases: ArticleAliasesTable;
  outbox: OutboxTable;
  keptSearches: KeptSearchesTable;
  hostPauses: HostPausesTable;
  floods: FloodsTable;
  audit: AuditTable;
  registrations: RegistrationsTable;
  logins: LoginsTable;
  guildDepartures: GuildDeparturesTable;
  askedQuestions: AskedQuestionsTable;
  proposedQuestions: ProposedQuestionsTable;
  articleReadings: ArticleReadingsTable;
  modelTexts: ModelTextsTable;
  modelRequests: ModelRequestsTable;
}

/** Either connection, or a transaction on the writing one: a transaction is a Kysely, too. */
export type Db = Kysely<Tables>;

/** Reading never waits for a writer; every transaction of `write` begins immediate. */
export interface Connections {
  readonly read: Kysely<Tables>;
  readonly write: Kysely<Tables>;
}
