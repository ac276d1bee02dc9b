// npm run bot -- <command>: what the people who run a bot do with it.

import { runCli } from './runCli.ts';

process.exitCode = await runCli(process.argv.slice(2), process);
