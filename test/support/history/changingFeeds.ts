// Feeds that change as real ones do: what must be posted, what must be edited, and what must change nothing.

import { type Item, item, items, jsonFeed, rss } from './documents.ts';
import { again, feedPath, follow, type Scenario, show } from './scenario.ts';
import { dayMs, newsId, papersId } from './society.ts';

const seen = items('One', 'Two', 'Three');
const renamed = (change: (item: Item) => Partial<Item>) => seen.map((one) => ({ ...one, ...change(one) }));
const daysAgo = (days: number) => new Date(Date.UTC(2026, 10, 2, 12) - days * dayMs);

export const changingFeeds: readonly Scenario[] = [
  {
    name: 'F1 the first post of an empty feed is posted',
    steps: [follow([]), show(items('One')), show(items('Two', 'One'))],
    news: ['post One', 'post Two'],
  },
  {
    name: 'F2 one new item that uses a known guid again is posted alone',
    steps: [follow(seen), show([item('Four', { guid: 'urn:One' }), ...seen]), again(2), show(items('Two', 'Three'))],
    news: ['post Four'],
  },
  {
    name: 'F2 and goes on being itself once the first one has left the feed',
    steps: [
      follow(items('Two', 'Three')),
      show(seen),
      show([item('Four', { guid: 'urn:One' }), ...seen]),
      show([item('Four', { guid: 'urn:One' }), ...items('Two', 'Three')]),
      show([item('Five', { guid: 'urn:One' }), ...items('Two', 'Three')]),
      show([item('One'), ...items('Two', 'Three')]),
    ],
    news: ['post One', 'post Four', 'post Five'],
  },
  {
    name: 'F2 also where no item has a link',
    steps: [
      follow([item('One', { link: undefined })]),
      show([item('Two', { guid: 'urn:One', link: undefined, text: 'Short.' }), item('One', { link: undefined })]),
      again(1),
      show([item('Two', { guid: 'urn:One', link: undefined, text: 'Short.' })]),
    ],
    news: ['post Two'],
  },
  {
    name: 'F2 an item that repeats a guid with the same words is the same article',
    steps: [follow(seen), show([item('One', { link: 'https://society.example/copy' }), ...seen]), again(1)],
  },
  {
    name: 'F2 a feed in which every item has one guid is told apart by links',
    steps: [
      follow(renamed(() => ({ guid: 'same' }))),
      show([item('Four', { guid: 'same' }), ...renamed(() => ({ guid: 'same' })).slice(0, 2)]),
      show([item('Five', { guid: 'same' })]),
    ],
    news: ['post Four', 'post Five'],
  },
  {
    name: 'F6 guids and links with a query string that rotates',
    steps: [1, 2, 3, 4].map((turn) =>
      (turn === 1 ? follow : show)(
        renamed(({ guid, link }) => ({ guid: `${guid}?sid=${turn}`, link: `${link}?utm_source=feed&sid=${turn}` })),
      ),
    ),
  },
  {
    name: 'F6 the same where there is no text to know them by',
    steps: [1, 2, 3, 4].map((turn) =>
      (turn === 1 ? follow : show)(
        renamed(({ link }) => ({ guid: `${link}?t=${turn}`, link: `${link}?t=${turn}`, text: undefined })),
      ),
    ),
  },
  {
    name: 'F6 a site that moves from http to https and drops its www',
    steps: [
      follow(
        renamed(({ link = '' }) => ({
          link: link.replace('https://', 'http://www.'),
          guid: link.replace('https://', 'http://www.'),
        })),
      ),
      show(renamed(({ link }) => ({ guid: link }))),
      show(renamed(({ link }) => ({ guid: `${link}/`, link: `${link}/index.html#top` }))),
    ],
  },
  {
    name: 'F11 a JSON Feed',
    steps: [
      async (society) => {
        society.answer('/feed.json', { body: jsonFeed(seen), headers: { 'content-type': 'application/feed+json' } });
        await society.follow('/feed.json');
      },
      async (society) => {
        society.answer('/feed.json', {
          body: jsonFeed([item('Four'), ...seen]),
          headers: { 'content-type': 'application/feed+json' },
        });
        await society.read();
        await society.read();
      },
    ],
    news: ['post Four'],
  },
  {
    name: 'F12 a corrected title changes the card in place, once',
    steps: [
      follow(seen),
      show([item('Four'), ...seen]),
      show([item('Four', { title: 'Four, corrected' }), ...seen]),
      again(3),
    ],
    news: ['post Four', 'edit Four, corrected'],
  },
  {
    name: 'F12 a text that changes at every reading is followed ever more slowly',
    steps: [
      follow(seen),
      show([item('Four'), ...seen]),
      async (society) => {
        for (let turn = 0; turn < 100; turn += 1) {
          society.answer(feedPath, {
            body: rss([item('Four', { text: `${item('Four').text} Read ${turn % 2} times.` }), ...seen]),
          });
          await society.read(15 * 60_000);
        }
      },
    ],
    news: ['post Four', ...Array.from({ length: 10 }, () => 'edit Four')],
  },
  {
    name: 'F13 a document that is cut in the middle changes nothing, and what it hid comes with the next',
    steps: [
      follow(seen),
      show([item('Four'), ...seen]),
      async (society) => {
        const whole = rss([item('Five'), ...seen, item('Four'), item('Six')]);
        const cut = whole.slice(0, whole.indexOf('What Four says') + 20);
        society.answer(feedPath, { body: cut, headers: { etag: '"same"' } });
        await society.read();
        society.answer(feedPath, { body: whole, headers: { etag: '"same"' } });
        await society.read();
      },
      again(1),
    ],
    news: ['post Four', 'post Five', 'post Six'],
  },
  {
    name: 'F16 relative links are resolved, and are the same article as absolute ones',
    steps: [
      async (society) => {
        society.answer(feedPath, { body: rss([item('One', { guid: undefined, link: '/post/one' })]) });
        await society.follow(feedPath);
      },
      async (society) => {
        society.answer(feedPath, {
          body: rss([
            item('Two', { guid: undefined, link: '/post/two' }),
            item('One', { guid: undefined, link: `${society.siteUrl}/post/one` }),
          ]),
        });
        await society.read();
        const [card] = society.discord.texts(newsId);
        if (!card?.includes(`(<${society.siteUrl}/post/two>)`) && !card?.includes(`(${society.siteUrl}/post/two)`))
          throw new Error(`no absolute link in ${card}`);
      },
    ],
    news: ['post Two'],
  },
  {
    name: 'F19 a new post that is dated back is posted',
    steps: [follow(seen), show([...seen, item('Four', { date: daysAgo(30) })])],
    news: ['post Four'],
  },
  {
    name: 'F20 what came in three days of silence is posted, oldest first',
    steps: [
      follow(seen),
      show(
        [
          item('Six', { date: daysAgo(-2.9) }),
          item('Five', { date: daysAgo(-1.7) }),
          item('Four', { date: daysAgo(-0.5) }),
          ...seen,
        ],
        3 * dayMs,
      ),
    ],
    news: ['post Four', 'post Five', 'post Six'],
  },
  {
    name: 'the newest item vanishes and another comes',
    steps: [follow(seen), show(items('Two', 'Three')), show([item('Four'), ...items('Two', 'Three')]), show(seen)],
    news: ['post Four'],
  },
  {
    name: 'the feed is reordered',
    steps: [follow(seen), show([...seen].reverse()), show(items('Two', 'Three', 'One'))],
  },
  {
    name: 'dates are bumped, as by a move of the site',
    steps: [
      follow(seen),
      show(renamed(() => ({ date: daysAgo(-1) }))),
      show([item('Four'), ...renamed(() => ({ date: daysAgo(-2) }))]),
    ],
    news: ['post Four'],
  },
  {
    name: 'guids are made anew while links stay',
    steps: [follow(seen), show(renamed(({ title }) => ({ guid: `new:${title}` })))],
  },
  {
    name: 'links change while guids stay',
    steps: [follow(seen), show(renamed(({ title }) => ({ link: `https://new.example/${title}` })))],
  },
  {
    name: 'guids and links change while the words stay',
    steps: [
      follow(seen),
      show(renamed(({ title }) => ({ guid: `new:${title}`, link: `https://new.example/${title}` }))),
    ],
  },
  {
    name: 'an undated feed is posted from the bottom up',
    steps: [follow(seen), show([...items('Six', 'Five', 'Four'), ...seen])],
    news: ['post Four', 'post Five', 'post Six'],
  },
  {
    name: 'the feed is cut to fewer items and grows again',
    steps: [follow(seen), show(items('One')), show([]), show(seen)],
  },
  {
    name: 'items that link to one page with an anchor each are different articles',
    steps: [
      follow([item('One', { guid: 'https://society.example/news#1', link: 'https://society.example/news#1' })]),
      show(
        [2, 1].map((place) =>
          item(place === 1 ? 'One' : 'Two', {
            guid: `https://society.example/news#${place}`,
            link: `https://society.example/news#${place}`,
          }),
        ),
      ),
      show(
        [3].map((place) =>
          item('Three', {
            guid: `https://society.example/news#${place}`,
            link: `https://society.example/news#${place}`,
          }),
        ),
      ),
    ],
    news: ['post Two', 'post Three'],
  },
  {
    name: 'an article that two sources publish is posted once in one channel',
    steps: [
      async (society) => {
        society.answer('/a.xml', { body: rss(seen) });
        society.answer('/b.xml', { body: rss([]) });
        await society.follow('/a.xml');
        await society.follow('/b.xml');
        society.answer('/a.xml', { body: rss([item('Four'), ...seen]) });
        society.answer('/b.xml', {
          body: rss([item('Four', { guid: 'b', link: 'http://www.society.example/post/four/?utm_campaign=b' })]),
        });
        await society.read();
        await society.read();
      },
    ],
    news: ['post Four'],
  },
  {
    name: 'an article that two sources publish is posted in each of two channels',
    steps: [
      async (society) => {
        for (const path of ['/a.xml', '/b.xml']) society.answer(path, { body: rss([]) });
        await society.follow('/a.xml');
        await society.follow('/b.xml', papersId);
        for (const path of ['/a.xml', '/b.xml']) society.answer(path, { body: rss(items('Four')) });
        await society.read();
        await society.read();
      },
    ],
    news: ['post Four'],
    papers: ['post Four'],
  },
];
