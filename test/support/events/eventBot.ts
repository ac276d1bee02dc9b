// A bot that keeps Discord's events, in a process of its own that a test kills. Started with its configuration as the argument.

import { setTimeout as pause } from 'node:timers/promises';
import type { BotOrders } from '../killing/botProcess.ts';
import { startEventBot } from './startEventBot.ts';

const { config, timing } = JSON.parse(process.argv[2] ?? '{}') as BotOrders;
// It does not outlive the test that began it.
process.once('disconnect', () => process.exit());
const bot = await startEventBot(config, timing);
process.send?.('started');
for (;;) {
  await bot.work();
  await pause(100);
}
