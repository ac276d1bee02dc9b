// What a fault makes of a request: whether and when it is carried out, and what the bot hears of it.

import { setTimeout as sleep } from 'node:timers/promises';
import { defaultDelayMs, type FaultRule } from '../faults.ts';
import type { Answer } from './answer.ts';

/** An answer, half of one, none ever, or a connection that is cut. */
export type Outcome = { readonly answer: Answer; readonly isHalf?: true } | 'silence' | 'reset';

export async function strike(fault: FaultRule, carryOut: () => Answer): Promise<Outcome> {
  const delayMs = fault.delayMs ?? defaultDelayMs;
  switch (fault.mode) {
    case 'hang':
      return 'silence';
    case 'delay':
      await sleep(delayMs, undefined, { ref: false });
      return { answer: withHeaders(carryOut(), fault) };
    case 'delayAnswer': {
      const answer = withHeaders(carryOut(), fault);
      await sleep(delayMs, undefined, { ref: false });
      return { answer };
    }
    case 'commitThenReset':
      carryOut();
      return 'reset';
    case 'commitThenStatus':
      carryOut();
      return { answer: refusal(fault, 502) };
    case 'halfJson':
      return { answer: withHeaders(carryOut(), fault), isHalf: true };
    case 'commitLate':
      setTimeout(carryOut, delayMs).unref();
      return fault.status === undefined ? 'reset' : { answer: refusal(fault, fault.status) };
    case 'rateLimit':
      return { answer: rateLimit(fault, delayMs / 1000) };
    case 'bareRateLimit':
      return { answer: { status: fault.status ?? 429, headers: fault.headers ?? {} } };
    case 'html':
      return { answer: page(fault) };
    case 'refuse':
      return { answer: refusal(fault, 500) };
  }
}

function withHeaders(answer: Answer, fault: FaultRule): Answer {
  return { ...answer, headers: { ...answer.headers, ...fault.headers } };
}

function refusal(fault: FaultRule, defaultStatus: number): Answer {
  const status = fault.status ?? defaultStatus;
  const body = fault.body ?? { message: `${status}: asked for by a fault rule`, code: fault.code ?? 0 };
  return { status, body, headers: fault.headers ?? {} };
}

/** @see https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit */
function rateLimit(fault: FaultRule, seconds: number): Answer {
  const { scope = 'user' } = fault;
  const isGlobal = scope === 'global';
  const body = fault.body ?? { message: 'You are being rate limited.', retry_after: seconds, global: isGlobal };
  const headers = {
    'retry-after': String(Math.ceil(seconds)),
    'x-ratelimit-scope': scope,
    ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
    ...fault.headers,
  };
  return { status: fault.status ?? 429, body, headers };
}

function page(fault: FaultRule): Answer {
  const status = fault.status ?? 403;
  const reason = status === 429 ? 'Error 1015: you are being rate limited' : 'Error 1020: access denied';
  const html = `<!DOCTYPE html><html><head><title>Access denied</title></head><body><h1>${reason}</h1></body></html>`;
  const headers = { 'content-type': 'text/html; charset=UTF-8', server: 'cloudflare', ...fault.headers };
  return { status, body: fault.body ?? html, headers };
}
