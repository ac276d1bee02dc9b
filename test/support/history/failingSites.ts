// Sites that fail: the moderators hear of it once, in time, and nothing is posted twice or lost when it is over.

import { item, items, page, rss } from './documents.ts';
import { again, feedPath, follow, type HistoryStep, type Scenario, show } from './scenario.ts';
import { dayMs, hourMs } from './society.ts';

const seen = items('One', 'Two');
const fail =
  (status: number, times: number, afterMs = hourMs): HistoryStep =>
  async (society) => {
    society.answer(feedPath, { status, body: '' });
    for (let time = 0; time < times; time += 1) await society.read(afterMs);
  };
const showPage =
  (times: number): HistoryStep =>
  async (society) => {
    society.answer(feedPath, { body: page, headers: { 'content-type': 'text/html' } });
    for (let time = 0; time < times; time += 1) await society.read();
  };

export const failingSites: readonly Scenario[] = [
  {
    name: 'F10 a page instead of the feed is no reason to speak at the second sighting',
    steps: [follow(seen), showPage(2), show(seen)],
  },
  {
    name: 'F10 a page instead of the feed is told at the third sighting',
    steps: [follow(seen), showPage(3)],
    alerts: ['trouble'],
  },
  {
    name: 'F10 and only once in twenty, and the same message says when it is over',
    steps: [follow(seen), showPage(10), showPage(10), show([item('Three'), ...seen]), again(2)],
    alerts: ['trouble', 'recovered'],
    news: ['post Three'],
  },
  {
    name: 'an outage is told after a day and once more after a week',
    steps: [follow(seen), fail(503, 24), fail(503, 1), fail(503, 20), fail(503, 7, dayMs), fail(503, 5), show(seen)],
    alerts: ['trouble', 'trouble', 'recovered', 'recovered'],
  },
  {
    name: 'an outage of an hour is told to nobody',
    steps: [follow(seen), fail(503, 3), show([item('Three'), ...seen])],
    news: ['post Three'],
  },
  {
    name: 'a feed that is gone is not asked for again before somebody asks, and then goes on',
    steps: [
      follow(seen),
      fail(410, 5),
      async (society) => {
        const source = await society.sourceOf(1 as never);
        if (source.stoppedAt === undefined) throw new Error('still being read');
      },
      async (society) => {
        society.answer(feedPath, { body: rss([item('Three'), ...seen]) });
        await society.read();
        await society.lookAgain(1 as never);
        await society.read();
      },
    ],
    alerts: ['trouble', 'recovered'],
    news: ['post Three'],
  },
  {
    name: 'a feed that moved for good is read at its new address after three sightings',
    steps: [
      follow(seen),
      async (society) => {
        society.answer(feedPath, { status: 301, headers: { location: '/moved.xml' } });
        society.answer('/moved.xml', { body: rss([item('Three'), ...seen]) });
        await society.read();
        await society.read();
        if ((await society.sourceOf(1 as never)).url.endsWith('/moved.xml')) throw new Error('moved too early');
        await society.read();
        if (!(await society.sourceOf(1 as never)).url.endsWith('/moved.xml')) throw new Error('not moved');
      },
      async (society) => {
        society.answer('/moved.xml', { body: rss([item('Four'), item('Three'), ...seen]) });
        await society.read();
      },
    ],
    news: ['post Three', 'post Four'],
  },
];
