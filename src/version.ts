import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

interface Manifest {
  readonly version: string;
  readonly engines: { readonly node: string };
}

/** Of package.json, which lies one folder above the sources and two above the built files. */
const manifest = findManifest() as Manifest;

export const version: string = manifest.version;

/** The oldest node that the bot runs on, e.g. `20.19`. */
export const leastNode: string = manifest.engines.node.replace(/^>=/, '');

function findManifest(): unknown {
  try {
    return load('../package.json');
  } catch {
    return load('../../package.json');
  }
}
