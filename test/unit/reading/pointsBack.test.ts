import { expect, it } from 'vitest';
import { pointsBack } from '../../../src/reading/summary/pointsBack.ts';

it.each([
  ['It carries forty cars.', true],
  ['“But the harbour is closed.', true],
  ['In addition, the fare fell.', true],
  ['Is it living beyond its means?', true],
  ['Why did they leave the island?', true],
  ['Isn’t that what the council wanted?', true],
  ['Dies ist der alte Hafen.', true],
  ['When one of them sank, the island wept.', true],
  ['As the last three of those left, the harbour closed.', true],
  ['When one of the ferries sank, the island wept.', false],
  ['Italy carries forty cars.', false],
  ['Is the island living beyond its means?', false],
  ['What is money for?', false],
  ['Why did the fishers leave?', false],
])('knows whether a sentence leans on the one before: %s', (sentence, leans) => {
  expect(pointsBack(sentence)).toBe(leans);
});
