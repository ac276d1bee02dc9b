import { describe, expect, it } from 'vitest';
import { planConference } from '../../../src/delivery/planConference.ts';
import type { Conference, ConferenceTime, Milestone } from '../../../src/domain/conference.ts';
import type { Delivery } from '../../../src/domain/delivery.ts';
import type { ChannelId, ConferenceQuestionId, DeliveryId, UserId } from '../../../src/domain/ids.ts';
import { defaultSettings, type GuildSettings } from '../../../src/domain/settings.ts';
import { sampleReminder } from '../../support/fakeReminders.ts';
import { sampleDelivery } from '../../support/sampleDelivery.ts';
import { guildId, newsId, now, sampleConference } from '../../support/samples.ts';

type Change = Parameters<typeof planConference>[0];

const alertsChannelId = '209' as ChannelId;
const settings: GuildSettings = { ...defaultSettings(guildId), conferencesChannelId: newsId, alertsChannelId };
const conference = sampleConference();
const plan = (change: Partial<Change> = {}) =>
  planConference({ after: conference, ended: [], isNews: true, settings, deliveries: [], at: now, ...change });
const purposes = (change: Partial<Change>) => plan(change).map(({ purpose }) => purpose);
const at = (startsAt: number, endsAt?: number): ConferenceTime => ({
  kind: 'instants',
  startsAt,
  ...(endsAt === undefined ? {} : { endsAt }),
  timeZone: 'Europe/Lisbon',
});

describe('a conference that is new', () => {
  it('is announced once where moderators chose, with a discussion', () => {
    expect(plan()).toEqual([
      {
        guildId,
        channelId: newsId,
        targetKind: 'text',
        purpose: 'conference',
        steps: ['message', 'thread'],
        conferenceId: 5,
        dedupeKey: 'conference:5',
        orderedAt: now,
      },
    ]);
  });

  it('is announced by its message alone where moderators want no discussions', () => {
    expect(plan({ settings: { ...settings, threads: false } })).toMatchObject([{ steps: ['message'] }]);
  });

  it.each<[string, Partial<Conference>]>([
    ['it is not sure yet', { standing: 'asking' }],
    ['moderators said that it is none', { standing: 'dismissed' }],
    ['it is cancelled', { status: 'cancelled' }],
    ['it ends now', { time: at(now - 3_600_000, now) }],
    ['it has no end and begins now', { time: at(now) }],
  ])('is not announced when %s', (_, facts) => {
    expect(plan({ after: sampleConference(facts) })).toEqual([]);
  });

  it.each<[string, Partial<Conference>]>([
    ['while it is tentative', { status: 'tentative' }],
    ['to its last moment', { time: at(now - 3_600_000, now + 1) }],
  ])('is announced %s', (_, facts) => {
    expect(plan({ after: sampleConference(facts) })).toHaveLength(1);
  });

  it('is not announced where it is no news, or where no channel is chosen for it', () => {
    const { conferencesChannelId: _, ...nowhere } = settings;
    expect(plan({ isNews: false })).toEqual([]);
    expect(plan({ settings: nowhere })).toEqual([]);
  });
});

describe('a question about a conference', () => {
  const id = 'question1' as ConferenceQuestionId;
  const asking = sampleConference({ standing: 'asking' });

  it('goes to the moderators, once', () => {
    expect(plan({ after: asking, question: { id } })).toEqual([
      {
        guildId,
        channelId: alertsChannelId,
        targetKind: 'text',
        purpose: 'alert',
        steps: ['message'],
        conferenceId: 5,
        payload: { kind: 'conferenceQuestion', questionId: id },
        dedupeKey: 'conferenceQuestion:question1',
        orderedAt: now,
      },
    ]);
  });

  it('goes to whoever set the bot up where no channel is chosen, and to nobody where nobody is known', () => {
    const setUpBy = '300' as UserId;
    expect(plan({ after: asking, question: { id }, settings: { ...defaultSettings(guildId), setUpBy } })).toMatchObject(
      [{ channelId: setUpBy, targetKind: 'direct' }],
    );
    expect(plan({ after: asking, question: { id }, settings: defaultSettings(guildId) })).toEqual([]);
  });

  it('leaves before what is already sure is announced', () => {
    expect(purposes({ question: { id } })).toEqual(['alert', 'conference']);
  });
});

describe('a question that has ended', () => {
  const ended = ['question1', 'question2'] as ConferenceQuestionId[];
  const asked = sampleDelivery({
    id: 'asked' as DeliveryId,
    channelId: alertsChannelId,
    purpose: 'alert',
    steps: ['message'],
    state: 'sent',
    results: { message: '1' },
    payload: { kind: 'conferenceQuestion', questionId: 'question2' },
  });
  const asking = sampleConference({ standing: 'asking' });
  const end = (...deliveries: Delivery[]) => plan({ after: asking, ended, deliveries });

  it('says so in the message that asked', () => {
    expect(end(asked)).toMatchObject([
      {
        channelId: alertsChannelId,
        purpose: 'edit',
        steps: ['edit'],
        payload: { kind: 'conferenceQuestion', questionId: 'question2', editsId: 'asked' },
        dueAt: now,
      },
    ]);
  });

  it('says so, too, where nobody knows whether its message arrived', () => {
    expect(end({ ...asked, state: 'unknown', results: {}, stepBegunAt: now - 1 })).toHaveLength(1);
  });

  const { payload: _, ...withoutPayload } = asked;
  it.each<[string, Delivery]>([
    ['it has not left', { ...asked, state: 'pending', results: {} }],
    ['it was given up', { ...asked, state: 'dead' }],
    ['another question was asked in it', { ...asked, payload: { questionId: 'question3' } }],
    ['it asked nothing', { ...asked, payload: { kind: 'held' } }],
    ['it says nothing of its own', withoutPayload],
    ['it is no alert', { ...asked, purpose: 'notice' }],
  ])('changes no message when %s', (_, row) => {
    expect(end(row)).toEqual([]);
  });
});

describe('a conference that changed', () => {
  const thread = '600' as ChannelId;
  const card = sampleDelivery({
    id: 'card' as DeliveryId,
    channelId: newsId,
    purpose: 'conference',
    steps: ['message', 'thread'],
    state: 'sent',
    results: { message: '1', thread },
    conferenceId: conference.id,
  });
  const paper: Milestone = { kind: 'submission', due: { kind: 'day', on: '2027-01-15' } };
  const moved = (facts: Partial<Conference>) => sampleConference({ sequence: 1, ...facts });
  const planChange = (facts: Partial<Conference>, of: Partial<Change> = {}) =>
    plan({ before: conference, after: moved(facts), deliveries: [card], ...of });
  const purposesOf = (...change: Parameters<typeof planChange>) => planChange(...change).map(({ purpose }) => purpose);

  it('has its card changed first, and then what is new told in its discussion', () => {
    const [edit, notice, ...others] = planChange({ place: 'Porto' });
    expect(others).toEqual([]);
    expect(edit).toMatchObject({ purpose: 'edit', channelId: newsId, steps: ['edit', 'rename'] });
    const told = { title: conference.title, time: conference.time, status: 'confirmed', milestones: [] };
    expect(notice).toEqual({
      guildId,
      channelId: thread,
      targetKind: 'thread',
      purpose: 'notice',
      steps: ['message'],
      conferenceId: 5,
      payload: { before: told, after: { ...told, place: 'Porto' } },
      dedupeKey: 'conferenceNotice:5:1',
      orderedAt: now,
    });
  });

  it('is not announced a second time', () => {
    expect(planChange({})).toEqual([]);
  });

  it.each<[string, Partial<Conference>]>([
    ['title', { title: 'Yearly meeting' }],
    ['days', { time: { kind: 'days', startsOn: '2027-03-19', endsOn: '2027-03-21' } }],
    ['status', { status: 'cancelled' }],
    ['place', { place: 'Porto' }],
    ['deadlines', { milestones: [paper] }],
  ])('is told of where its %s changed', (_, facts) => {
    expect(purposesOf(facts)).toEqual(['edit', 'notice']);
  });

  it('is told of where it has no date any more', () => {
    const { time: _, ...undated } = moved({});
    expect(planChange({}, { after: undated })[1]?.payload?.after).toStrictEqual({
      title: conference.title,
      status: 'confirmed',
      milestones: [],
    });
  });

  it.each<[string, Partial<Conference>]>([
    ['description', { description: 'Twelve papers.' }],
    ['address', { url: 'https://meeting.example/' }],
  ])('is not told of where only its %s changed: its card shows it', (_, facts) => {
    expect(purposesOf(facts)).toEqual(['edit']);
  });

  it('is told of in the post of a forum, which is its discussion', () => {
    const post: Delivery = { ...card, targetKind: 'forum', steps: ['message'], results: { message: '700' } };
    expect(planChange({ place: 'Porto' }, { deliveries: [post] })[1]).toMatchObject({
      channelId: '700',
      targetKind: 'thread',
    });
  });

  it('is told of beside its card where there is no discussion', () => {
    const alone: Delivery = { ...card, targetKind: 'announcement', steps: ['message'], results: { message: '1' } };
    expect(planChange({ place: 'Porto' }, { deliveries: [alone] })[1]).toMatchObject({
      channelId: newsId,
      targetKind: 'announcement',
    });
  });

  it('is told of once for each change', () => {
    const keyOf = (sequence: number) => planChange({ place: 'Porto', sequence })[1]?.dedupeKey;
    expect(keyOf(2)).not.toBe(keyOf(1));
  });

  it.each<[string, Delivery]>([
    ['has not left: it will say how things are', { ...card, state: 'pending', results: {} }],
    ['was given up', { ...card, state: 'dead' }],
    ['was taken back', { ...card, reason: 'removedByPerson' }],
  ])('is not told of where its card %s', (_, row) => {
    expect(planChange({ place: 'Porto' }, { deliveries: [row] })).toEqual([]);
  });

  it('is told of where nobody knows whether its card arrived', () => {
    const row: Delivery = { ...card, state: 'unknown', results: {}, stepBegunAt: now - 1 };
    expect(purposesOf({ place: 'Porto' }, { deliveries: [row] })).toEqual(['edit', 'notice']);
  });

  it('is not told of where members had not been told anything that was sure', () => {
    const before = sampleConference({ standing: 'asking' });
    expect(planChange({ place: 'Porto' }, { before })).toEqual([]);
    expect(plan({ after: moved({ place: 'Porto' }), deliveries: [card] })).toEqual([]);
  });

  it('has its own card, whatever else was sent about it', () => {
    const alert = sampleDelivery({ purpose: 'alert', state: 'sent', results: { message: '2' } });
    expect(planChange({ place: 'Porto' }, { deliveries: [alert, card] })[1]).toMatchObject({ channelId: thread });
    expect(purposes({ deliveries: [alert] })).toEqual(['conference']);
  });
});

describe('who asked to be reminded', () => {
  const reminders = [sampleReminder()];

  it.each<[string, Partial<Conference>]>([
    ['is cancelled', { status: 'cancelled' }],
    ['is none, as moderators said', { standing: 'dismissed' }],
    ['is not sure any more', { standing: 'asking' }],
  ])('hears when the conference %s', (_, facts) => {
    expect(plan({ after: sampleConference({ sequence: 2, ...facts }), reminders })).toMatchObject([
      { channelId: '300', payload: { kind: 'ended' }, dedupeKey: 'reminderEnded:5:2:300', orderedAt: now },
    ]);
  });

  it('hears nothing while it takes place, and nobody hears anything where nobody asked', () => {
    expect(purposes({ reminders })).toEqual(['conference']);
    expect(plan({ after: sampleConference({ status: 'cancelled' }) })).toEqual([]);
  });
});
