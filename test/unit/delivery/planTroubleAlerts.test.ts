import { describe, expect, it } from 'vitest';
import { isGoneForGood, planTroubleAlerts } from '../../../src/delivery/planTroubleAlerts.ts';
import type { ChannelId } from '../../../src/domain/ids.ts';
import { defaultSettings, type GuildSettings } from '../../../src/domain/settings.ts';
import { followed, guildId, now, sampleSource } from '../../support/fakePorts.ts';

const dayMs = 86_400_000;
const { subscription } = followed(sampleSource());
const settings: GuildSettings = { ...defaultSettings(guildId), alertsChannelId: '209' as ChannelId };
const alerts = (code: string, sightings: number, ageMs: number, interests = [{ subscription, settings }]) => {
  const trouble = { code, sightings, count: sightings, since: now - ageMs, detail: '' };
  return planTroubleAlerts(sampleSource({ trouble }), interests, now);
};

describe('moderators hear of a source in trouble', () => {
  it.each(['htmlInsteadOfFeed', 'login', 'gone', 'addressPrivate'])('at the third sighting of %s', (code) => {
    expect(alerts(code, 2, 20 * 3_600_000)).toEqual([]);
    expect(alerts(code, 3, 60_000)).toHaveLength(1);
  });

  it.each(['status', 'timeout', 'hostUnknown'])('after a day of %s', (code) => {
    expect(alerts(code, 99, dayMs - 1)).toEqual([]);
    expect(alerts(code, 2, dayMs)).toHaveLength(1);
  });

  it('once for each time: the first day and the first week have keys of their own', () => {
    const keys = [dayMs, 2 * dayMs, 7 * dayMs - 1].map(
      (ageMs) => alerts('status', 9, ageMs)[0]?.dedupeKey?.split(':')[3],
    );
    expect(keys).toEqual(['first', 'first', 'first']);
    expect(alerts('status', 9, 7 * dayMs)[0]?.dedupeKey).toContain(':again:');
  });

  it('not where they named no channel', () => {
    expect(alerts('gone', 9, dayMs, [{ subscription, settings: defaultSettings(guildId) }])).toEqual([]);
  });

  it('and that a feed is gone, once its site has said so three times', () => {
    expect(isGoneForGood({ code: 'gone', sightings: 2 })).toBe(false);
    expect(isGoneForGood({ code: 'gone', sightings: 3 })).toBe(true);
    expect(isGoneForGood({ code: 'status', sightings: 9 })).toBe(false);
    expect(alerts('gone', 3, 0)[0]?.payload).toMatchObject({ isStopped: true });
  });
});
