// The process around a bot that is refused by Discord, and whose stop waits for what never comes, with nothing left to keep it.

import { tokenRefused } from '../../src/domain/botRefused.ts';
import { runProcess } from '../../src/runProcess.ts';

const never = new Promise<void>(() => undefined);

await runProcess(
  async () => ({ stop: () => never, failed: Promise.resolve(tokenRefused()) }),
  () => ({ logLevel: 'silent', discordToken: '' }) as never,
);
