import { describe, expect, it } from 'vitest';
import { parseFeedDate } from '../../../src/sources/feedDate.ts';

const isoOf = (text: string) => {
  const at = parseFeedDate(text);
  return at === undefined ? undefined : new Date(at).toISOString().replace('.000', '');
};

describe('dates as feeds write them', () => {
  it.each([
    ['Tue, 24 Nov 2026 19:48:21 GMT', '2026-11-24T19:48:21Z'],
    ['24 Nov 2026 19:48 +0100', '2026-11-24T18:48:00Z'],
    ['Tue,24 Nov 2026 18:28:36 -0000', '2026-11-24T18:28:36Z'],
    ['Tue, 24 November, 2026 06:28:00 EST', '2026-11-24T11:28:00Z'],
    ['Tue, 24 Nov 26 06:28:00 MEZ-1', undefined],
    ['Tuesday, 24-Nov-26 06:28:00 GMT', '2026-11-24T06:28:00Z'],
    ['Tue Nov 24 16:29:06 2026', '2026-11-24T16:29:06Z'],
    ['Nov 24, 2026 4:29 PM', '2026-11-24T16:29:00Z'],
    ['2026-11-24', '2026-11-24T00:00:00Z'],
    ['2026-11', '2026-11-01T00:00:00Z'],
    ['2026-11-24T10:14:55.25+01:00', '2026-11-24T09:14:55.250Z'],
    ['2026-11-24 10:14', '2026-11-24T10:14:00Z'],
    ['20261124T101455Z', '2026-11-24T10:14:55Z'],
    ['2026-328', '2026-11-24T00:00:00Z'],
    ['1795514461', '2026-11-24T10:01:01Z'],
    ['Δευ, 23 Νοε 2026 10:00:00 GMT', '2026-11-23T10:00:00Z'],
  ])('%s', (text, iso) => {
    expect(isoOf(text)).toBe(iso);
  });

  it.each([
    ...['', 'soon', 'today', '2026-02-30', '2026-13-01', '99 Jun 2026 12:00:00 GMT', 'Tue, 24 Nov 2026 1:2:3:4 GMT'],
    ...[
      'Tue, 24 Nov 2026 10:00:00 +zz:00',
      '24 Foo 2026',
      '0000-00-00T00:00:00Z',
      '2026-11-24T25:61:00Z',
      '12',
      '9'.repeat(200),
    ],
  ])('gives no date for nonsense: %s', (text) => {
    expect(parseFeedDate(text)).toBeUndefined();
  });
});
