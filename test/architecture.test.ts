// Keeps the house as it was drawn: who may import whom, no banned names, no long files, nothing unlisted.
// The last block seeds violations and sees each rule fail: a rule that cannot fail guards nothing.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findCircles, findViolations, listLongTests, listSources, type SourceFile } from './support/architecture.ts';

const files = listSources(new URL('../', import.meta.url));

describe('the house', () => {
  it('has sources to look at', () => {
    expect(files.length).toBeGreaterThan(80);
    expect(files.some((file) => file.path === 'src/main.ts')).toBe(true);
  });

  it('keeps the import table, the banned names and the file length', () => {
    expect(files.flatMap(findViolations)).toEqual([]);
  });

  it('keeps tests short, too', () => {
    expect(listLongTests(new URL('../', import.meta.url))).toEqual([]);
  });

  it('has no circle of imports', () => {
    expect(findCircles(files)).toEqual([]);
  });

  it('has one undici: a second one takes the first one’s place, and discord.js can upload nothing through it', () => {
    const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
    const copies = Object.keys(lock.packages).filter((path) => path.endsWith('node_modules/undici'));
    expect(copies).toEqual(['node_modules/undici']);
  });

  it('binds no bare number as a limit, for which SQLite would put the statement together anew each time', () => {
    const isBare = ({ text }: SourceFile) => /\bLIMIT \$\{(?!asInteger\()/i.test(text);
    expect(files.filter(isBare).map(({ path }) => path)).toEqual([]);
  });

  it('fits main on one screen', () => {
    expect(readFileSync(new URL('../src/main.ts', import.meta.url), 'utf8').split('\n').length).toBeLessThan(80);
  });

  it('lists every command', () => {
    const index = files.find((file) => file.path === 'commands/index.ts');
    const commands = files
      .map((file) => /^commands\/([a-zA-Z]+)(?:\.ts|\/index\.ts)$/.exec(file.path)?.[1])
      .filter((name) => name !== undefined && name !== 'index');
    for (const name of commands) expect(index?.text).toMatch(new RegExp(`from './${name}(/index)?\\.ts'`));
  });
});

describe('the rules themselves', () => {
  const seed = (path: string, text: string): SourceFile => ({ path, text });

  it.each([
    ['a domain that imports a port', seed('src/domain/a.ts', "import { b } from '../ports/clock.ts';")],
    ['a port that imports the kit', seed('src/ports/a.ts', "import type { b } from '../kit/log.ts';")],
    ['a kit that imports a port', seed('src/kit/a.ts', "export { b } from '../ports/clock.ts';")],
    ['delivery that imports the store', seed('src/delivery/a.ts', "import { b } from '../store/openStore.ts';")],
    ['a view that imports reading', seed('src/views/a.ts', "import { b } from '../reading/summarise.ts';")],
    ['a command that imports the store', seed('commands/a.ts', "import { b } from '../src/store/openStore.ts';")],
    ['a command that imports another', seed('commands/a/b.ts', "import { c } from '../d/c.ts';")],
    ['a job that imports sources lazily', seed('src/jobs/a.ts', "const b = await import('../sources/http.ts');")],
    ['discord.js outside of discord', seed('src/jobs/a.ts', "import { Client } from 'discord.js';")],
    ['@discordjs outside of discord', seed('src/store/a.ts', "import { REST } from '@discordjs/rest';")],
    ['discord-api-types in the domain', seed('src/domain/a.ts', "import type { A } from 'discord-api-types/v10';")],
    ['the network outside of the fetcher', seed('src/sources/page.ts', "import { request } from 'undici';")],
    ['the network outside of the model’s endpoint', seed('src/model/task.ts', "import { request } from 'undici';")],
    ['a request from the web server', seed('src/http/a.ts', "import { request } from 'undici';")],
    ['a web server outside of http', seed('src/jobs/a.ts', "import { createServer } from 'node:http';")],
    ['metrics that know their maker', seed('src/jobs/a.ts', "import { Counter } from 'prom-client';")],
    ['a global fetch', seed('src/jobs/a.ts', 'await fetch(url);')],
    ['the sandbox reaching into the store', seed('sandbox/a.ts', "import { b } from '../src/store/openStore.ts';")],
    ['the bot importing the sandbox', seed('src/jobs/a.ts', "import { b } from '../../sandbox/main.ts';")],
    ['the environment outside of config', seed('src/jobs/a.ts', 'const token = process.env.DISCORD_TOKEN;')],
    ['a folder named utils', seed('src/utils/a.ts', '')],
    ['a folder named shared', seed('commands/shared/a.ts', '')],
    ['a file of 301 lines', seed('src/domain/a.ts', 'x\n'.repeat(301))],
    ['a default export outside of commands', seed('src/domain/a.ts', 'export default 1;')],
  ])('refuse %s', (_name, file) => {
    expect(findViolations(file)).not.toEqual([]);
  });

  it('accept a command that is as it should be', () => {
    const text =
      "import { reply } from '../src/kit/result.ts';\nimport type { Articles } from '../src/ports/articles.ts';\nexport default 1;\n";
    expect(findViolations(seed('commands/a.ts', text))).toEqual([]);
  });

  it('see a circle', () => {
    const a = seed('src/domain/a.ts', "import { b } from './b.ts';");
    const b = seed('src/domain/b.ts', "import { a } from './a.ts';");
    expect(findCircles([a, b])).not.toEqual([]);
    expect(findCircles([a, seed('src/domain/b.ts', '')])).toEqual([]);
  });
});
