// The database and its backups.

import { existsSync } from 'node:fs';
import { listBackups } from '../../store/backupFiles.ts';
import { inspectApart } from '../../store/backups.ts';
import { knownSchema } from '../../store/migrate.ts';
import { isInUse } from '../../store/writerLock.ts';
import { type CheckParts, counted, type Finding, fine, wrong } from './finding.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A backup is made every day. Milliseconds. */
const oldestBackupMs = 26 * hourMs;

export interface DatabaseCheck {
  readonly findings: readonly Finding[];
  /** Whether what is in it can be looked at. */
  readonly isReadable: boolean;
  /** Whether a bot has it. */
  readonly isInUse: boolean;
}

export async function checkDatabase(path: string, parts: CheckParts): Promise<DatabaseCheck> {
  if (!existsSync(path)) return { findings: [judgeMissing(path)], isReadable: false, isInUse: false };
  parts.progress.show('checking the database');
  const looked = await look(path);
  if ('isFine' in looked) return { findings: [looked], isReadable: false, isInUse: false };
  const { fault, schema, used } = looked;
  const findings = [
    judgeContent(path, fault, schema),
    fine(used ? 'A bot is running with it.' : 'No bot is running with it at present.'),
    judgeBackups(path, parts),
  ];
  return { findings, isReadable: fault === undefined && schema === knownSchema, isInUse: used };
}

/** @returns what is wrong where it cannot even be opened */
async function look(path: string) {
  try {
    return { ...(await inspectApart(path)), used: isInUse(path) };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return wrong(
      `The database ${path} cannot be read (${cause}).`,
      "Give it and its folder to the bot's user, or name another place in DATABASE_URL.",
    );
  }
}

function judgeMissing(path: string): Finding {
  return listBackups(path).length === 0
    ? fine(`There is no database ${path} yet. The first start makes it.`)
    : wrong(
        `The database ${path} is missing, but there are backups.`,
        'Start the bot: it puts the newest in place. If the database lies elsewhere, name it in DATABASE_URL.',
      );
}

function judgeContent(path: string, fault: string | undefined, schema: number): Finding {
  if (fault !== undefined)
    return wrong(`The database ${path} is damaged (${fault}).`, 'Restart the bot: it puts the newest backup in place.');
  if (schema > knownSchema)
    return wrong(
      `A later version of the bot wrote ${path} (schema ${schema}, this one knows up to ${knownSchema}).`,
      'Upgrade this one, or go back with: npm run bot -- restore <file>',
    );
  if (schema < knownSchema)
    return fine(`The database ${path} is sound. The next start brings it to the schema of this version.`);
  return fine(`The database ${path} is sound.`);
}

function judgeBackups(path: string, { machine }: CheckParts): Finding {
  const [newest] = listBackups(path, machine.now());
  const ageMs = newest ? machine.now() - newest.at : 0;
  if (newest && Math.abs(ageMs) < oldestBackupMs)
    return fine(`The newest backup is from ${new Date(newest.at).toISOString()}.`);
  const found = newest
    ? ageMs < 0
      ? 'Every backup was made by a clock that was ahead.'
      : `The newest backup is ${counted(Math.floor(ageMs / dayMs), 'day')} old.`
    : 'There is no backup.';
  return wrong(
    found,
    'Run npm run bot -- backup. A bot that runs makes one every day; its log says why where it fails.',
  );
}
