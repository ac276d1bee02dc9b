// The oracle: judges everything a site was asked, by what the site said before.

import { judgeFeed } from './judgeFeed.ts';
import { judgeHost, latestPause } from './judgeHost.ts';
import type { Exchange, Site } from './site.ts';
import { splitPolls } from './splitPolls.ts';
import type { Fault, Frame, Verdict } from './verdict.ts';

export function judgeSite({ behaviour, exchanges, origins, feedUrls }: JudgedSite, frame: Frame): Verdict {
  const faults: Fault[] = origins.flatMap((origin) =>
    judgeHost(exchanges.filter((exchange) => exchange.origin === origin)),
  );
  let unconditional = 0;
  for (const [feed, address] of feedUrls.entries()) {
    const polls = splitPolls(exchanges.filter((exchange) => isOf(exchange, feed)));
    const judged = judgeFeed(polls, address, frame, (at) => latestPause(exchanges, at));
    faults.push(...judged.faults, ...judgeEnd(feed, judged, frame));
    unconditional += judged.unconditional;
  }
  return { name: behaviour.name, requests: exchanges.length, unconditional, faults };
}

/** What of a site the oracle looks at. */
export type JudgedSite = Pick<Site, 'behaviour' | 'exchanges' | 'origins' | 'feedUrls'>;

function isOf({ question: { path, feed } }: Exchange, wanted: number): boolean {
  return feed === wanted && path.endsWith('.xml');
}

function judgeEnd(
  feed: number,
  { articles: published, missedSince }: ReturnType<typeof judgeFeed>,
  { endsAt, articles }: Frame,
): Fault[] {
  const stored = articles[feed] ?? 0;
  const faults: Fault[] = [];
  if (missedSince !== undefined) {
    faults.push({ rule: 'late', at: missedSince, detail: `feed ${feed} was not read again` });
  }
  if (stored !== published) {
    const detail = `feed ${feed}: ${stored} in the store, ${published} published`;
    faults.push({ rule: 'articles', at: endsAt, detail });
  }
  return faults;
}
