import { expect, it } from 'vitest';
import { planConference } from '../../../src/delivery/planConference.ts';
import { claimOfEvent } from '../../../src/domain/conferenceClaim.ts';
import type { EventFacts, GuildEvent } from '../../../src/domain/scheduledEvent.ts';
import type { AdvanceParts } from '../../../src/jobs/advance.ts';
import { startAdvancing, takeTurns } from '../../support/startAdvancing.ts';
import { delivery, guildId, now } from '../store/testStore.ts';

/** The event of a conference is made without an answer, and then stands in Discord as `seen` says. @returns the names that Discord has in the end */
async function loseAnswer(seen: (sent: EventFacts) => EventFacts) {
  const { store, parts, time } = await startAdvancing(now);
  const days = { kind: 'days', startsOn: '2027-06-12', endsOn: '2027-06-12' } as const;
  const event = { uid: 'one', title: 'Meeting on tides', status: 'confirmed', location: 'Lisbon', time: days };
  const claim = claimOfEvent(event as never, 'calendar', 'https://society.example/c.ics');
  await store.conferences.save(guildId, [claim], { at: now, isNews: false }, planConference);
  const conferenceId = store.inspect.prepare('SELECT id FROM conferences').pluck().get() as never;
  const payload = { conferenceId, action: 'create' };
  await store.outbox.add([delivery({ purpose: 'event', channelId: guildId as never, steps: ['event'], payload })], now);
  const events: GuildEvent[] = [];
  const guildEvents: AdvanceParts['guildEvents'] = {
    ...parts.guildEvents,
    list: async () => ({ kind: 'events', events }),
    create: async (_, facts) => {
      events.push({ ...seen(facts), id: `${events.length + 1}`, status: 'scheduled', isOwn: true });
      return events.length === 1 ? { kind: 'unknown', cause: '502' } : { kind: 'done', id: `${events.length}` };
    },
    change: async (_, id, changes) => {
      const at = events.findIndex((one) => one.id === id);
      events[at] = { ...(events[at] as GuildEvent), ...changes };
      return { kind: 'done', id };
    },
  };
  await takeTurns(store, { ...parts, guildEvents }, time, [0, ...Array(4).fill(61_000)]);
  const update = { conferenceId, action: 'update' };
  await store.outbox.add(
    [delivery({ purpose: 'event', channelId: guildId as never, steps: ['event'], payload: update })],
    time.at,
  );
  await takeTurns(store, { ...parts, guildEvents }, time, [0]);
  return events.map(({ name }) => name);
}

it('an event whose answer was lost is not made again where a person renamed it, and keeps their name', async () => {
  expect(await loseAnswer((sent) => ({ ...sent, name: 'Tides, as we call it' }))).toEqual(['Tides, as we call it']);
});

it('an event whose answer was lost is not made again where Discord sets its name in its own way', async () => {
  expect(await loseAnswer((sent) => ({ ...sent, name: `${sent.name} ` }))).toHaveLength(1);
});

it('an event of the bot that is about something else is not taken for the one that was lost', async () => {
  const other = (sent: EventFacts) => ({ ...sent, name: 'Another one', description: 'About something else' });
  expect(await loseAnswer(other)).toHaveLength(2);
});
