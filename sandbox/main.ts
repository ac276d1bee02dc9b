// `npm run sandbox`: the sandbox in a browser, set up so that a newcomer sees a card at once; `--empty` leaves that to the newcomer.

import { openSandbox } from './openSandbox.ts';
import { setUpSociety } from './setUpSociety.ts';

const sandbox = await openSandbox({ port: 4747 });
if (!process.argv.includes('--empty')) await setUpSociety(sandbox.discord, sandbox.site);

console.log(`\nThe sandbox is open: ${sandbox.discord.url}\nStop it with Ctrl+C. Nothing leaves this machine.\n`);

const close = async () => {
  await sandbox.close();
  process.exit(0);
};
process.once('SIGINT', close);
process.once('SIGTERM', close);
