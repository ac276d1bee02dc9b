// A conference as one of Discord's own events: name, place, hours, and what hours cannot say.

import type { Conference, ConferenceTime } from '../domain/conference.ts';
import { type EventFacts, eventHours, eventTextLimits } from '../domain/scheduledEvent.ts';
import type { Say } from '../kit/translate.ts';
import { zoneInWords } from './conferenceWhen.ts';
import { clockAt, daysInWords } from './days.ts';
import { cutText, escapeText, findLinkUrl, oneLine } from './text.ts';

const { name: nameLimit, description: descriptionLimit, location: locationLimit } = eventTextLimits;

type Described = Pick<Conference, 'title' | 'status' | 'place' | 'url' | 'description'>;

/** @param timeZone of the guild: where whole days are spent */
export function eventFacts(conference: Described, time: ConferenceTime, timeZone: string, say: Say): EventFacts {
  return {
    name: cutText(oneLine(conference.title), nameLimit) || '…',
    location: locationOf(conference, say),
    description: descriptionOf(conference, time, say),
    ...eventHours(time, timeZone),
  };
}

function locationOf({ place = '', url }: Described, say: Say): string {
  const link = findLinkUrl(url);
  const known = oneLine(place) || (link === undefined ? '' : new URL(link).host);
  return cutText(known || say('scheduledEvent.placeUnknown'), locationLimit);
}

/** The true dates and the link come first and whole; the organisers' words take the room that is left. */
function descriptionOf({ status, url, description = '' }: Described, time: ConferenceTime, say: Say): string {
  const doubt = status === 'tentative' ? say('conferences.tentative') : '';
  const link = findLinkUrl(url) ?? '';
  const certain = [[doubt, whenInWords(time, say)].filter(isSaid).join(' · '), link].filter(isSaid);
  const room = descriptionLimit - certain.join('\n\n').length - 2;
  const about = room < 1 ? '' : escapeText(description, room, room);
  const [when = '', ...links] = certain;
  return [when, about, ...links].filter(isSaid).join('\n\n');
}

/** Discord shows hours in the reader's own zone, so what is told is what it is there. */
function whenInWords(time: ConferenceTime, say: Say): string {
  if (time.kind === 'days') {
    return say('scheduledEvent.wholeDays', { days: daysInWords(time.startsOn, time.endsOn, say) });
  }
  const { startsAt, timeZone } = time;
  return say('scheduledEvent.venueClock', {
    clock: clockAt(startsAt, timeZone, say),
    zone: zoneInWords(timeZone, say),
  });
}

function isSaid(text: string): boolean {
  return text !== '';
}
