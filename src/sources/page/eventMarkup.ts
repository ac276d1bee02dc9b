// The events a page describes for machines (schema.org, JSON-LD or microdata). Only a page that is about an event, or lists
// events, counts: what stands beside an article is an advertisement for other pages.

import { createHash } from 'node:crypto';
import type { CalendarEvent, Milestone } from '../../domain/conference.ts';
import { isUrl } from '../../domain/isUrl.ts';
import { cleanCharacters, cutText, singleLine } from '../cleanText.ts';
import { htmlToText } from '../htmlToText.ts';
import { isRecord, type Json, listOf } from '../json.ts';
import { normaliseLink } from '../pageAddress.ts';
import { resolveUrl } from '../resolveUrl.ts';
import { placeOf } from './eventMarkupPlace.ts';
import { type MarkupTime, readDue, readTimes } from './eventMarkupTime.ts';
import { listLinkedThings, listThings, type Thing, textOf, thingsById, typesOf } from './linkedThings.ts';
import { findMicrodata } from './microdata.ts';
import type { PageTree } from './pageTree.ts';

const maxEvents = 50;
/** Characters. */
const maxTitleLength = 300;
const maxDescriptionLength = 10_000;

export interface EventPage {
  /** Contents of its `application/ld+json`. */
  readonly linkedData: readonly string[];
  /** Unset: too large, or without microdata. */
  readonly tree?: PageTree | undefined;
  readonly url?: string | undefined;
  /** Zone of times that name none; they are doubtful all the same. */
  readonly homeTimeZone: string;
}

/** Whether a tree is worth making. */
export function hasEventMicrodata(html: string): boolean {
  return /itemtype=["']?[^"'>]{0,100}schema\.org\/\w{0,30}(?:Event|Festival|Hackathon)\b/i.test(html);
}

const eventType = /^(?:\w*Event|EventSeries|Festival|Hackathon|CourseInstance)$/;
/** Happenings nobody travels to. */
const otherHappening = /^(?:Publication|Broadcast|OnDemand|Delivery|Sale|UserInteraction)Event$/;
const articleType = /(?:Article|BlogPosting)$/;

/** In the order of the page; an event without a date that can be read is left out. */
export function findMarkedEvents({ linkedData, tree, url, homeTimeZone }: EventPage): CalendarEvent[] {
  const things = [...listLinkedThings(linkedData), ...(tree === undefined ? [] : listThings(findMicrodata(tree)))];
  const isOwn = (thing: Thing) => isSamePage(addressOf(thing), url);
  const marked = withoutParts(things.filter(isEvent), thingsById(things));
  const own = marked.filter(isOwn);
  const isArticle = things.some((thing) => typesOf(thing).some((type) => articleType.test(type)));
  const meant = own.length > 0 ? own : isArticle ? marked.filter(() => isSubject(marked, url)) : marked;
  const isOnly = meant.length === 1;
  const events = meant.slice(0, maxEvents).flatMap((thing) => toEvent(thing, { url, homeTimeZone, isOnly }));
  return [...new Map(events.map((event) => [event.uid, event])).values()];
}

function isEvent(thing: Thing): boolean {
  const types = typesOf(thing);
  return types.some((type) => eventType.test(type)) && !types.some((type) => otherHappening.test(type));
}

/** Sessions are parts of a conference, and no conferences of their own. */
function withoutParts(events: readonly Thing[], named: ReadonlyMap<Json | undefined, Thing>): Thing[] {
  const itself = (thing: Thing) => named.get(thing['@id']) ?? thing;
  const hasDate = (thing: Thing) => textOf(thing.startDate) !== undefined;
  const parts = new Set<Thing>();
  for (const event of events.filter(hasDate)) {
    for (const part of [event.subEvent, event.subEvents].flatMap((value) => listThings(value))) parts.add(itself(part));
  }
  const isPart = (event: Thing) =>
    parts.has(event) || listOf(event.superEvent).some((whole) => isRecord(whole) && hasDate(itself(whole)));
  return events.filter((event) => itself(event) === event && !isPart(event));
}

/** One event of an article is what it is about, unless it leads to another page of the same site, as a list beside it does. */
function isSubject([event, ...others]: readonly Thing[], url: string | undefined): boolean {
  if (event === undefined || others.length > 0) return false;
  const address = linkOf(event, url);
  return address === undefined || url === undefined || !isUrl(url) || new URL(address).host !== new URL(url).host;
}

function addressOf(thing: Thing): string | undefined {
  const [entity] = listOf(thing.mainEntityOfPage);
  const [url] = listOf(thing.url);
  return textOf(url) ?? textOf(isRecord(entity) ? entity['@id'] : entity);
}

function linkOf(thing: Thing, pageUrl: string | undefined): string | undefined {
  const address = addressOf(thing);
  return address === undefined ? undefined : normaliseLink(resolveUrl(address, pageUrl));
}

function isSamePage(address: string | undefined, url: string | undefined): boolean {
  if (address === undefined || url === undefined || !isUrl(url) || !isUrl(address, url)) return false;
  const plain = ({ hostname, pathname, search }: URL) =>
    hostname.replace(/^www\./, '') + pathname.replace(/\/$/, '') + search;
  return plain(new URL(address, url)) === plain(new URL(url));
}

interface Surroundings {
  readonly url: string | undefined;
  readonly homeTimeZone: string;
  /** True where the page is about this event alone. */
  readonly isOnly: boolean;
}

function toEvent(thing: Thing, { url: pageUrl, homeTimeZone, isOnly }: Surroundings): CalendarEvent[] {
  const title = cutText(singleLine(textOf(thing.name) ?? textOf(thing.headline) ?? ''), maxTitleLength);
  const times = readTimes(thing, homeTimeZone);
  if (title === '' || times === undefined) return [];
  const link = linkOf(thing, pageUrl) ?? (isOnly ? normaliseLink(pageUrl) : undefined);
  const place = placeOf(thing.location);
  const description = descriptionOf(textOf(thing.description) ?? '');
  const milestones = earlyBirds(thing, homeTimeZone);
  return [
    {
      uid: isOnly && link !== undefined ? link : hashOf(title, times),
      title,
      time: times.time,
      status: statusOf(thing.eventStatus),
      ...(place === '' ? {} : { place }),
      ...(link === undefined ? {} : { url: link }),
      ...(description === '' ? {} : { description }),
      ...(milestones.length === 0 ? {} : { milestones }),
      ...(times.isZoneUnsure ? { isZoneUnsure: true } : {}),
      ...(statusOf(thing.eventStatus) === 'tentative' ? { isPostponed: true } : {}),
    },
  ];
}

/** A postponed event has its old date until it gets a new one. */
function statusOf(value: Json | undefined): CalendarEvent['status'] {
  const status = listOf(value).map((each) => textOf(isRecord(each) ? (each['@id'] ?? each.name) : each) ?? '');
  if (status.some((each) => /Cancell?ed$/i.test(each))) return 'cancelled';
  return status.some((each) => /Postponed$/i.test(each)) ? 'tentative' : 'confirmed';
}

/** Until when an offer stands that its name calls early. */
function earlyBirds({ offers }: Thing, homeTimeZone: string): Milestone[] {
  const early = listThings(offers as Json).filter(({ name }) => /\bearly\b/i.test(textOf(name) ?? ''));
  const dues = early.flatMap(({ name, validThrough }) => {
    const due = readDue(textOf(validThrough), homeTimeZone);
    return due === undefined ? [] : [{ kind: 'early-bird', due, label: singleLine(textOf(name) ?? '') } as const];
  });
  return dues.slice(0, 1);
}

function descriptionOf(text: string): string {
  const plain = /<\w/.test(text) ? htmlToText(text) : cleanCharacters(text);
  return cutText(plain.replace(/\n{3,}/g, '\n\n').trim(), maxDescriptionLength);
}

function hashOf(title: string, { time }: MarkupTime): string {
  const start = time.kind === 'days' ? time.startsOn : new Date(time.startsAt).toISOString();
  return createHash('sha256').update(`${title}\n${start}`).digest('base64url').slice(0, 22);
}
