// What Discord shows of an article: how many cards, discussions, questions and publications, and whether the words are the last.
// Counted in Discord alone; the bot's own rows only say which question belongs to which article.

import SqliteDatabase from 'better-sqlite3';
import type { LocalDiscord } from '../../../sandbox/discord/localDiscordInterface.ts';
import type { Channel, Message } from '../../../sandbox/discord/state.ts';
import { textOf } from '../askBot.ts';
import { guidOf, type Note } from './feedServer.ts';
import type { KillWorld, Place } from './killWorld.ts';

export interface Published extends Place {
  /** As it reads now. */
  readonly note: Note;
}

export interface PostCount {
  readonly published: Published;
  readonly cards: readonly Message[];
  readonly threads: readonly Channel[];
  readonly questions: readonly Message[];
  /** What is not as it must be; nothing, where all is well. */
  readonly faults: readonly string[];
}

const crosspostedFlag = 1 << 1;

export function countPosts({ discord, databasePath }: KillWorld, published: readonly Published[]): PostCount[] {
  const markers = readMarkers(databasePath);
  return published.map((one) => countOne(discord, one, markers.get(guidOf(one.feed, one.note)) ?? []));
}

/** The ids of the deliveries that bring an article. */
export function markersOf({ databasePath }: KillWorld, { feed, note }: Published): readonly string[] {
  return readMarkers(databasePath).get(guidOf(feed, note)) ?? [];
}

function countOne(discord: LocalDiscord, published: Published, markers: readonly string[]): PostCount {
  const { feed, kind, note } = published;
  const channelId = discord.channel(feed).id;
  const children = discord.threads(channelId);
  const inPlace = kind === 'forum' ? children.flatMap(({ id }) => discord.messages(id)) : discord.messages(channelId);
  const cards = inPlace.filter((message) => showsNote(message, note.number));
  const threads = children.filter(({ id }) => cards.some((card) => card.id === id));
  const rooms = kind === 'thread' ? [channelId] : threads.map(({ id }) => id);
  const questions = rooms
    .flatMap((id) => discord.messages(id))
    .filter((message) => !isCard(message) && markers.some((marker) => JSON.stringify(message).includes(marker)));
  const count = { published, cards, threads, questions };
  return { ...count, faults: findFaults(count) };
}

function findFaults({ published: { kind, note }, cards, threads, questions }: Omit<PostCount, 'faults'>): string[] {
  const [card] = cards;
  if (!card) return ['lost'];
  const wanted = kind === 'thread' ? 0 : 1;
  return [
    ...(cards.length > 1 ? [`doubled: ${cards.length} cards`] : []),
    ...(threads.length === wanted ? [] : [`${threads.length} threads`]),
    ...(questions.length === 1 ? [] : [`${questions.length} questions`]),
    ...(kind === 'announcement' && !isCrossposted(card) ? ['not published to followers'] : []),
    ...(textOf(card).includes(note.title) ? [] : ['shows former words']),
    ...(threads.every(({ name }) => name === note.title) ? [] : ['discussion bears the former title']),
  ];
}

function isCrossposted({ flags }: Message): boolean {
  return (Number(flags) & crosspostedFlag) !== 0;
}

function isCard(message: Message): boolean {
  return textOf(message).startsWith('###');
}

function showsNote(message: Message, number: number): boolean {
  return isCard(message) && new RegExp(`Note ${number}\\b`).test(textOf(message));
}

/** What the bot has not brought to an end. */
export function countUnsettled({ databasePath }: KillWorld): number {
  const database = new SqliteDatabase(databasePath, { readonly: true });
  const count = database.prepare('SELECT count(*) FROM outbox WHERE settled_at IS NULL').pluck().get();
  database.close();
  return Number(count);
}

/** The ids of an article's deliveries, which its messages carry, by the article's guid. */
function readMarkers(databasePath: string): ReadonlyMap<string, readonly string[]> {
  const database = new SqliteDatabase(databasePath, { readonly: true });
  const rows = database
    .prepare("SELECT guid, outbox.id FROM outbox JOIN articles ON articles.id = article_id WHERE purpose = 'article'")
    .all() as { guid: string; id: string }[];
  database.close();
  const markers = new Map<string, string[]>();
  for (const { guid, id } of rows) markers.set(guid, [...(markers.get(guid) ?? []), id]);
  return markers;
}
