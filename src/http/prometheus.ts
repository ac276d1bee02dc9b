// The Metrics port over prom-client: what happened, counted since the process started.

import { Counter, Histogram, type Registry } from 'prom-client';
import { gatewayEvents, type Metrics, pollOutcomes } from '../ports/metrics.ts';

/** Upper bounds in seconds, around what each should take. */
const buckets = {
  fetch: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  post: [1, 2.5, 5, 10, 30, 60, 300, 900, 3_600, 21_600],
  acknowledge: [0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3],
  model: [0.5, 1, 2.5, 5, 10, 20],
  commit: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 1],
};

/** Registers its counters and histograms. */
export function createPrometheus(registry: Registry): Metrics {
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers: [registry] });
  const histogram = (name: string, help: string, bounds: number[]) =>
    new Histogram({ name, help, buckets: bounds, registers: [registry] });

  const polls = counter('bot_feed_polls_total', 'Readings of sources.', ['outcome']);
  const fetchTime = histogram('bot_feed_fetch_seconds', 'A reading of a source, waiting included.', buckets.fetch);
  const refusals = counter('bot_ssrf_refused_total', 'Addresses refused before they were dialled.', ['reason']);
  const posts = counter('bot_posts_total', 'Steps of deliveries, by what became of them.', ['kind', 'outcome']);
  const postTime = histogram('bot_post_latency_seconds', 'From seeing an article to its message.', buckets.post);
  const looks = counter('bot_reconcile_total', 'Looks for what may have been posted.', ['result']);
  const requests = counter('bot_discord_requests_total', 'Answers of Discord.', ['route', 'status']);
  const invalid = counter('bot_discord_invalid_requests_total', 'Answers that count towards a ban.', [
    'status',
    'scope',
  ]);
  const withheld = counter('bot_discord_withheld_requests_total', 'Requests not made, to keep to a limit.', ['scope']);
  const gateway = counter('bot_gateway_events_total', 'What happened to the connection for commands.', ['event']);
  const acknowledgeTime = histogram(
    'bot_interaction_ack_seconds',
    'From a command to its acknowledgement.',
    buckets.acknowledge,
  );
  const models = counter('bot_model_requests_total', 'Questions to the language model.', ['outcome']);
  const modelTime = histogram('bot_model_seconds', 'From asking the language model to its answer.', buckets.model);
  const modelsWithheld = counter('bot_model_withheld_total', 'Questions the language model was spared.', ['reason']);
  const commitTime = histogram('bot_db_commit_seconds', 'Commits of the database.', buckets.commit);

  // A counter that stands at 0 can be seen to grow from its first event on.
  for (const outcome of pollOutcomes) polls.inc({ outcome }, 0);
  for (const event of gatewayEvents) gateway.inc({ event }, 0);

  return {
    polled(outcome, durationMs) {
      polls.inc({ outcome });
      fetchTime.observe(durationMs / 1_000);
    },
    addressRefused: (reason) => refusals.inc({ reason }),
    stepTaken: (kind, outcome) => posts.inc({ kind, outcome }),
    articlePosted: (latencyMs) => postTime.observe(latencyMs / 1_000),
    reconciled: (result) => looks.inc({ result }),
    requestAnswered: (route, status) => requests.inc({ route, status }),
    requestInvalid: (status, scope) => invalid.inc({ status, scope }),
    requestWithheld: (scope) => withheld.inc({ scope }),
    gatewayChanged: (event) => gateway.inc({ event }),
    interactionAcknowledged: (durationMs) => acknowledgeTime.observe(durationMs / 1_000),
    modelAsked(outcome, durationMs) {
      models.inc({ outcome });
      modelTime.observe(durationMs / 1_000);
    },
    modelWithheld: (reason) => modelsWithheld.inc({ reason }),
    committed: (durationMs) => commitTime.observe(durationMs / 1_000),
  };
}
