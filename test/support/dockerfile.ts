// A Dockerfile's steps carried out in empty folders, one for each stage, on a machine without Docker and without network. What is
// copied is copied; packages come from this checkout by the lock file; a step that is not known fails.

import { execFileSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';

interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** What the last stage came to. */
export interface Image {
  /** The folder that would be `/`. */
  readonly root: string;
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
}

interface Stage {
  readonly root: string;
  workdir: string;
  user: string;
  readonly env: Record<string, string>;
  command: readonly string[];
  healthcheck: readonly string[];
}

export interface Workshop {
  /** The checkout. */
  readonly context: string;
  /** An empty folder. */
  readonly folder: string;
  /** Who stands for the user that the image names. */
  readonly uid: number;
}

function parseDockerfile(text: string): Instruction[] {
  return text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name = '', ...rest] = line.trim().split(/\s+/);
      return { name, rest: rest.join(' ') };
    });
}

/** @throws for an instruction, a command or a file that is not known */
export function buildImage(text: string, workshop: Workshop): Image {
  const stages = new Map<string, Stage>();
  let stage: Stage | undefined;
  for (const { name, rest } of parseDockerfile(text)) {
    if (name === 'FROM') {
      const [, , alias = String(stages.size)] = rest.split(' ');
      const root = join(workshop.folder, alias);
      mkdirSync(root);
      stage = { root, workdir: '/', user: 'root', env: {}, command: [], healthcheck: [] };
      stages.set(alias, stage);
      continue;
    }
    if (!stage) throw new Error(`${name} before FROM`);
    carryOut(name, rest, stage, stages, workshop);
  }
  if (!stage) throw new Error('no stage');
  return stage;
}

function carryOut(name: string, rest: string, stage: Stage, stages: Map<string, Stage>, workshop: Workshop): void {
  switch (name) {
    case 'WORKDIR':
      stage.workdir = rest;
      mkdirSync(join(stage.root, rest), { recursive: true });
      return;
    case 'COPY':
      copy(rest.split(' '), stage, stages, workshop.context);
      return;
    case 'RUN':
      for (const command of rest.split('&&')) run(command.trim(), stage, workshop);
      return;
    case 'ENV':
      Object.assign(stage.env, Object.fromEntries(rest.split(' ').map((pair) => pair.split('='))));
      return;
    case 'USER':
      stage.user = rest;
      return;
    case 'CMD':
      stage.command = JSON.parse(rest);
      return;
    case 'HEALTHCHECK':
      stage.healthcheck = JSON.parse(rest.slice(rest.indexOf('CMD ') + 4));
      return;
    case 'VOLUME':
    case 'EXPOSE':
      return;
    default:
      throw new Error(`this test cannot carry out ${name}`);
  }
}

function copy(words: readonly string[], stage: Stage, stages: Map<string, Stage>, context: string): void {
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
  const paths = words.filter((word) => !word.startsWith('--'));
  const sources = paths.slice(0, -1);
  const target = join(stage.root, stage.workdir, paths.at(-1) ?? '');
  for (const source of sources) {
    const origin = from === undefined ? join(context, source) : join(stages.get(from)?.root ?? '', source);
    if (from === undefined) refuseIgnored(source, context);
    // A folder is copied as what is in it.
    cpSync(origin, statSync(origin).isDirectory() ? target : join(target, basename(source)), { recursive: true });
  }
}

/** `.dockerignore` names what there is, after leaving out all. */
function refuseIgnored(source: string, context: string): void {
  const lines = readFileSync(join(context, '.dockerignore'), 'utf8').split('\n');
  if (!lines.includes('*') || !lines.includes(`!${source}`)) throw new Error(`.dockerignore leaves out ${source}`);
}

function run(command: string, stage: Stage, { context, uid }: Workshop): void {
  const folder = join(stage.root, stage.workdir);
  const [program, ...args] = command.split(' ');
  const inRoot = (path: string | undefined) => join(stage.root, path ?? '');
  if (command === 'npm ci --omit=dev') installProduction(folder, context);
  else if (command === 'npm ci') symlinkSync(join(context, 'node_modules'), join(folder, 'node_modules'));
  else if (program === 'node') execFileSync(process.execPath, args, { cwd: folder, stdio: 'pipe' });
  else if (program === 'mkdir') mkdirSync(inRoot(args[0]));
  else if (program === 'chown') chownSync(inRoot(args[1]), uid, uid);
  else throw new Error(`this test cannot run ${command}`);
}

/** What `npm ci --omit=dev` would install. */
function listProduction(lockFile: string): string[] {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8')) as {
    packages: Record<string, { readonly dev?: true; readonly optional?: true }>;
  };
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path]) => path);
}

/** From the checkout instead of the network, without the packages within packages that others brought. */
function installProduction(folder: string, context: string): void {
  for (const path of listProduction(join(folder, 'package-lock.json'))) {
    const origin = join(context, path);
    if (!existsSync(origin)) continue;
    cpSync(origin, join(folder, path), {
      recursive: true,
      filter: (source) => source === origin || basename(source) !== 'node_modules',
    });
  }
}

/** All files below a folder, from there. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
