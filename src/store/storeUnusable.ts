/** The database cannot be used until a person has done what the message says; starting again would not help. */
export class StoreUnusable extends Error {
  override name = 'StoreUnusable';
}

/** What waiting does not mend: the place of the database, and who may write there. */
const placeTrouble = /^(EACCES|EPERM|EROFS|ENOTDIR|EISDIR|EEXIST|ENOENT|SQLITE_(CANTOPEN|READONLY|PERM))/;

/** @returns what a person can do about an error that opening the database met; the error itself where that is not known */
export function explainUnusable(databasePath: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreUnusable) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ERR_DLOPEN_FAILED' || error.message.startsWith('Could not locate the bindings file'))
    return new StoreUnusable(
      `better-sqlite3, which opens the database, is not built for this node (${process.versions.node}). Run: npm rebuild better-sqlite3`,
    );
  if (!placeTrouble.test(code)) return error;
  const at = 'path' in error ? ` at ${error.path}` : '';
  return new StoreUnusable(
    `The bot cannot use the database ${databasePath} (${code}${at}). Give its folder and all in it to the bot's user, or name another place in DATABASE_URL.`,
  );
}
