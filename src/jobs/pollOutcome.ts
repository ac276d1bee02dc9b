// What came of a reading, as it is counted.

import type { SourceError } from '../domain/errors.ts';
import type { PollOutcome } from '../ports/metrics.ts';

const outcomes: Readonly<Record<SourceError['code'], PollOutcome>> = {
  addressInvalid: 'refused',
  addressPrivate: 'refused',
  unreachable: 'refused',
  tooManyRedirects: 'refused',
  hostUnknown: 'dns',
  timeout: 'timeout',
  certificate: 'tls',
  login: '4xx',
  gone: '4xx',
  limited: '4xx',
  status: '4xx',
  tooLarge: 'parse',
  htmlInsteadOfFeed: 'parse',
  notAFeed: 'parse',
  brokenFeed: 'parse',
  notACalendar: 'parse',
  notOpml: 'parse',
  notAPage: 'parse',
  layoutChanged: 'parse',
};

export function pollOutcomeOf({ code, args }: SourceError): PollOutcome {
  return Number(args.status) >= 500 ? '5xx' : outcomes[code];
}
