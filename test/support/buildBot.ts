// The bot as a few files that start several times faster than its sources do: a test that kills it a thousand times has to start
// it a thousand times.

import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Compiled code, and what libraries take when it happens to be installed. */
const leftOut = ['better-sqlite3', 'zlib-sync', 'bufferutil', 'utf-8-validate'];
/** Starts the bot when it is the program itself, which it would take itself for inside of the file of another. */
const main = 'src/main.ts';
const requireOfModule =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

export interface BuiltBot {
  /** Path of the program to fork. */
  readonly program: string;
  remove(): void;
}

/** @param entry path of the program's source; unless told, the bot that kills itself at a named moment */
export async function buildBot(entry = 'test/support/killableBot.ts'): Promise<BuiltBot> {
  const folder = mkdtempSync(join(tmpdir(), 'society-bot-built-'));
  // Where the sources look for what is not code.
  cpSync(join(root, 'src/locales'), join(folder, 'locales'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  await build({
    entryPoints: [...new Set([entry, main, ...listThreads()])].map((path) => join(root, path)),
    outdir: join(folder, 'bot'),
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifyWhitespace: true,
    minifySyntax: true,
    external: leftOut,
    banner: { js: requireOfModule },
    logLevel: 'error',
  });
  for (const path of listNumbers()) cpSync(join(root, path), join(folder, 'bot', basename(path)));
  return {
    program: join(folder, 'bot', `${basename(entry, '.ts')}.js`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What the bot runs in threads of their own. */
function listThreads(): string[] {
  return listInSources((name) => name.endsWith('Worker.ts'));
}

/** What lies beside the sources that read it. */
function listNumbers(): string[] {
  return listInSources((name) => name.endsWith('.json') && !name.startsWith('locales'));
}

function listInSources(isWanted: (name: string) => boolean): string[] {
  const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  return names.filter(isWanted).map((name) => join('src', name));
}
