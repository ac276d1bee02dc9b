// The requests for one feed, as polls: each a first request and what its redirects led to.

import type { Answer } from './answer.ts';
import type { Exchange } from './site.ts';

export interface Poll {
  readonly exchanges: readonly [Exchange, ...Exchange[]];
  readonly last: Exchange;
  /** The bot died before it could remember what it was told. */
  readonly isLost: boolean;
  /** Where permanent redirects led, if any did. */
  readonly movedTo: string | undefined;
}

export function isRedirect({ headers }: Answer): boolean {
  return headers.location !== undefined;
}

export function splitPolls(exchanges: readonly Exchange[]): Poll[] {
  const groups: [Exchange, ...Exchange[]][] = [];
  for (const exchange of exchanges) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && follows(before, exchange)) group.push(exchange);
    else groups.push([exchange]);
  }
  return groups.map((group) => ({
    exchanges: group,
    last: group.at(-1) ?? group[0],
    isLost: group.some(({ isLost }) => isLost),
    movedTo: movedTo(group),
  }));
}

function follows(before: Exchange, exchange: Exchange): boolean {
  return (
    isRedirect(before.answer) &&
    before.run === exchange.run &&
    before.question.at === exchange.question.at &&
    new URL(before.answer.headers.location ?? '', before.url).href === exchange.url
  );
}

function movedTo(group: readonly Exchange[]): string | undefined {
  const isPermanent = ({ answer }: Exchange) => answer.status === 301 || answer.status === 308;
  const steps = group.findIndex((exchange) => !isPermanent(exchange));
  return steps > 0 ? group[steps]?.url : undefined;
}
