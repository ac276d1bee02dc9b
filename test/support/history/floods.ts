// Many new articles at once: the moderators are asked first, and the first answer counts.

import { item, items } from './documents.ts';
import { again, follow, type HistoryStep, type Scenario, show } from './scenario.ts';
import { alertsId, dayMs, minuteMs } from './society.ts';

const seen = items('Old');
const names = Array.from({ length: 14 }, (_, index) => `New ${index + 1}`);
/** Newest at the top. */
const many = [...items(...names).reverse(), ...seen];
const flood: HistoryStep[] = [follow(seen), show(many)];
const posts = names.map((name) => `post ${name}`);

export const floods: readonly Scenario[] = [
  {
    name: 'five new articles at once are posted',
    steps: [follow(seen), show([...items(...names.slice(0, 5)).reverse(), ...seen])],
    news: posts.slice(0, 5),
  },
  {
    name: 'fourteen at once are asked about, and nothing is posted before the answer',
    steps: [...flood, again(3)],
    alerts: ['question'],
  },
  {
    name: 'the newest alone is posted where that is the answer, and what comes later as usual',
    steps: [...flood, (society) => society.decide('newest'), show([item('Later'), ...many])],
    alerts: ['question'],
    news: ['post New 14', 'post Later'],
  },
  {
    name: 'all are posted, one every ten minutes, oldest first, and what comes meanwhile does not wait for them',
    steps: [
      ...flood,
      (society) => society.decide('all'),
      (society) => society.wait(10 * minuteMs - 1),
      (society) => society.wait(1),
      show([item('Meanwhile'), ...many], minuteMs),
      async (society) => {
        for (let turn = 0; turn < 12; turn += 1) await society.wait(10 * minuteMs);
      },
    ],
    alerts: ['question'],
    news: [...posts.slice(0, 2), 'post Meanwhile', ...posts.slice(2)],
  },
  {
    name: 'one message lists all',
    steps: [...flood, (society) => society.decide('digest'), again(2)],
    alerts: ['question'],
    news: [`digest ${[...names].reverse().join(', ')}`],
  },
  { name: 'none is posted', steps: [...flood, (society) => society.decide('none'), again(2)], alerts: ['question'] },
  {
    name: 'of two moderators the first one counts, and the question says who decided',
    steps: [
      ...flood,
      async (society) => {
        const id = society.discord.buttonId(alertsId, 'flood-newest');
        await society.decide('none', '301');
        await society.decide('all', '302', id);
        const [question] = society.discord.texts(alertsId);
        if (!question?.includes('<@301>') || question.includes('<@302>')) throw new Error(question);
        const decisions = await society.listDecisions();
        if (decisions.join() !== '301 none') throw new Error(decisions.join());
      },
      again(2),
    ],
    alerts: ['question'],
  },
  {
    name: 'F20 what came in ten days of silence is asked about',
    steps: [
      follow(seen),
      show([...items('New 3', 'New 2', 'New 1'), ...seen], 10 * dayMs),
      (society) => society.decide('all'),
      (society) => society.wait(10 * minuteMs),
      (society) => society.wait(10 * minuteMs),
    ],
    alerts: ['question'],
    news: ['post New 1', 'post New 2', 'post New 3'],
  },
  {
    name: 'seven days of silence are no reason to ask',
    steps: [follow(seen), show([...items('New 1'), ...seen], 7 * dayMs)],
    news: ['post New 1'],
  },
];
