import { describe, expect, it } from 'vitest';
import { fitSteps } from '../../../src/delivery/fitSteps.ts';

const article = { purpose: 'article', steps: ['message', 'thread', 'question'] } as const;

describe('the steps of a delivery', () => {
  it.each([
    ['text', ['message', 'thread', 'question']],
    ['announcement', ['message', 'thread', 'question', 'crosspost']],
    ['forum', ['message', 'question']],
    ['thread', ['message', 'question']],
    ['direct', ['message']],
  ] as const)('in a %s channel are %j', (kind, steps) => {
    expect(fitSteps(article, kind)).toEqual(steps);
    // Fitted again, e.g. after a refusal, they stay what they are.
    expect(fitSteps({ ...article, steps: fitSteps(article, kind) }, kind)).toEqual(steps);
  });

  it('no longer publish what has become another kind of channel', () => {
    const steps = fitSteps(article, 'announcement');
    for (const kind of ['text', 'forum', 'thread', 'direct'] as const)
      expect(fitSteps({ ...article, steps }, kind)).toEqual(fitSteps(article, kind));
  });

  it('publish what is for all, and never an alert', () => {
    expect(fitSteps({ purpose: 'digest', steps: ['message'] }, 'announcement')).toEqual(['message', 'crosspost']);
    expect(fitSteps({ purpose: 'alert', steps: ['message'] }, 'announcement')).toEqual(['message']);
  });
});
