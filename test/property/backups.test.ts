import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BackupFile, type BackupKind, listOutlived } from '../../src/store/backupFiles.ts';

const dayMs = 86_400_000;
const start = Date.UTC(2026, 0, 1);

const anyBackups = fc
  .uniqueArray(fc.integer({ min: 0, max: 200 * 24 }), { maxLength: 120 })
  .chain((hours) =>
    fc.tuple(
      ...hours.map((hour) =>
        fc.constantFrom<BackupKind>('daily', 'daily', 'daily', 'upgrade').map((kind) => backup(hour, kind)),
      ),
    ),
  );

function backup(hour: number, kind: BackupKind): BackupFile {
  return { path: `${hour}`, kind, at: start + hour * 3_600_000 };
}

const dayOf = ({ at }: BackupFile) => new Date(at).toISOString().slice(0, 10);
/** The Monday of its week. */
const weekOf = ({ at }: BackupFile) => {
  const date = new Date(at);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
};

function newestOf(backups: readonly BackupFile[]): BackupFile | undefined {
  return backups.reduce<BackupFile | undefined>((best, one) => (best && best.at > one.at ? best : one), undefined);
}

describe('the backups that are kept', () => {
  it('are the newest of each of 7 days and of 4 weeks, and 3 of upgrades', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const gone = new Set(listOutlived(backups));
        const kept = backups.filter((one) => !gone.has(one));
        const daily = backups.filter(({ kind }) => kind === 'daily');
        for (const [periodOf, count] of [
          [dayOf, 7],
          [weekOf, 4],
        ] as const) {
          for (const period of [...new Set(daily.map(periodOf))].sort().slice(-count)) {
            expect(kept).toContain(newestOf(daily.filter((one) => periodOf(one) === period)));
          }
        }
        const upgrades = backups.filter(({ kind }) => kind === 'upgrade').sort((a, b) => b.at - a.at);
        expect(kept.filter(({ kind }) => kind === 'upgrade').sort((a, b) => b.at - a.at)).toEqual(upgrades.slice(0, 3));
        expect(kept.filter(({ kind }) => kind === 'daily').length).toBeLessThanOrEqual(11);
      }),
    );
  });

  it('stay when nothing new came, however they are listed', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const gone = new Set(listOutlived(backups));
        const kept = backups.filter((one) => !gone.has(one));
        expect(listOutlived([...kept].reverse())).toEqual([]);
      }),
    );
  });

  it('reach back into a fourth week when one is made every day for months', () => {
    let kept: BackupFile[] = [];
    for (let day = 0; day < 150; day += 1) {
      kept.push(backup(day * 24 + 3, 'daily'));
      const gone = new Set(listOutlived(kept));
      kept = kept.filter((one) => !gone.has(one));
    }
    const ages = kept.map(({ at }) => (start + 149 * dayMs - at) / dayMs);
    expect(kept.length).toBeLessThanOrEqual(11);
    expect(Math.max(...ages)).toBeGreaterThan(14);
    expect(ages.filter((age) => age < 7)).toHaveLength(7);
  });
});
