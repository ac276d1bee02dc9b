import { expect, it } from 'vitest';
import { planConference } from '../../../src/delivery/planConference.ts';
import { claimOfEvent } from '../../../src/domain/conferenceClaim.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import type { AdvanceParts } from '../../../src/jobs/advance.ts';
import type { Fate } from '../../support/modelDiscord.ts';
import { startAdvancing, takeTurn, takeTurns } from '../../support/startAdvancing.ts';
import { guildId, now, saveSettings } from '../store/testStore.ts';

/** A conference that is announced and changes before its discussion is known. @returns where it was announced, and where the change was told */
async function announceAndChange(kind: 'text' | 'forum', ...fates: Fate[]) {
  const { store, discord, parts, time } = await startAdvancing(now, fates);
  await saveSettings(store, { ...defaultSettings(guildId), conferencesChannelId: '210' as never });
  const place = { kind, tags: [], requiresTag: false, mayManageThreads: false };
  const publisher: AdvanceParts['publisher'] = {
    ...parts.publisher,
    describePlace: async () => ({ kind: 'place', place }),
  };
  const put = (startsOn: string) => {
    const days = { kind: 'days', startsOn, endsOn: startsOn } as const;
    const event = { uid: 'one', title: 'Meeting on tides', status: 'confirmed', location: 'Lisbon', time: days };
    const claim = claimOfEvent(event as never, 'calendar', 'https://society.example/c.ics');
    return store.conferences.save(guildId, [claim], { at: time.at, isNews: true }, planConference);
  };
  await put('2027-06-12');
  await takeTurn(store, { ...parts, publisher }, time, 0);
  await put('2027-09-20');
  await takeTurns(store, { ...parts, publisher }, time, Array(8).fill(61_000));
  return discord.posted.map(({ channelId }) => channelId);
}

it('a change is told in the discussion that was opened after it was planned', async () => {
  expect(await announceAndChange('text')).toEqual(['210', '1']);
});

it('a change is told in the forum post that was found after it was planned', async () => {
  expect(await announceAndChange('forum', 'lostAfter')).toEqual(['210', '1']);
});
