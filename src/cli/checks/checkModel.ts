// The language model, asked one short question where there is one.

import type { Config } from '../../config.ts';
import { createEndpoint, ModelTrouble, type TroubleCode } from '../../model/endpoint.ts';
import { type CheckParts, type Finding, fine, wrong } from './finding.ts';

/** As long as a summary may take. Milliseconds. */
const patienceMs = 20_000;

const troubles: Readonly<Record<TroubleCode, readonly [what: string, mend: string]>> = {
  timeout: ['does not answer in time', 'Check that its server runs, and that it is not too slow for this machine.'],
  unreachable: ['cannot be reached', 'Check LLM_URL, and that its server runs.'],
  unauthorised: ['does not take LLM_API_KEY', 'Copy the key again into .env.'],
  limited: ['asks to be left alone for a while', 'Look at the limits of your account there.'],
  status: ['refuses', 'Check LLM_URL, which mostly ends in /v1, and that LLM_MODEL is a name it knows.'],
  tooLarge: ['answers something that is no answer of a model', 'Check LLM_URL, which mostly ends in /v1.'],
  unreadable: ['answers something that is no answer of a model', 'Check LLM_URL, which mostly ends in /v1.'],
};

/** Nothing where there is no model: excerpts are shown, which is well. */
export async function checkModel({ llm }: Config, { progress }: CheckParts): Promise<Finding[]> {
  if (!llm) return [];
  progress.show('asking the language model');
  const endpoint = createEndpoint(llm);
  try {
    const question = [{ role: 'user', content: 'Answer with one word: are you there?' }] as const;
    await endpoint.complete(question, AbortSignal.timeout(patienceMs));
    return [fine(`The language model ${llm.model} answers.`)];
  } catch (error) {
    if (!(error instanceof ModelTrouble)) throw error;
    const [what, mend] = troubles[error.code];
    const status = error.status === undefined ? '' : ` (error ${error.status})`;
    return [wrong(`The language model at ${llm.url} ${what}${status}.`, `${mend} Until then excerpts are shown.`)];
  } finally {
    await endpoint.close();
  }
}
