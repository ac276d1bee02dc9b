// Opens everything the bot remembers. One process at a time writes; the lock goes with the process.

import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FormView } from '../kit/message.ts';
import type { ArticleReadings } from '../ports/articleReadings.ts';
import type { ArticleReviews } from '../ports/articleReviews.ts';
import type { Articles } from '../ports/articles.ts';
import type { Audit } from '../ports/audit.ts';
import type { Backups } from '../ports/backups.ts';
import type { CalendarLinks } from '../ports/calendarLinks.ts';
import type { Calendars } from '../ports/calendars.ts';
import type { Clock } from '../ports/clock.ts';
import type { ClockRepair } from '../ports/clockRepair.ts';
import type { Conferences } from '../ports/conferences.ts';
import type { Departures } from '../ports/departures.ts';
import type { Drafts } from '../ports/drafts.ts';
import type { Floods } from '../ports/floods.ts';
import type { HostPauses } from '../ports/hostPauses.ts';
import type { KeptEvents } from '../ports/keptEvents.ts';
import type { Logins } from '../ports/logins.ts';
import { type Metrics, noMetrics } from '../ports/metrics.ts';
import type { ModelTexts } from '../ports/modelTexts.ts';
import type { Offers } from '../ports/offers.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { OutboxHealth } from '../ports/outboxHealth.ts';
import type { PersonalData } from '../ports/personalData.ts';
import type { ProgrammeDigests } from '../ports/programmeDigests.ts';
import type { Questions } from '../ports/questions.ts';
import type { Recommendations } from '../ports/recommendations.ts';
import type { RefusedForms } from '../ports/refusedForms.ts';
import type { Registrations } from '../ports/registrations.ts';
import type { Reminders } from '../ports/reminders.ts';
import type { Searches } from '../ports/searches.ts';
import type { Settings } from '../ports/settings.ts';
import type { SourceHealth } from '../ports/sourceHealth.ts';
import type { Sources } from '../ports/sources.ts';
import type { StoreHealth } from '../ports/storeHealth.ts';
import type { StoreSize } from '../ports/storeSize.ts';
import type { Subscriptions } from '../ports/subscriptions.ts';
import { createArticleReadings } from './articleReadings.ts';
import { createArticleReviews } from './articleReviews.ts';
import { createArticles } from './articles.ts';
import { createAudit } from './audit.ts';
import { backUpBeforeUpgrade } from './backUp.ts';
import { createBackups } from './backups.ts';
import { createCalendarLinks } from './calendarLinks.ts';
import { createCalendars } from './calendars.ts';
import { createClockRepair } from './clockRepair.ts';
import { createConferences } from './conferences.ts';
import { createDepartures } from './departures.ts';
import { createFindNearest } from './findNearest.ts';
import { createFloods } from './floods.ts';
import { createHostPauses } from './hostPauses.ts';
import { createKeptForLater } from './keptForLater.ts';
import { createLogins } from './logins.ts';
import { type MendedFile, makeSound } from './makeSound.ts';
import { createModelTexts } from './modelTexts.ts';
import { createOffers } from './offers.ts';
import { openDatabase } from './openDatabase.ts';
import { createOutbox } from './outbox.ts';
import { createOutboxHealth } from './outboxHealth.ts';
import { createPersonalData } from './personalData.ts';
import { createProgrammeDigests } from './programmeDigests.ts';
import { createQuestions } from './questions.ts';
import { createRecommendations } from './recommendations.ts';
import { createRegistrations } from './registrations.ts';
import { createReminders } from './reminders.ts';
import { createKeptEvents } from './scheduledEvents.ts';
import { createSearches } from './searches.ts';
import { createSettings } from './settings.ts';
import { createSourceHealth } from './sourceHealth.ts';
import { createSources } from './sources.ts';
import { createStoreHealth } from './storeHealth.ts';
import { createStoreSize } from './storeSize.ts';
import { explainUnusable } from './storeUnusable.ts';
import { createSubscriptions } from './subscriptions.ts';
import { takeWriterLock } from './writerLock.ts';

export { StoreUnusable } from './storeUnusable.ts';
export { StoreInUse } from './writerLock.ts';

export interface Store {
  readonly sources: Sources;
  readonly subscriptions: Subscriptions;
  readonly articles: Articles;
  readonly articleReadings: ArticleReadings;
  readonly articleReviews: ArticleReviews;
  readonly outbox: Outbox;
  readonly settings: Settings;
  readonly conferences: Conferences;
  readonly keptEvents: KeptEvents;
  readonly recommendations: Recommendations;
  readonly reminders: Reminders;
  readonly personalData: PersonalData;
  readonly programmeDigests: ProgrammeDigests;
  readonly searches: Searches;
  readonly audit: Audit;
  readonly calendars: Calendars;
  readonly calendarLinks: CalendarLinks;
  readonly drafts: Drafts;
  readonly floods: Floods;
  readonly hostPauses: HostPauses;
  readonly offers: Offers;
  readonly refusedForms: RefusedForms<FormView>;
  readonly modelTexts: ModelTexts;
  readonly registrations: Registrations;
  readonly outboxHealth: OutboxHealth;
  readonly sourceHealth: SourceHealth;
  readonly storeSize: StoreSize;
  readonly backups: Backups;
  readonly storeHealth: StoreHealth;
  readonly clockRepair: ClockRepair;
  /** That the database was found damaged at this start and replaced by a backup. */
  readonly mended?: MendedFile;
  readonly logins: Logins;
  readonly departures: Departures;
  readonly questions: Questions;
  /** Lets the next process in. */
  close(): Promise<void>;
}

const dayMs = 86_400_000;

/**
 * @param databaseUrl `file:<path>`, relative to the working directory; its folder is made
 * @param version of the bot, whose readings of articles are kept
 * @throws StoreInUse when another process has it open
 * @throws StoreUnusable when it is damaged and there is no backup, when a later version of the bot or another program wrote it, or
 * when the bot may not write there
 */
export async function openStore(
  databaseUrl: string,
  clock: Clock = { now: Date.now },
  metrics: Metrics = noMetrics,
  version = '',
): Promise<Store> {
  const path = databasePath(databaseUrl);
  try {
    return await openAt(path, clock, metrics, version);
  } catch (error) {
    throw explainUnusable(path, error);
  }
}

async function openAt(path: string, clock: Clock, metrics: Metrics, version: string): Promise<Store> {
  mkdirSync(dirname(path), { recursive: true });
  const lock = takeWriterLock(path);
  try {
    const mended = makeSound(path, clock.now());
    await backUpBeforeUpgrade(path, clock.now());
    const database = openDatabase(path, () => clock.now(), metrics.committed);
    const findNearest = createFindNearest(database, version);
    return {
      ...(mended === undefined ? {} : { mended }),
      sources: createSources(database),
      subscriptions: createSubscriptions(database),
      articles: createArticles(database, findNearest),
      articleReadings: createArticleReadings(database, version, findNearest),
      articleReviews: createArticleReviews(database),
      outbox: createOutbox(database),
      settings: createSettings(database),
      conferences: createConferences(database),
      keptEvents: createKeptEvents(database),
      recommendations: createRecommendations(database),
      reminders: createReminders(database),
      personalData: createPersonalData(database),
      programmeDigests: createProgrammeDigests(database),
      searches: createSearches(database),
      audit: createAudit(database),
      calendars: createCalendars(database),
      calendarLinks: createCalendarLinks(database),
      drafts: createKeptForLater(database, { table: 'conference_drafts', column: 'draft', lifeMs: 30 * dayMs }),
      floods: createFloods(database),
      hostPauses: createHostPauses(database),
      offers: createOffers(database),
      refusedForms: createKeptForLater(database, { table: 'refused_forms', column: 'form', lifeMs: dayMs }),
      modelTexts: createModelTexts(database),
      registrations: createRegistrations(database),
      outboxHealth: createOutboxHealth(database),
      sourceHealth: createSourceHealth(database),
      storeSize: createStoreSize(path),
      backups: createBackups(path, () => clock.now()),
      storeHealth: createStoreHealth(database),
      clockRepair: createClockRepair(database),
      logins: createLogins(database),
      departures: createDepartures(database),
      questions: createQuestions(database),
      async close() {
        await database.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Where the file itself is, whatever leads to it. */
export function databasePath(databaseUrl: string): string {
  const path = pathOf(databaseUrl);
  return existsSync(path) ? realpathSync(path) : path;
}

function pathOf(databaseUrl: string): string {
  if (/^postgres(ql)?:/i.test(databaseUrl)) {
    throw new Error(
      'DATABASE_URL names PostgreSQL, but this version knows only SQLite: use file:data/society-bot.sqlite',
    );
  }
  if (!/^file:./i.test(databaseUrl)) {
    throw new Error('DATABASE_URL must be file:<path>, for example file:data/society-bot.sqlite');
  }
  return databaseUrl.startsWith('file://') ? fileURLToPath(databaseUrl) : resolve(databaseUrl.slice('file:'.length));
}
