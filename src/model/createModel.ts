// The Model port over an endpoint: kept texts first, then one request at a time within the day's budget, each answer checked before
// anybody sees it, one other try, and then nothing. Invariant: a text that did not pass the check never leaves this file.

import { createHash } from 'node:crypto';
import type { Article } from '../domain/article.ts';
import type { ArticleId, Instant } from '../domain/ids.ts';
import type { Log } from '../kit/log.ts';
import type { Clock } from '../ports/clock.ts';
import type { Metrics, ModelOutcome } from '../ports/metrics.ts';
import { type Model, noModel } from '../ports/model.ts';
import type { ModelTextKind, ModelTexts } from '../ports/modelTexts.ts';
import { findAuthorQuestion } from '../reading/authorQuestion.ts';
import { findClosingInvitation } from '../reading/cleanText.ts';
import { countWords } from '../reading/plainText.ts';
import { createBreaker } from './breaker.ts';
import { type ChatMessage, createEndpoint, type EndpointOptions, ModelTrouble } from './endpoint.ts';
import { judgeAnswer } from './judgeAnswer.ts';
import { messagesAfterRefusal, messagesFor, taskVersion } from './task.ts';

export interface ModelConfig extends EndpointOptions {
  readonly requestsPerDay: number;
}

export interface ModelParts {
  /** Unset: there is no model. */
  readonly llm?: ModelConfig;
  readonly modelTexts: ModelTexts;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'modelAsked' | 'modelWithheld'>;
  /** For tests. Milliseconds. */
  readonly timeLimitMs?: number;
}

export interface RunningModel extends Model {
  close(): Promise<void>;
}

/** From being asked to the last byte, both tries and the turn included. Milliseconds. */
const defaultTimeLimitMs = 20_000;
const tries = 2;
/** A shorter text is read as quickly as its summary. Words. */
const fewestWords = 80;
/** After two refused answers the same article is tried again on another day. Milliseconds. */
const refusedLifeMs = 86_400_000;
/** A discussion waits for its question until then, from the first sighting of the article. Milliseconds. */
const questionPatienceMs = 20_000;

/** Articles remembered as having got no question; the patience ends it for the others. */
const givenUpKept = 1_000;

export function createModel(parts: ModelParts): RunningModel {
  const { llm, modelTexts, clock, log, metrics, timeLimitMs = defaultTimeLimitMs } = parts;
  if (!llm) return { ...noModel, close: async () => undefined };
  const endpoint = createEndpoint(llm);
  const breaker = createBreaker();
  const ending = new AbortController();
  const underWay = new Map<string, Promise<string | undefined>>();
  const givenUp = new Set<ArticleId>();
  let turn: Promise<unknown> = Promise.resolve();
  let spentOn = '';

  const hashOf = ({ title, text, teaser }: Article) =>
    createHash('sha256')
      .update(JSON.stringify([taskVersion, llm.model, title, teaser, text]))
      .digest('base64url');
  const findKept = (article: Article, kind: ModelTextKind) => modelTexts.find(article.id, kind, hashOf(article));

  const request = async (messages: readonly ChatMessage[], signal: AbortSignal): Promise<string | undefined> => {
    const day = dayOf(clock.now());
    if (!(await modelTexts.takeRequest(day, llm.requestsPerDay))) {
      spentOn = day;
      metrics.modelWithheld('budget');
      return undefined;
    }
    const answer = await endpoint.complete(messages, signal);
    breaker.noteSuccess();
    return answer;
  };

  /** @returns a text that passed the check; undefined where both tries failed it or the day is spent */
  const write = async (article: Article, kind: ModelTextKind, signal: AbortSignal): Promise<string | undefined> => {
    const messages = messagesFor(kind, article);
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const startedAt = performance.now();
      const answer = await request(messages, signal);
      if (answer === undefined) return undefined;
      const judgement = judgeAnswer(answer, kind, article);
      const durationMs = Math.round(performance.now() - startedAt);
      metrics.modelAsked(judgement.kind, durationMs);
      log.info('model.answered', { articleId: article.id, kind, attempt, outcome: judgement.kind, durationMs });
      if (judgement.kind === 'accepted') {
        await modelTexts.keep(article.id, kind, hashOf(article), { text: judgement.text, at: clock.now() });
        return judgement.text;
      }
      messages.push(...messagesAfterRefusal(answer, judgement.faults));
    }
    await modelTexts.keep(article.id, kind, hashOf(article), { at: clock.now() });
    return undefined;
  };

  const inTurn = async (article: Article, kind: ModelTextKind): Promise<string | undefined> => {
    const startedAt = performance.now();
    const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(timeLimitMs)]);
    const mine = turn.then(async () => {
      // Whoever waited here may have waited for a model that rests by now, or for too long.
      if (signal.aborted || breaker.restsUntil(clock.now()) !== undefined) return undefined;
      return write(article, kind, signal);
    });
    turn = mine.catch(() => undefined);
    try {
      return await mine;
    } catch (error) {
      if (ending.signal.aborted) return undefined;
      if (!(error instanceof ModelTrouble)) {
        // A full disk, too, costs the summary alone.
        log.error('job.failed', { job: 'askModel', err: error });
        return undefined;
      }
      const { code, status, retryAfterMs } = error;
      const now = clock.now();
      breaker.noteFailure(now, code === 'unauthorised' || code === 'limited', retryAfterMs);
      metrics.modelAsked(code satisfies ModelOutcome, Math.round(performance.now() - startedAt));
      const restsUntil = breaker.restsUntil(now);
      log.warn('model.failed', {
        articleId: article.id,
        code,
        status,
        ...(restsUntil === undefined ? {} : { restsMs: restsUntil - now }),
      });
      return undefined;
    }
  };

  /** The same wish of several people is one request. */
  const ask = (article: Article, kind: ModelTextKind): Promise<string | undefined> => {
    if (breaker.restsUntil(clock.now()) !== undefined) {
      metrics.modelWithheld('resting');
      return Promise.resolve(undefined);
    }
    const key = `${article.id} ${kind} ${hashOf(article)}`;
    const running = underWay.get(key) ?? inTurn(article, kind).finally(() => underWay.delete(key));
    underWay.set(key, running);
    return running;
  };

  return {
    async summarise(article, length) {
      if (!isCheckable(article)) return undefined;
      const kept = await findKept(article, length);
      if (kept?.text !== undefined) return kept.text;
      if (kept && kept.at > clock.now() - refusedLifeMs) return undefined;
      return ask(article, length);
    },

    findQuestion: async (article) => {
      const kept = await findKept(article, 'question');
      return kept && kept.at <= article.firstSeenAt + questionPatienceMs ? kept.text : undefined;
    },

    async awaitsQuestion(article) {
      const isInTime = clock.now() < article.firstSeenAt + questionPatienceMs;
      if (!isInTime || givenUp.has(article.id) || !isCheckable(article) || hasOwnQuestion(article)) return false;
      if (await findKept(article, 'question')) return false;
      void ask(article, 'question').finally(() => {
        if (givenUp.size > givenUpKept) givenUp.clear();
        givenUp.add(article.id);
      });
      return breaker.restsUntil(clock.now()) === undefined;
    },

    condition() {
      const until = breaker.restsUntil(clock.now());
      if (until !== undefined) return { kind: 'resting', until };
      return { kind: spentOn === dayOf(clock.now()) ? 'spent' : 'fine' };
    },

    async close() {
      ending.abort();
      await Promise.allSettled(underWay.values());
      await endpoint.close();
    },
  };
}

/** Long enough to be worth it, and in a script whose names have capitals: without them nothing tells a name from a word. */
function isCheckable({ text }: Article): boolean {
  return countWords(text) >= fewestWords && /\p{Lu}\p{Ll}/u.test(text);
}

/** What the author or the society asks comes first. */
function hasOwnQuestion({ text }: Article): boolean {
  return findAuthorQuestion(text) !== undefined || findClosingInvitation(text) !== undefined;
}

function dayOf(now: Instant): string {
  return new Date(now).toISOString().slice(0, 10);
}
