import { beforeEach, describe, expect, it } from 'vitest';
import { planConference } from '../../../src/delivery/planConference.ts';
import { type CalendarEvent, type Conference, factsOf } from '../../../src/domain/conference.ts';
import { type ConferenceClaim, claimOfEvent, claimOfFinding } from '../../../src/domain/conferenceClaim.ts';
import type { ConferenceFinding } from '../../../src/domain/conferenceFinding.ts';
import type { ArticleId, ChannelId } from '../../../src/domain/ids.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { guildId, now, openTestStore, saveSettings, type TestStore, userId } from './testStore.ts';

const programmeId = '210' as ChannelId;
const alertsId = '220' as ChannelId;
const yearMs = 365 * 86_400_000;
let store: TestStore;

beforeEach(async () => {
  store = await openTestStore();
  const channels = { conferencesChannelId: programmeId, alertsChannelId: alertsId };
  await saveSettings(store, { ...defaultSettings(guildId), ...channels });
});

const event = (change: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'one@society.example',
  title: 'Trade in Small States 2027',
  status: 'confirmed',
  time: { kind: 'days', startsOn: '2027-06-12', endsOn: '2027-06-14' },
  ...change,
});
const ofCalendar = (change: Partial<CalendarEvent> = {}) =>
  claimOfEvent(event(change), 'calendar', 'https://society.example/c.ics');

function ofPost(id: number, change: Partial<ConferenceFinding> = {}): ConferenceClaim {
  const finding: ConferenceFinding = {
    isAnnouncement: true,
    start: { on: '2027-06-12', quote: '12-14 June 2027', confidence: 0.9 },
    end: { on: '2027-06-14', quote: '12-14 June 2027', confidence: 0.9 },
    milestones: [],
    doubts: [],
    needsConfirmation: false,
    ...change,
  };
  const article = { id: id as ArticleId, title: 'Trade in Small States 2027', url: `https://society.example/${id}` };
  const claim = claimOfFinding(finding, article);
  if (!claim) throw new Error('no claim');
  return claim;
}

const save = (claims: readonly ConferenceClaim[], isNews = true, at = now) =>
  store.conferences.save(guildId, claims, { at, isNews }, planConference);
const programme = () => store.conferences.listUpcoming(guildId, now, now + yearMs);
const planned = () =>
  store.inspect.prepare('SELECT purpose, channel_id, dedupe_key FROM outbox ORDER BY sequence').raw().all();

describe('a conference', () => {
  it('is announced once, however many sources tell of it', async () => {
    expect(await save([ofPost(1)])).toMatchObject({ added: 1 });
    expect(await save([ofCalendar(), ofPost(2), ofPost(1)])).toMatchObject({ added: 0, asked: 0 });
    const [one, ...others] = await programme();
    expect(others).toEqual([]);
    expect(planned()).toEqual([['conference', programmeId, `conference:${one?.id}`]]);
  });

  it('is not announced where it was there before, is over, is cancelled or has no channel', async () => {
    await save([ofCalendar()], false);
    await save([ofCalendar({ uid: 'b', title: 'B', status: 'cancelled' })]);
    expect(
      await save([
        ofCalendar({ uid: 'c', title: 'C', time: { kind: 'days', startsOn: '2025-01-01', endsOn: '2025-01-02' } }),
      ]),
    ).toMatchObject({ added: 0 });
    await saveSettings(store, defaultSettings(guildId));
    await save([ofCalendar({ uid: 'd', title: 'D' })]);
    expect((await programme()).map(({ title }) => title)).toEqual(['Trade in Small States 2027', 'B', 'D']);
    expect(planned()).toEqual([]);
  });

  it('is known again by the name of its edition when it is moved', async () => {
    await save([ofCalendar()]);
    const time = { kind: 'days', startsOn: '2027-09-01', endsOn: '2027-09-02' } as const;
    expect(await save([ofCalendar({ time })])).toMatchObject({ changed: 1 });
    expect((await programme()).map((one) => [one.time, one.sequence])).toEqual([[time, 1]]);
  });

  it('says what changed once its card may be posted, and not before', async () => {
    await save([ofCalendar()]);
    await save([ofCalendar({ place: 'Lisbon' })]);
    expect(planned()).toHaveLength(1);
    store.inspect
      .prepare("UPDATE outbox SET state = 'sent', settled_at = 1, results = ?")
      .run(JSON.stringify({ message: '900', thread: '901' }));
    await save([ofCalendar({ place: 'Porto' })]);
    expect(planned().slice(1)).toEqual([
      ['edit', programmeId, null],
      ['notice', '901', expect.stringMatching(/^conferenceNotice:\d+:2$/)],
    ]);
    await save([ofCalendar({ place: 'Porto', description: 'Other words.' })]);
    expect(planned()).toHaveLength(3);
  });
});

describe('a conference that is unsure', () => {
  const unsure = () => ofPost(1, { needsConfirmation: true, doubts: ['yearUnsure'] });

  it('is shown to the moderators alone, once', async () => {
    expect(await save([unsure()])).toMatchObject({ asked: 1 });
    expect(await save([unsure()])).toMatchObject({ asked: 0 });
    expect(await programme()).toEqual([]);
    const [asked, ...others] = await store.conferences.listQuestions(guildId);
    expect(others).toEqual([]);
    expect(asked?.question).toMatchObject({ doubts: ['yearUnsure'], claim: { quotes: { time: '12-14 June 2027' } } });
    expect(planned()).toEqual([['alert', alertsId, `conferenceQuestion:${asked?.question.id}`]]);
  });

  it('is passed over where it was there before anybody followed', async () => {
    expect(await save([unsure()], false)).toMatchObject({ added: 0, asked: 0 });
    expect(await store.conferences.listQuestions(guildId)).toEqual([]);
  });

  it('is announced once it is confirmed, and the first answer counts', async () => {
    await save([unsure()]);
    const [asked] = await store.conferences.listQuestions(guildId);
    const id = asked?.question.id as never;
    const given = { by: userId, at: now + 1 };
    const first = await store.conferences.answer(guildId, id, { ...given, answer: 'confirmed' }, planConference);
    const second = await store.conferences.answer(guildId, id, { ...given, answer: 'dismissed' }, planConference);
    expect([first?.question.answer, second?.question.answer]).toEqual(['confirmed', 'confirmed']);
    expect(await programme()).toMatchObject([{ standing: 'sure', evidence: { time: { origin: 'moderator' } } }]);
    expect(planned().map((row) => (row as string[])[0])).toEqual(['alert', 'conference']);
  });

  it('that a moderator overtakes names who changed the programme', async () => {
    await save([unsure()]);
    const [asked] = await store.conferences.listQuestions(guildId);
    if (!asked) throw new Error('nothing is asked');
    const { title, time, status, milestones } = asked.conference;
    const facts = { title, status, milestones, ...(time ? { time } : {}) };
    await store.conferences.put(guildId, asked.conference.id, facts, { by: userId, at: now + 1 }, planConference);
    const found = await store.conferences.findQuestion(guildId, asked.question.id);
    expect(found?.question).toMatchObject({ answer: 'edited', answeredBy: userId, answeredAt: now + 1 });
  });

  it('never comes again once it is called no event', async () => {
    await save([unsure()]);
    const [asked] = await store.conferences.listQuestions(guildId);
    const id = asked?.question.id as never;
    await store.conferences.answer(guildId, id, { answer: 'dismissed', by: userId, at: now }, planConference);
    expect(await save([unsure(), ofPost(1)])).toEqual({ added: 0, changed: 0, unchanged: 2, asked: 0 });
    expect(await programme()).toEqual([]);
  });

  it('needs no answer once a sure source has told it', async () => {
    await save([unsure()]);
    await save([ofCalendar()]);
    expect(await store.conferences.listQuestions(guildId)).toEqual([]);
    expect(await programme()).toHaveLength(1);
  });

  it('is asked about again where a source goes back to what another reading overtook', async () => {
    const later = { on: '2027-06-20', quote: '20 June 2027', confidence: 0.9 };
    const other = () => ofPost(1, { start: later, needsConfirmation: true, doubts: ['yearUnsure'] });
    await save([unsure()]);
    await save([other()]);
    expect(await save([unsure()])).toMatchObject({ asked: 1 });
    const open = await store.conferences.listQuestions(guildId);
    expect(open.map(({ question }) => question.claim.facts.time)).toEqual([
      { kind: 'days', startsOn: '2027-06-12', endsOn: '2027-06-14' },
    ]);
  });

  it('keeps the known date where it is about another one that is refused', async () => {
    await save([ofCalendar()]);
    const start = { on: '2027-06-19', quote: '19 June', confidence: 0.9 };
    await save([ofPost(1, { start, movedFrom: '2026-01-01' })]);
    const [asked] = await store.conferences.listQuestions(guildId);
    const id = asked?.question.id as never;
    await store.conferences.answer(guildId, id, { answer: 'dismissed', by: userId, at: now }, planConference);
    expect(await programme()).toMatchObject([{ standing: 'sure', time: event().time }]);
  });
});

describe('a conference that may be off', () => {
  const doubted = (id: number) => ofPost(id, { needsConfirmation: true, doubts: ['maybePostponed'] });
  const answer = async (given: 'confirmed' | 'dismissed') => {
    const [asked] = await store.conferences.listQuestions(guildId);
    const id = asked?.question.id as never;
    await store.conferences.answer(guildId, id, { answer: given, by: userId, at: now + 1 }, planConference);
  };

  it('is asked about by each post that says so, and cancelled once that is confirmed', async () => {
    await save([ofPost(1)]);
    expect(await save([doubted(2)])).toMatchObject({ asked: 1 });
    await answer('dismissed');
    expect(await programme()).toMatchObject([{ status: 'confirmed' }]);
    expect(await save([doubted(2)])).toMatchObject({ asked: 0 });
    expect(await save([doubted(3)])).toMatchObject({ asked: 1 });
    await answer('confirmed');
    expect(await programme()).toMatchObject([{ status: 'cancelled', time: event().time }]);
  });
});

describe("a moderator's word", () => {
  it('makes, changes and is not overruled', async () => {
    const { time } = event();
    const facts = { title: 'Autumn School', status: 'confirmed', milestones: [], time } as const;
    const put = await store.conferences.put(guildId, undefined, facts, { by: userId, at: now }, planConference);
    const again = await store.conferences.put(
      guildId,
      put?.id,
      { ...facts, place: 'Oslo' },
      { by: userId, at: now },
      planConference,
    );
    expect([again?.id, again?.place, again?.sequence]).toEqual([put?.id, 'Oslo', 1]);
    const other = { kind: 'days', startsOn: '2027-06-13', endsOn: '2027-06-13' } as const;
    expect(await save([ofCalendar({ title: 'Autumn School', time: other })])).toMatchObject({ added: 1 });
    expect(await save([ofCalendar({ uid: 'x', title: 'Autumn School', place: 'Bergen' })])).toMatchObject({ asked: 0 });
    expect((await store.conferences.find(guildId, put?.id as never))?.place).toBe('Oslo');
    expect(
      await store.conferences.put(guildId, 999 as never, facts, { by: userId, at: now }, planConference),
    ).toBeUndefined();
  });
});

describe('a deadline that a moderator takes away', () => {
  it('is not brought back by who said it', async () => {
    const milestones = [{ kind: 'submission', due: { kind: 'day', on: '2027-01-15' } }] as const;
    await save([ofCalendar({ milestones, place: 'Oslo' })]);
    const [known] = await programme();
    const { place: _, ...facts } = factsOf(known as Conference);
    await store.conferences.put(
      guildId,
      known?.id,
      { ...facts, milestones: [] },
      { by: userId, at: now },
      planConference,
    );
    await save([ofCalendar({ milestones, place: 'Oslo', url: 'https://society.example/autumn' })]);
    const [after] = await programme();
    expect(after?.milestones).toEqual([]);
    expect(after?.place).toBeUndefined();
    expect(after?.url).toBe('https://society.example/autumn');
  });
});

describe('the events of one page', () => {
  it('are as many as it describes, and stay so', async () => {
    const article = { id: 7 as ArticleId, title: 'Spring lectures', url: 'https://society.example/7' };
    const lecture = (uid: string, startsOn: string) =>
      claimOfEvent(
        event({ uid, title: `Lecture ${uid}`, time: { kind: 'days', startsOn, endsOn: startsOn } }),
        'page',
        article.url,
        article,
        false,
      );
    const both = [lecture('a', '2027-03-03'), lecture('b', '2027-03-10')];
    expect(await save(both)).toMatchObject({ added: 2 });
    expect(await save(both)).toMatchObject({ unchanged: 2 });
    expect((await programme()).map(({ title }) => title)).toEqual(['Lecture a', 'Lecture b']);
  });
});

describe('the events of one calendar', () => {
  it('are as many as it says, although they share a page and a title', async () => {
    const url = 'https://society.example/seminar/spring';
    const on = (startsOn: string, uid: string) =>
      ofCalendar({ uid, url, title: 'Seminar 2027', time: { kind: 'days', startsOn, endsOn: startsOn } });
    const series = [on('2027-06-12', 's#20270612'), on('2027-06-19', 's#20270619'), on('2027-06-26', 'other')];
    expect(await save(series, false)).toMatchObject({ added: 3 });
    expect(await save(series, false)).toMatchObject({ unchanged: 3 });
    expect(await programme()).toHaveLength(3);
  });
});
