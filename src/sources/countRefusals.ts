// Counts the addresses that were refused, whoever asked for them: a source, a redirect, a page, a calendar.

import { SourceError } from '../domain/errors.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Fetcher } from './http.ts';

export function countRefusals(fetcher: Fetcher, metrics: Metrics): Fetcher {
  return {
    ...fetcher,
    async fetchDocument(...request) {
      try {
        return await fetcher.fetchDocument(...request);
      } catch (error) {
        if (error instanceof SourceError && (error.code === 'addressPrivate' || error.code === 'addressInvalid')) {
          metrics.addressRefused(error.code);
        }
        throw error;
      }
    },
  };
}
