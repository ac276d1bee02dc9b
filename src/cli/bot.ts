// npm run bot -- <command>: what the people who run a bot do with it.

import { runCli } from './runCli.ts';

// Whoever read the output has seen enough of it, as `head` does.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
process.exitCode = await runCli(process.argv.slice(2), process);
