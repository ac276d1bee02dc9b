// The report of a server's health with everything broken.

import type { DeliveryId, SourceId } from '../../../src/domain/ids.ts';
import { permissions } from '../../../src/domain/permission.ts';
import type { MessageView } from '../../../src/kit/message.ts';
import type { Say } from '../../../src/kit/translate.ts';
import type { Mend } from '../../../src/views/statusMends.ts';
import { statusReport } from '../../../src/views/statusReport.ts';
import { messageTextLimit } from '../../../src/views/text.ts';
import { sampleCalendar } from '../fakeCalendars.ts';
import { newsId, now, sampleSource } from '../samples.ts';

const stars = '*'.repeat(100_000);
const command = '</conferences upcoming:12345678901234567890>';
const trouble = { count: 9, sightings: 9, since: now, code: 'layoutChanged', detail: stars };
const source = sampleSource({ title: stars, trouble });

const worstMends: readonly Mend[] = [
  { kind: 'channel', step: 'conferences' },
  { kind: 'source', source, trouble },
  { kind: 'source', source: { ...source, id: 2 as SourceId }, trouble },
  { kind: 'source', source: { ...source, id: 3 as SourceId }, trouble },
  { kind: 'calendar', calendar: sampleCalendar({ title: stars, trouble }), trouble },
];

/** @param room characters it may take */
export function fullestReport(say: Say, room = messageTextLimit): MessageView {
  const held = Array.from({ length: 9 }, (_, index) => ({
    channelId: newsId,
    reason: 'missingPermissions' as const,
    missing: permissions,
    concern: 'publishing' as const,
    waiting: 999,
    deliveryId: `abcdefghij23456${index}` as DeliveryId,
  }));
  const areas = ['discord', 'sources', 'deliveries', 'conferences', 'storage', 'model'] as const;
  const worst = [
    'notConnected',
    'sourcesSilent',
    'deliveriesHeld',
    'conferencesWaiting',
    'storageFailing',
    'modelResting',
  ];
  const spelled = areas.map((name, index) => ({
    name: say(`status.${name}`),
    text: say(`status.${worst[index]}` as 'status.fine', {
      command,
      since: '<t:1796990400:F>',
      until: '<t:1796990400:R>',
      count: 99,
    }),
  }));
  return statusReport({ areas: spelled, mends: worstMends, importCommand: command, held, room, say });
}
