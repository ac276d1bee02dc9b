// Builds dist/ when it is missing or older than the sources. With --smoke it builds anew and checks that the built bot starts.

import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const isSmoke = process.argv.includes('--smoke');
/** The bot's exit code for a configuration that must be mended. */
const configurationExit = 78;

if (isSmoke || newestIn('src', 'commands', 'tsconfig.json', 'tsconfig.build.json', 'package.json') > builtAt()) build();
if (isSmoke) smoke();

function build() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
}

function smoke() {
  const started = spawnSync(process.execPath, [join(root, 'dist', 'src', 'main.js')], {
    cwd: join(root, 'dist'),
    env: { PATH: process.env.PATH },
    encoding: 'utf8',
  });
  if (started.status !== configurationExit || !started.stderr.includes('DISCORD_TOKEN')) {
    console.error(`the built bot did not ask for its token (exit ${started.status}):\n${started.stderr}`);
    process.exit(1);
  }
}

function builtAt() {
  try {
    return statSync(join(root, 'dist', 'src', 'main.js')).mtimeMs;
  } catch {
    return 0;
  }
}

function newestIn(...paths) {
  return Math.max(...paths.map((path) => newest(join(root, path))));
}

function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
