// chrono-node, a language at a time and with the first date that is read in it: all of it is as large as the rest of the bot.

import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

export const englishDates = () => load('chrono-node/en') as typeof import('chrono-node/en');
export const germanDates = () => load('chrono-node/de') as typeof import('chrono-node/de');
