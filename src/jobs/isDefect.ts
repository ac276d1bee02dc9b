import { Transient } from '../domain/errors.ts';

/** Ours to mend, unlike the store's trouble, which passes. */
export function isDefect(error: unknown): boolean {
  return !(error instanceof Transient) && !(error instanceof Error && error.name === 'SqliteError');
}
