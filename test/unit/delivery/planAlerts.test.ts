import { describe, expect, it } from 'vitest';
import { planAlerts } from '../../../src/delivery/planAlerts.ts';
import type { Transition } from '../../../src/domain/delivery.ts';
import type { ChannelId, ConferenceId, UserId } from '../../../src/domain/ids.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { sampleDelivery } from '../../support/sampleDelivery.ts';

const now = 1_000_000;
const row = sampleDelivery();
const alertsChannelId = '300' as ChannelId;
const setUpBy = '400' as UserId;
const settings = { ...defaultSettings(row.guildId), alertsChannelId, setUpBy };
const held: Transition = { to: 'held', reason: 'missingPermissions', missing: ['EmbedLinks'] };

describe('what moderators are told of a delivery', () => {
  it('is, in the alerts channel, that its channel cannot be used', () => {
    expect(planAlerts(row, held, settings, now)).toEqual([
      {
        guildId: row.guildId,
        channelId: alertsChannelId,
        targetKind: 'text',
        purpose: 'alert',
        steps: ['message'],
        payload: {
          kind: 'held',
          channelId: row.channelId,
          reason: 'missingPermissions',
          missing: ['EmbedLinks'],
          concern: 'posts',
        },
        dedupeKey: 'alert:200:missingPermissions:posts',
        orderedAt: now,
      },
    ]);
  });

  it('tells discussions that wait from posts that wait', () => {
    const [alert] = planAlerts({ ...row, step: 'thread' }, held, settings, now);
    expect(alert?.payload?.concern).toBe('discussions');
    expect(alert?.dedupeKey).toBe('alert:200:missingPermissions:discussions');
  });

  it('goes to whoever set the bot up where there is no other place', () => {
    const person = { channelId: setUpBy, targetKind: 'direct' };
    const { alertsChannelId: _, ...without } = settings;
    expect(planAlerts(row, held, without, now)).toMatchObject([person]);
    expect(planAlerts({ ...row, channelId: alertsChannelId }, held, settings, now)).toMatchObject([person]);
    expect(planAlerts(row, held, defaultSettings(row.guildId), now)).toEqual([]);
  });

  it('is not told to a person whom nothing reaches', () => {
    const direct = { ...row, channelId: setUpBy as string as ChannelId, targetKind: 'direct' as const };
    const { alertsChannelId: _, ...without } = settings;
    expect(planAlerts(direct, held, without, now)).toEqual([]);
  });

  it('is nothing of a reminder that does not reach its person: that is their own affair', () => {
    const reminder = { ...row, purpose: 'reminder' } as const;
    expect(planAlerts({ ...reminder, targetKind: 'direct' }, held, settings, now)).toEqual([]);
    // Said on the server, it waits for what moderators can mend.
    expect(planAlerts({ ...reminder, targetKind: 'text' }, held, settings, now)).toHaveLength(1);
  });

  it.each(['invalid', 'blocked'] as const)('is that an article is given up as %s', (reason) => {
    const [alert, ...others] = planAlerts(row, { to: 'dead', reason }, settings, now);
    expect(others).toEqual([]);
    expect(alert?.payload).toEqual({ kind: 'givenUp', channelId: row.channelId, articleId: 1, reason });
    expect(alert?.dedupeKey).toBe(`givenUp:${row.id}`);
  });

  it.each<Transition>([
    { to: 'done', id: '1' },
    { to: 'passed' },
    { to: 'pending', dueAt: now },
    { to: 'unknown', dueAt: now },
    { to: 'dead', reason: 'removedByPerson' },
    { to: 'dead', reason: 'unsubscribed' },
  ])('is nothing after %j', (transition) => {
    expect(planAlerts(row, transition, settings, now)).toEqual([]);
  });

  it('is that a list of articles is given up, by its newest', () => {
    const digest = sampleDelivery({ purpose: 'digest', payload: { articleIds: [3, 5] } });
    const { articleId: _, ...row } = digest;
    const [alert] = planAlerts(row, { to: 'dead', reason: 'blocked' }, settings, now);
    expect(alert?.payload).toMatchObject({ kind: 'givenUp', articleId: 5, reason: 'blocked' });
  });

  it('is nothing of a weekly digest of the programme that is given up: it brought no article', () => {
    const { articleId: _, ...digest } = sampleDelivery({ purpose: 'digest', payload: { kind: 'programme' } });
    expect(planAlerts(digest, { to: 'dead', reason: 'invalid' }, settings, now)).toEqual([]);
  });

  it('is that the card of a conference is given up', () => {
    const { articleId: _, ...card } = sampleDelivery({ purpose: 'conference', conferenceId: 5 as ConferenceId });
    const [alert] = planAlerts(card, { to: 'dead', reason: 'invalid' }, settings, now);
    expect(alert?.payload).toMatchObject({ kind: 'givenUp', conferenceId: 5 });
  });

  it('is nothing of a change that is given up: the post stands', () => {
    expect(planAlerts({ ...row, purpose: 'edit' }, { to: 'dead', reason: 'invalid' }, settings, now)).toEqual([]);
  });

  it('is nothing of an alert that is given up', () => {
    expect(planAlerts({ ...row, purpose: 'alert' }, { to: 'dead', reason: 'invalid' }, settings, now)).toEqual([]);
  });
});
