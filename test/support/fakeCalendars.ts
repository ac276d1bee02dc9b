// The calendars of tests of commands: which are followed; and what moderators have typed and not saved.

import type { Calendar } from '../../src/domain/calendar.ts';
import type { ConferenceDraft } from '../../src/domain/conferenceDraft.ts';
import type { CalendarId } from '../../src/domain/ids.ts';
import type { CalendarLinks } from '../../src/ports/calendarLinks.ts';
import type { Calendars } from '../../src/ports/calendars.ts';
import type { Drafts } from '../../src/ports/drafts.ts';
import { guildId, now } from './samples.ts';

export function sampleCalendar(change: Partial<Calendar> = {}): Calendar {
  return {
    id: 4 as CalendarId,
    guildId,
    url: 'https://society.example/c.ics',
    title: 'Events',
    addedBy: '300' as Calendar['addedBy'],
    addedAt: now,
    timeZone: 'UTC',
    validators: {},
    lastReadAt: now,
    nextPollAt: now + 3_600_000,
    ...change,
  };
}

function withoutTrouble({ trouble: _, ...calendar }: Calendar): Calendar {
  return calendar;
}

export function fakeCalendars(data: { calendars: Calendar[] }): Calendars {
  return {
    find: async (_, id) => data.calendars.find((one) => one.id === id),
    list: async () => data.calendars,
    listDue: async () => [],
    saveReading: async ({ url, by }, { title, claims }) => {
      const known = data.calendars.find((one) => one.url === url);
      if (!known && by === undefined) return undefined;
      const calendar = known ?? sampleCalendar({ url, title, id: (4 + data.calendars.length) as CalendarId });
      data.calendars = [...data.calendars.filter((one) => one !== known), withoutTrouble(calendar)];
      return { calendar, added: claims.length, changed: 0, unchanged: 0, asked: 0 };
    },
    saveUnchanged: async () => {},
    saveTrouble: async () => {},
    postpone: async () => {},
    followAgain: async (_, stopped, addedBy, at) => {
      if (data.calendars.some(({ url }) => url === stopped.url)) return false;
      data.calendars.push(sampleCalendar({ ...stopped, addedBy, lastReadAt: 0, nextPollAt: at }));
      return true;
    },
    remove: async (_, id) => {
      const before = data.calendars.length;
      data.calendars = data.calendars.filter((one) => one.id !== id);
      return data.calendars.length < before;
    },
  };
}

export function fakeDrafts({ drafts }: { readonly drafts: Map<string, ConferenceDraft> }): Drafts {
  return {
    keep: async (_, draft) => {
      const id = `draft${drafts.size + 1}`;
      drafts.set(id, draft);
      return id;
    },
    find: async (id) => drafts.get(id),
  };
}

export function fakeLinks({ links }: { readonly links: string[] }): CalendarLinks {
  const make = () => {
    links.push(`token${links.length + 1}`.padEnd(27, '-'));
    return links.at(-1) ?? '';
  };
  return { get: async () => links.at(-1) ?? make(), renew: async () => make(), find: async () => undefined };
}
