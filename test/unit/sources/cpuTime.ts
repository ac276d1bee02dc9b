// Processor time of some work, to compare with a yardstick taken in the same run: absolute figures tell of the machine.

/** Microseconds. */
export function cpuTimeOf(work: () => unknown): number {
  const { user } = process.cpuUsage();
  work();
  return process.cpuUsage().user - user;
}
