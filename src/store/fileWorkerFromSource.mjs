// Starts the thread for the database file from TypeScript: a thread does not inherit the process's loader. Not part of the build.

import { register } from 'tsx/esm/api';

register();
await import('./fileWorker.ts');
