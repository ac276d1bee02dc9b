// A language model on loopback that answers as a test scripts it, and everything a Model needs around it.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import type { Article } from '../../../src/domain/article.ts';
import type { ArticleId } from '../../../src/domain/ids.ts';
import { createLog } from '../../../src/kit/log.ts';
import { createModel, type ModelConfig } from '../../../src/model/createModel.ts';
import { essays } from '../../support/faithfulness/essays.ts';
import { openSite } from '../sources/siteServer.ts';
import { addSource, entry, openTestStore, readInto, temporaryFolder } from '../store/testStore.ts';

export type Reply = string | ((response: ServerResponse) => void);

export interface Asked {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

export const key = 'sk-canary-key-of-the-operator';
/** The last reply is repeated. */
export async function startModel(
  replies: Reply[],
  changes: Partial<ModelConfig> & { timeLimitMs?: number; folder?: string } = {},
) {
  const { timeLimitMs = 2_000, folder = temporaryFolder(), ...config } = changes;
  const asked: Asked[] = [];
  const keys: unknown[] = [];
  const site = await openSite(async (request, response) => {
    keys.push(request.headers.authorization);
    asked.push(JSON.parse(await bodyOf(request)));
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    if (typeof reply === 'function') return reply(response);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: reply } }] }));
  });
  onTestFinished(async () => void (await site.close()));
  const store = await openTestStore(folder);
  const article = await saveArticle(store);
  const time = { at: article.firstSeenAt };
  const metrics = { outcomes: [] as string[], withheld: [] as string[] };
  const log: string[] = [];
  const open = (modelTexts = store.modelTexts, model = 'small') => {
    const running = createModel({
      llm: { url: `${site.url}/v1`, model, apiKey: key, requestsPerDay: 100, ...config },
      modelTexts,
      clock: { now: () => time.at },
      log: createLog('debug', { secrets: [key], destination: { write: (line) => log.push(line) } }),
      metrics: {
        modelAsked: (outcome) => void metrics.outcomes.push(outcome),
        modelWithheld: (reason) => void metrics.withheld.push(reason),
      },
      timeLimitMs,
    });
    onTestFinished(async () => void (await running.close()));
    return running;
  };
  return { model: open(), open, store, article, asked, keys, time, metrics, site, logged: () => log.join('') };
}

async function saveArticle(store: Awaited<ReturnType<typeof openTestStore>>): Promise<Article> {
  const [essay] = essays;
  if (!essay) throw new Error('there are no essays');
  const { title, text } = essay;
  const sourceId = await addSource(store);
  await readInto(store, sourceId, [entry('a', { title, text, teaser: '' })]);
  const article = await store.articles.get(1 as ArticleId);
  if (!article) throw new Error('the essay was not saved');
  return article;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}
