// Small in-memory ports for the commands. Each keeps its data in plain sight, so that a test can set it and look at it.

import type { CommandPorts } from '../../commands/index.ts';
import type { Article, Entry, PageReading } from '../../src/domain/article.ts';
import type { ArticleHistory } from '../../src/domain/articleHistory.ts';
import type { ArticleReading } from '../../src/domain/articleReading.ts';
import type { AuditEntry } from '../../src/domain/auditedChange.ts';
import type { Calendar } from '../../src/domain/calendar.ts';
import type { ChannelKind } from '../../src/domain/channelKind.ts';
import type { Conference } from '../../src/domain/conference.ts';
import type { ConferenceDraft } from '../../src/domain/conferenceDraft.ts';
import type { Delivery, NewDelivery } from '../../src/domain/delivery.ts';
import { SourceError } from '../../src/domain/errors.ts';
import type {
  ArticleId,
  ChannelId,
  ConferenceId,
  DeliveryId,
  FloodId,
  Instant,
  RoleId,
  SourceId,
} from '../../src/domain/ids.ts';
import type { RecommendationDraft } from '../../src/domain/recommendation.ts';
import type { Reminder } from '../../src/domain/reminder.ts';
import { defaultSettings, type GuildSettings } from '../../src/domain/settings.ts';
import type { Source } from '../../src/domain/source.ts';
import { createPollCalendars } from '../../src/jobs/pollCalendars.ts';
import { createLog } from '../../src/kit/log.ts';
import type { FormView } from '../../src/kit/message.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { AnsweredQuestion, ConferenceDiscussion } from '../../src/ports/conferences.ts';
import type { FloodFacts } from '../../src/ports/floods.ts';
import type { ChannelReadiness, RoleReadiness } from '../../src/ports/guilds.ts';
import { type Model, noModel } from '../../src/ports/model.ts';
import type { Offer } from '../../src/ports/offers.ts';
import type { HeldRoute } from '../../src/ports/outbox.ts';
import type { ProposedQuestion } from '../../src/ports/questions.ts';
import type { CalendarReading, Discovery, FeedListReading, FeedReading } from '../../src/ports/reader.ts';
import type { KeptSearch } from '../../src/ports/searches.ts';
import type { StoreCondition } from '../../src/ports/storeHealth.ts';
import type { FollowedSource } from '../../src/ports/subscriptions.ts';

import { fakeArticles } from './fakeArticles.ts';
import { fakeCalendars, fakeDrafts, fakeLinks } from './fakeCalendars.ts';
import { fakeConferences } from './fakeConferences.ts';
import { fakeFloods } from './fakeFloods.ts';
import { fakeOutbox } from './fakeOutbox.ts';
import { fakePersonalData } from './fakePersonalData.ts';
import { fakeQuestions } from './fakeQuestions.ts';
import { fakeRecommendations } from './fakeRecommendations.ts';
import { fakeReminders } from './fakeReminders.ts';
import { fakeSubscriptions } from './fakeSubscriptions.ts';
import { guildId, now, sampleSource } from './samples.ts';

export * from './samples.ts';

/** Ports over data that a test may set before and read after. */
export function fakePorts() {
  const data = {
    settings: defaultSettings(guildId) as GuildSettings,
    followed: [] as FollowedSource[],
    /** The same for every source. */
    history: [] as ArticleHistory[],
    /** Articles with the channel their source is posted in. */
    articles: [] as { article: Article; channelId: ChannelId }[],
    discussions: new Map<ArticleId, ChannelId>(),
    /** Earlier articles on the same subject. */
    related: new Map<ArticleId, ArticleId[]>(),
    /** What was read of articles when they came in. */
    readings: new Map<ArticleId, ArticleReading>(),
    /** Out of which message who shared a summary. */
    shared: new Set<string>(),
    /** Whether a search has left out older articles. */
    hasMoreHits: false,
    searches: new Map<string, KeptSearch>(),
    feed: undefined as FeedReading | undefined,
    /** What discovery finds; unset: the address itself is the feed. */
    discovery: undefined as Discovery | undefined,
    offers: new Map<string, Offer>(),
    refusedForms: new Map<string, FormView>(),
    calendar: undefined as CalendarReading | undefined,
    feedList: undefined as FeedListReading | undefined,
    conferences: [] as Conference[],
    conferenceQuestions: [] as AnsweredQuestion[],
    conferenceDiscussions: new Map<ConferenceId, ConferenceDiscussion>(),
    reminders: [] as Reminder[],
    /** Times at which whoever asks is named as a moderator. */
    doings: 0,
    drafts: new Map<string, ConferenceDraft>(),
    postDrafts: new Map<string, RecommendationDraft>(),
    /** What moderators recommended, as it was planned. */
    recommended: [] as Delivery[],
    calendars: [] as Calendar[],
    links: [] as string[],
    held: [] as HeldRoute[],
    released: [] as ChannelId[],
    deliveries: new Map<DeliveryId, Delivery>(),
    takenBack: [] as DeliveryId[],
    questions: new Map<DeliveryId, string>(),
    proposed: [] as ProposedQuestion[],
    /** What other posts of the guild asked lately. */
    askedElsewhere: new Set<string>(),
    changes: [] as string[],
    audit: [] as AuditEntry[],
    removedMessages: new Set<string>(),
    counts: { waiting: 0, held: 0, sent: 0, dead: 0 },
    readiness: new Map<ChannelId, ChannelReadiness>(),
    kinds: new Map<ChannelId, ChannelKind>(),
    roleReadiness: new Map<RoleId, RoleReadiness>(),
    isConnected: true,
    storeCondition: { kind: 'fine' } as StoreCondition,
    copiedAt: undefined as Instant | undefined,
    /** Roles that members may have for the asking. */
    offeredRoles: new Set<RoleId>(),
    /** The roles of whoever asks. */
    ownRoles: new Set<RoleId>(),
    polled: { newArticles: 0, changedArticles: 0, deliveries: 0 },
    readUrls: [] as string[],
    pages: new Map<string, PageReading>(),
    savedSources: [] as Source[],
    savedReadings: [] as SourceId[],
    restarted: [] as SourceId[],
    polledIds: [] as SourceId[],
    /** Sources that other guilds follow. */
    elsewhere: [] as Source[],
    floods: new Map<FloodId, FloodFacts>(),
    planned: [] as NewDelivery[],
    savedEntries: [] as readonly Entry[],
    savedAs: undefined as unknown,
    backfilled: [] as NewDelivery[],
  };
  const calendars = fakeCalendars(data);
  const ports: Omit<CommandPorts, 'calendarImporting'> & { model: Model; clock: Clock } = {
    model: noModel,
    articleReadings: { find: async ({ id }) => data.readings.get(id) },
    settings: {
      get: async () => data.settings,
      change: async (_, choose) => {
        const before = data.settings;
        data.settings = choose(before);
        return { before, after: data.settings };
      },
    },
    guilds: {
      isKnown: () => data.isConnected,
      kindOf: (channelId) => data.kinds.get(channelId),
      checkChannel: (_, channelId, needed) => {
        const known = data.readiness.get(channelId) ?? { kind: 'ready', name: 'news' };
        if (known.kind !== 'missing') return known;
        const permissions = known.permissions.filter((permission) => needed.includes(permission));
        return permissions.length === 0 ? { kind: 'ready', name: known.name } : { ...known, permissions };
      },
      checkRole: (_, roleId) => data.roleReadiness.get(roleId) ?? 'ready',
    },
    memberRoles: {
      mayManage: (_, roleId) => data.offeredRoles.has(roleId),
      toggle: async (_, __, roleId) => {
        if (data.ownRoles.delete(roleId)) return 'removed';
        data.ownRoles.add(roleId);
        return 'added';
      },
    },
    subscriptions: fakeSubscriptions(data),
    sources: {
      get: async (id) => data.followed.find(({ source }) => source.id === id)?.source ?? sampleSource(),
      findByUrl: async (url) => data.elsewhere.find((source) => source.url === url),
      save: async (source, nextPollAt) => {
        const id = (9 + data.savedSources.length) as SourceId;
        const saved = { ...sampleSource({ id, nextPollAt }), ...source };
        data.savedSources.push(saved);
        return saved;
      },
      listDue: async () => [],
      listAddresses: async () => [],
      listUnknown: async (_, entries) => [...entries],
      saveReading: async (id, { entries, described }) => {
        data.savedReadings.push(id);
        data.savedAs = described;
        data.savedEntries = entries;
        return { newArticles: entries.length, changedArticles: 0, deliveries: 0 };
      },
      saveUnchanged: async () => {},
      saveTrouble: async () => {},
      postpone: async () => {},
      restart: async (id) => {
        data.restarted.push(id);
      },
    },
    previewing: {
      composeCard: async (article) => ({ components: [{ type: 10, content: `card of ${article.title}` }] }),
    },
    polling: {
      firstCursor: ({ validators }) => ({ validators, readAt: now, nextPollAt: now + 900_000 }),
      pollNow: async (id) => {
        data.polledIds.push(id);
        return data.polled;
      },
    },
    reader: {
      readFeed: async (url) => {
        data.readUrls.push(url);
        if (!data.feed) throw new Error('the test set no feed');
        return data.feed;
      },
      discover: async (address) => {
        data.readUrls.push(address);
        if (data.discovery) return data.discovery;
        if (!data.feed) throw new Error('the test set no feed');
        return { kind: 'feed', reading: data.feed };
      },
      readPage: async (url) => {
        data.readUrls.push(url);
        const page = data.pages.get(url);
        if (!page) throw new SourceError('status', { status: 404 });
        return page;
      },
      readOpml: async (url) => {
        data.readUrls.push(url);
        if (!data.feedList) throw new Error('the test set no list of feeds');
        return data.feedList;
      },
      readCalendar: async (url: string) => {
        data.readUrls.push(url);
        if (!data.calendar) throw new Error('the test set no calendar');
        return { kind: 'read' as const, validators: {}, fingerprint: '', ...data.calendar };
      },
    },
    articles: fakeArticles(data),
    shares: {
      takeBack: async (from, by) => data.shared.delete(`${from} ${by}`),
    },
    searches: {
      keep: async (search) => {
        const id = `kept${data.searches.size + 1}`;
        data.searches.set(id, search);
        return id;
      },
      find: async (id) => data.searches.get(id),
      forget: async () => 0,
    },
    storeHealth: { health: () => data.storeCondition },
    backups: { latest: () => (data.copiedAt === undefined ? undefined : { path: '', at: data.copiedAt }) },
    offers: {
      keep: async (guild, offer) => {
        const id = `offer${data.offers.size + 1}`;
        data.offers.set(`${guild}:${id}`, offer);
        return id;
      },
      find: async (id, guild) => data.offers.get(`${guild}:${id}`),
    },
    refusedForms: {
      keep: async (guild, form) => {
        const id = `form${data.refusedForms.size + 1}`;
        data.refusedForms.set(`${guild}:${id}`, form);
        return id;
      },
      find: async (id, guild) => data.refusedForms.get(`${guild}:${id}`),
    },
    floods: fakeFloods(data),
    outbox: fakeOutbox(data),
    questions: fakeQuestions(data),
    audit: {
      record: async (entry) => {
        data.audit.push(entry);
      },
      list: async () => data.audit.map((entry, id) => ({ ...entry, id })).reverse(),
      find: async (_, id) => data.audit.map((entry, place) => ({ ...entry, id: place }))[id],
    },
    publisher: {
      findSent: async (_, id) => (data.removedMessages.has(id) ? { kind: 'removed' } : { kind: 'found', id }),
    },
    conferences: fakeConferences(data),
    recommendations: fakeRecommendations(data),
    reminders: fakeReminders(data),
    personalData: fakePersonalData(data),
    clock: { now: () => now },
    ...{ calendars, calendarLinks: fakeLinks(data), drafts: fakeDrafts(data) },
  };
  const polls = { clock: { now: () => now }, log: createLog('silent'), intervalMs: () => 3_600_000 };
  const calendarImporting = createPollCalendars({ ...ports, ...polls, calendars });
  return { ports: { ...ports, calendarImporting }, data };
}
