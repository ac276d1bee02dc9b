// Several events that share an address or a title are several; a correction of one is none of the others.

import { beforeEach, describe, expect, it } from 'vitest';
import { planConference } from '../../../src/delivery/planConference.ts';
import type { CalendarEvent } from '../../../src/domain/conference.ts';
import { type ConferenceClaim, claimOfEvent, claimOfFinding } from '../../../src/domain/conferenceClaim.ts';
import type { ArticleId } from '../../../src/domain/ids.ts';
import { guildId, now, openTestStore, type TestStore, userId } from './testStore.ts';

const url = 'https://society.example/community-calls';
let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});

function ofPost(id: number, title: string, on: string): ConferenceClaim {
  const article = { id: id as ArticleId, title, url: `https://society.example/post/${id}` };
  const start = { on, quote: on, confidence: 1 };
  const found = { isAnnouncement: true, start, url, milestones: [], doubts: [], needsConfirmation: false } as const;
  const claim = claimOfFinding(found, article);
  if (!claim) throw new Error('no claim');
  return claim;
}
const ofCalendar = (uid: string, on: string, calendar = 'https://society.example/c.ics', title = 'Seminar') => {
  const event: CalendarEvent = {
    uid,
    title,
    status: 'confirmed',
    time: { kind: 'days', startsOn: on, endsOn: on },
    url,
  };
  return claimOfEvent(event, 'calendar', calendar);
};
const save = (...claims: ConferenceClaim[]) =>
  store.conferences.save(guildId, claims, { at: now, isNews: true }, planConference);
const days = async () =>
  (await store.conferences.listUpcoming(guildId, 0, Number.MAX_SAFE_INTEGER)).map(({ time }) =>
    time?.kind === 'days' ? time.startsOn : undefined,
  );
const dates = ['2027-01-07', '2027-01-14', '2027-01-21'] as const;

describe('an address of several events', () => {
  it('is no reason to take the call of one month for that of another', async () => {
    await save(ofPost(1, 'January community call', '2027-01-14'));
    expect(await save(ofPost(2, 'February community call', '2027-02-11'))).toMatchObject({ added: 1, asked: 0 });
    expect(await days()).toEqual(['2027-01-14', '2027-02-11']);
  });

  it('leads to one record where the title is the same and nothing is over: moderators say whether it moved', async () => {
    await save(ofPost(1, 'Community call', '2027-01-14'));
    expect(await save(ofPost(2, 'Community call', '2027-01-15'))).toMatchObject({ added: 0, asked: 1 });
    expect(await days()).toEqual(['2027-01-14']);
  });

  it('keeps the dates of a series apart after a moderator has changed one of them', async () => {
    await save(ofCalendar('a#1', dates[0]), ofCalendar('a#2', dates[1]));
    const [first] = await store.conferences.listUpcoming(guildId, 0, Number.MAX_SAFE_INTEGER);
    if (!first?.time) throw new Error('there is no record');
    const facts = {
      title: first.title,
      time: first.time,
      status: 'confirmed',
      milestones: [],
      url,
      place: 'Porto',
    } as const;
    await store.conferences.put(guildId, first.id, facts, { by: userId, at: now }, planConference);
    const series = [...dates.map((on, place) => ofCalendar(`a#${place + 1}`, on)), ofCalendar('a#4', '2027-01-28')];
    expect(await save(...series)).toMatchObject({ added: 2, asked: 0 });
    expect(await save(...series)).toMatchObject({ added: 0, unchanged: 4, asked: 0 });
    expect(await days()).toEqual([...dates, '2027-01-28']);
  });

  it('joins the same date of two calendars, and loses none that only the second has', async () => {
    await save(ofCalendar('a#1', dates[0]), ofCalendar('a#2', dates[1]));
    const other = dates.map((on, place) => ofCalendar(`b#${place}`, on, 'https://other.example/c.ics'));
    expect(await save(...other)).toMatchObject({ added: 1, unchanged: 2, asked: 0 });
    expect(await days()).toEqual([...dates]);
  });

  it('is another event when a moderator adds one on another day', async () => {
    await save(ofPost(1, 'Community call', '2027-01-14'));
    const time = { kind: 'days', startsOn: '2027-02-11', endsOn: '2027-02-11' } as const;
    const facts = { title: 'Community call', time, status: 'confirmed', milestones: [], url } as const;
    await store.conferences.put(guildId, undefined, facts, { by: userId, at: now }, planConference);
    expect(await days()).toEqual(['2027-01-14', '2027-02-11']);
  });
});
