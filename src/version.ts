import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** Of package.json, which lies one folder above the sources and two above the built files. */
export const version: string = (findManifest() as { version: string }).version;

function findManifest(): unknown {
  try {
    return load('../package.json');
  } catch {
    return load('../../package.json');
  }
}
