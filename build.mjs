// Builds dist/ when it is missing or older than the sources. With --smoke it builds anew and checks that the built bot starts.
// What is there is replaced only by a build that is whole.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const isSmoke = process.argv.includes('--smoke');
/** The bot's exit code for a configuration that must be mended. */
const configurationExit = 78;

refuseOldNode();
if (isSmoke || newestIn('src', 'commands', 'tsconfig.json', 'tsconfig.build.json', 'package.json') > builtAt()) build();
if (isSmoke) smoke();

function refuseOldNode() {
  const least = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node.replace(/^>=/, '');
  const [own, needed] = [process.versions.node, least].map((version) => version.split('.').map(Number));
  if (own[0] > needed[0] || (own[0] === needed[0] && own[1] >= needed[1])) return;
  endWith(`This is node ${process.versions.node}, and society-bot needs ${least} or later. Install a newer node.`);
}

function build() {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  if (!existsSync(tsc)) {
    endWith('dist/ is missing or older than the sources, and what builds it is not installed: npm ci --include=dev');
  }
  const [built, draft] = [join(root, 'dist'), join(root, 'dist.draft')];
  rmSync(draft, { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', draft], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (status === 0) {
    rmSync(built, { recursive: true, force: true });
    renameSync(draft, built);
  }
  rmSync(draft, { recursive: true, force: true });
  if (status !== 0) process.exit(1);
}

function endWith(sentence) {
  console.error(sentence);
  process.exit(configurationExit);
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
