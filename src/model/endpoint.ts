// One request to an OpenAI-compatible endpoint. The operator chose its address, so it may be private; it is asked for nothing else, is
// followed nowhere else, and gets neither more time nor more bytes than a short answer needs. Invariant: it throws ModelTrouble alone.

import type { Agent } from 'undici';
import { z } from 'zod';

export const troubleCodes = [
  'timeout',
  'unreachable',
  'unauthorised',
  'limited',
  'status',
  'tooLarge',
  'unreadable',
] as const;
export type TroubleCode = (typeof troubleCodes)[number];

/** No answer came of a request. */
export class ModelTrouble extends Error {
  override name = 'ModelTrouble';
  readonly code: TroubleCode;
  readonly status?: number;
  /** What the endpoint asked for. Milliseconds. */
  readonly retryAfterMs?: number;

  constructor(
    code: TroubleCode,
    facts: { readonly status?: number; readonly retryAfterMs?: number; readonly cause?: unknown } = {},
  ) {
    super(`the language model gave no answer: ${code}`, facts.cause === undefined ? {} : { cause: facts.cause });
    this.code = code;
    if (facts.status !== undefined) this.status = facts.status;
    if (facts.retryAfterMs !== undefined) this.retryAfterMs = facts.retryAfterMs;
  }
}

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface EndpointOptions {
  /** The base, e.g. `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  readonly model: string;
  readonly apiKey?: string;
}

export interface Endpoint {
  /** @throws ModelTrouble, also when `signal` ends the waiting */
  complete(messages: readonly ChatMessage[], signal: AbortSignal): Promise<string>;
  close(): Promise<void>;
}

/** A page of text is a hundredth of it. Bytes. */
const maxBodyBytes = 262_144;
const connectTimeoutMs = 5_000;

const answerShape = z.object({
  choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })]).rest(z.unknown()),
});

export function createEndpoint({ url, model, apiKey }: EndpointOptions): Endpoint {
  let agent: Agent | undefined;
  const address = new URL(url);
  address.pathname = `${address.pathname.replace(/\/+$/u, '')}/chat/completions`;

  const ask = async (messages: readonly ChatMessage[], signal: AbortSignal): Promise<string> => {
    const { default: undici } = await import('undici');
    agent ??= new undici.Agent({ connect: { timeout: connectTimeoutMs }, connections: 1 });
    const { statusCode, headers, body } = await undici.request(address, {
      method: 'POST',
      dispatcher: agent,
      signal,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({ model, messages, stream: false }),
    });
    body.on('error', () => undefined);
    if (statusCode !== 200) {
      body.destroy();
      throw statusTrouble(statusCode, String(headers['retry-after'] ?? ''));
    }
    return contentOf(await readBounded(body));
  };

  return {
    async complete(messages, signal) {
      try {
        return await ask(messages, signal);
      } catch (error) {
        if (error instanceof ModelTrouble) throw error;
        throw new ModelTrouble(signal.aborted ? 'timeout' : 'unreachable', { cause: error });
      }
    },
    close: async () => agent?.destroy(),
  };
}

function statusTrouble(status: number, retryAfter: string): ModelTrouble {
  if (status === 401 || status === 403) return new ModelTrouble('unauthorised', { status });
  if (status !== 429) return new ModelTrouble('status', { status });
  return new ModelTrouble('limited', {
    status,
    ...(/^\d{1,6}$/u.test(retryAfter) ? { retryAfterMs: Number(retryAfter) * 1_000 } : {}),
  });
}

async function readBounded(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) throw new ModelTrouble('tooLarge');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function contentOf(text: string): string {
  try {
    return answerShape.parse(JSON.parse(text)).choices[0].message.content;
  } catch {
    // What the parser says of it would quote it.
    throw new ModelTrouble('unreadable');
  }
}
