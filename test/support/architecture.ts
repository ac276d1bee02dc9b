// The import table of the house and the rules around it, as data, with the code that reads the sources by them.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

export interface SourceFile {
  /** From the root of the project, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Which rooms each room may import; `*` is everything. A room always may import itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  ports: ['domain'],
  kit: ['domain', 'locales'],
  reading: ['domain', 'kit'],
  delivery: ['domain', 'kit'],
  model: ['domain', 'kit', 'ports', 'reading'],
  views: ['domain', 'kit'],
  sources: ['domain', 'kit', 'ports'],
  store: ['domain', 'kit', 'ports'],
  commands: ['domain', 'kit', 'ports', 'views', 'reading', 'delivery'],
  jobs: ['domain', 'kit', 'ports', 'views', 'reading', 'delivery'],
  discord: ['domain', 'kit', 'ports', 'views'],
  http: ['domain', 'kit', 'ports', 'views'],
  config: ['domain', 'kit'],
  version: [],
  runProcess: ['config', 'domain', 'kit', 'store'],
  main: ['*'],
  cli: ['*'],
  sandbox: ['main', 'config'],
  evaluation: ['domain', 'kit', 'ports', 'reading', 'sources', 'delivery', 'views', 'model'],
  bench: ['*', 'sandbox'],
};

/** Where the bot asks other hosts for something: sites, and the language model of the operator's choice. */
const fetcher = /^src\/(?:sources\/(http|addressGuard|headerBytes|fetch\w*|readBody)|model\/endpoint)\.ts$/;

/** Packages that belong to one place; the first line that fits a name decides. */
const packageHomes: readonly { readonly name: RegExp; readonly homes: readonly RegExp[] }[] = [
  // The yardstick of the commands is a bare discord.js.
  { name: /^(discord\.js|@discordjs\/)/, homes: [/^src\/discord\//, /^bench\/(pingBot|bareLogin)\.ts$/] },
  { name: /^discord-api-types/, homes: [/^src\/(discord|views|kit)\//, /^sandbox\//] },
  { name: /^(better-sqlite3|kysely)/, homes: [/^src\/store\//] },
  { name: /^node:http$/, homes: [/^src\/http\/serveHttp\.ts$/, fetcher, /^(sandbox|bench)\//] },
  { name: /^(undici|node:https?|node:tls|node:dns)/, homes: [fetcher, /^(sandbox|bench)\//] },
  { name: /^prom-client/, homes: [/^src\/http\//] },
  { name: /^node:net/, homes: [/^src\/sources\//, /^(sandbox|bench)\//] },
  { name: /^(ws|ajv|ajv-formats|discord-api-spec)/, homes: [/^sandbox\//] },
];

const bannedFolders = /(^|\/)(utils?|helpers?|services?|common|core|shared|lib|types|misc)\//;
const lineLimit = 300;

/** @returns one sentence for each rule the file breaks */
export function findViolations(file: SourceFile): string[] {
  return [...nameFaults(file), ...importFaults(file), ...textFaults(file)].map((fault) => `${file.path}: ${fault}`);
}

function nameFaults({ path }: SourceFile): string[] {
  return bannedFolders.test(path) ? ['a folder with a name that says nothing'] : [];
}

function importFaults(file: SourceFile): string[] {
  const room = roomOf(file.path);
  const allowed = mayImport[room];
  if (!allowed) return [`no line in the import table for ${room}`];
  return importsOf(file.text).flatMap((specifier) => {
    if (!specifier.startsWith('.')) {
      const home = packageHomes.find(({ name }) => name.test(specifier));
      return home && !home.homes.some((pattern) => pattern.test(file.path)) ? [`imports ${specifier}`] : [];
    }
    const path = resolve(file.path, specifier);
    if (isAnotherCommand(file.path, path)) return [`imports ${path}: what commands share lives in commands/parts`];
    const target = roomOf(path);
    return target === room || allowed.includes(target) || (allowed.includes('*') && target !== 'sandbox')
      ? []
      : [`imports ${target}`];
  });
}

function isAnotherCommand(from: string, to: string): boolean {
  const [own, others] = [commandOf(from), commandOf(to)];
  return own !== undefined && own !== 'index' && others !== undefined && others !== own && others !== 'parts';
}

function commandOf(path: string): string | undefined {
  return /^commands\/(\w+)/.exec(path)?.[1];
}

function textFaults({ path, text }: SourceFile): string[] {
  const faults: string[] = [];
  if (text.split('\n').length - 1 > lineLimit) faults.push(`longer than ${lineLimit} lines`);
  if (path.startsWith('sandbox/')) return faults;
  if (path !== 'src/domain/isUrl.ts' && /URL\.canParse/.test(text)) faults.push('uses URL.canParse; isUrl is right');
  if (path !== 'src/config.ts' && /process\.env\b/.test(text)) faults.push('reads the environment');
  if (/(?<![.\w])fetch\(/.test(text)) faults.push('uses the global fetch');
  if (!path.startsWith('commands/') && /^export default /m.test(text)) faults.push('has a default export');
  return faults;
}

/** @returns each circle of imports once, as a path of files */
export function findCircles(files: readonly SourceFile[]): string[] {
  const targets = new Map(
    files.map((file) => [
      file.path,
      importsOf(file.text)
        .filter((s) => s.startsWith('.'))
        .map((s) => resolve(file.path, s)),
    ]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) {
      circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return circles;
}

/** Tests that are too long to read in one go. */
export function listLongTests(root: URL): string[] {
  return readdirSync(new URL('test', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) => readFileSync(new URL(`test/${name}`, root), 'utf8').split('\n').length - 1 > lineLimit);
}

/** The project's own TypeScript, without tests. */
export function listSources(root: URL): SourceFile[] {
  return ['src', 'commands', 'sandbox', 'evaluation', 'bench']
    .filter((folder) => existsSync(new URL(folder, root)))
    .flatMap((folder) =>
      readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
        .filter((name) => /(?<!\.d)\.ts$/.test(name) && !name.startsWith('node_modules'))
        .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(new URL(`${folder}/${name}`, root), 'utf8') })),
    );
}

function importsOf(text: string): string[] {
  const statements =
    /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(statements)].flatMap((match) => match[1] ?? match[2] ?? match[3] ?? []);
}

function resolve(from: string, specifier: string): string {
  return posix.normalize(posix.join(posix.dirname(from), specifier));
}

/** The folder below src, or commands, or sandbox; a file right in src is a room of its own. */
function roomOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'src' ? second.replace(/\.\w+$/, '') : top;
}
