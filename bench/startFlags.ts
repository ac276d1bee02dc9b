// What `npm start` gives to node, so that a bot is measured as it runs in life.

import { readFileSync } from 'node:fs';

export function startFlags(): string[] {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const { scripts } = JSON.parse(text) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}
