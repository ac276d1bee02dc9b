import { readFileSync } from 'node:fs';
import { Registry } from 'prom-client';
import { beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/domain/settings.ts';
import type { CalendarFeedParts } from '../../../src/http/calendarFeed.ts';
import { createPrometheus } from '../../../src/http/prometheus.ts';
import type { ReadinessParts } from '../../../src/http/readiness.ts';
import { addStateGauges, type StateParts } from '../../../src/http/stateGauges.ts';
import { createWatching } from '../../../src/http/watching.ts';
import { listeningLog, send } from './askServer.ts';

const now = 1_000_000;
const parts: StateParts & ReadinessParts & CalendarFeedParts = {
  outboxHealth: {
    countOpen: async () => new Map([['pending', 3] as const]),
    findOldestDue: async () => now - 90_000,
  },
  sourceHealth: { countByState: async () => new Map([['fine', 2] as const]), findNextPollAt: async () => now + 5_000 },
  storeSize: { measure: () => ({ databaseBytes: 4096, walBytes: 512 }) },
  storeHealth: { probe: async () => ({ kind: 'fine' }), health: () => ({ kind: 'fine' }) },
  backups: { latest: () => ({ path: 'backup', at: 900_000 }) },
  connection: { findTrouble: () => undefined },
  clock: { now: () => now },
  calendarLinks: { find: async () => undefined },
  conferences: { listChanged: async () => [] },
  settings: { get: async (guildId) => defaultSettings(guildId) },
};
let registry: Registry;

beforeEach(() => {
  registry = new Registry();
});

/** Lines without comments. */
const shown = async () => (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));

describe('what happened', () => {
  it('is counted by what came of it', async () => {
    const metrics = createPrometheus(registry);
    metrics.polled('304', 120);
    metrics.polled('dns', 40);
    metrics.addressRefused('addressPrivate');
    metrics.stepTaken('message', 'done');
    metrics.reconciled('absent');
    metrics.requestAnswered('POST /channels/:id/messages', 200);
    metrics.requestInvalid(429, 'user');
    metrics.requestWithheld('route');
    metrics.gatewayChanged('resumed');
    expect(await shown()).toEqual(
      expect.arrayContaining([
        'bot_feed_polls_total{outcome="304"} 1',
        'bot_feed_polls_total{outcome="dns"} 1',
        'bot_feed_polls_total{outcome="200"} 0',
        'bot_feed_fetch_seconds_count 2',
        'bot_ssrf_refused_total{reason="addressPrivate"} 1',
        'bot_posts_total{kind="message",outcome="done"} 1',
        'bot_reconcile_total{result="absent"} 1',
        'bot_discord_requests_total{route="POST /channels/:id/messages",status="200"} 1',
        'bot_discord_invalid_requests_total{status="429",scope="user"} 1',
        'bot_discord_withheld_requests_total{scope="route"} 1',
        'bot_gateway_events_total{event="resumed"} 1',
      ]),
    );
  });

  it('is timed in seconds', async () => {
    const metrics = createPrometheus(registry);
    metrics.polled('200', 250);
    metrics.articlePosted(4_000);
    metrics.interactionAcknowledged(300);
    metrics.committed(2);
    expect(await shown()).toEqual(
      expect.arrayContaining([
        'bot_feed_fetch_seconds_sum 0.25',
        'bot_post_latency_seconds_sum 4',
        'bot_post_latency_seconds_bucket{le="2.5"} 0',
        'bot_post_latency_seconds_bucket{le="5"} 1',
        'bot_interaction_ack_seconds_sum 0.3',
        'bot_db_commit_seconds_sum 0.002',
      ]),
    );
  });
});

describe('how things stand', () => {
  it('is looked at when somebody asks', async () => {
    addStateGauges(registry, parts);
    expect(await shown()).toEqual([
      'bot_outbox_depth{state="pending"} 3',
      'bot_outbox_depth{state="sending"} 0',
      'bot_outbox_depth{state="unknown"} 0',
      'bot_outbox_depth{state="held"} 0',
      'bot_outbox_oldest_seconds 90',
      'bot_feeds{state="fine"} 2',
      'bot_feeds{state="trouble"} 0',
      'bot_feeds{state="stopped"} 0',
      'bot_feeds{state="idle"} 0',
      'bot_feed_check_lag_seconds 0',
      'bot_gateway_up 1',
      'bot_db_size_bytes 4096',
      'bot_db_wal_bytes 512',
      'bot_last_backup_timestamp_seconds 900',
    ]);
  });

  it('is left out where it cannot be told, and the rest still is', async () => {
    const broken = async () => Promise.reject(new Error('disk I/O error'));
    const outboxHealth = { countOpen: broken, findOldestDue: broken };
    addStateGauges(registry, { ...parts, outboxHealth, backups: { latest: () => undefined } });
    const lines = await shown();
    expect(lines.filter((line) => /outbox|backup/.test(line))).toEqual([]);
    expect(lines).toContain('bot_gateway_up 1');
  });
});

describe('watching', () => {
  it('serves all it has, by the names that the operator’s page and the alerts use', async () => {
    const { log, lines } = listeningLog();
    const watching = createWatching({ http: { host: '127.0.0.1', port: 0 }, version: '1.2.3', log });
    await watching.serve(parts);
    const body = await send(Number(lines[0]?.port), 'GET /metrics HTTP/1.1\r\nHost: bot\r\n\r\n');
    await watching.close();
    expect(body).toContain('bot_build_info{version="1.2.3"} 1');
    const served = new Set([...body.matchAll(/^# TYPE (\w+)/gm)].map(([, name = '']) => name));
    const page = readFileSync(new URL('../../../docs/watching.md', import.meta.url), 'utf8');
    const alerts = readFileSync(new URL('../../../docs/alerts.yml', import.meta.url), 'utf8');
    const own = [...served].filter((name) => name.startsWith('bot_'));
    expect(own.filter((name) => !page.includes(`\`${name}`))).toEqual([]);
    const named = [...`${page}${alerts}`.matchAll(/\b(?:bot|nodejs)_[a-z0-9_]+/g)].map(([name]) => name);
    expect(named.length).toBeGreaterThan(own.length);
    expect(named.filter((name) => !served.has(name.replace(/_(bucket|sum|count)$/, '')))).toEqual([]);
  });

  it('costs nothing where nobody watches', async () => {
    const { log, lines } = listeningLog();
    const watching = createWatching({ version: '1.2.3', log });
    await watching.serve(parts);
    watching.metrics.polled('200', 1);
    await watching.close();
    expect(lines).toEqual([]);
  });
});
