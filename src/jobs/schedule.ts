// When things happen by themselves. node-cron gives the rhythm; a job that is still running is never started twice.

import cron, { type ScheduledTask } from 'node-cron';
import type { Log } from '../kit/log.ts';

/** Cron patterns with seconds; each is how often the job looks whether there is something to do. */
const rhythm = {
  everySecond: '* * * * * *',
  everyHalfMinute: '*/30 * * * * *',
  hourly: '0 17 * * * *',
  daily: '0 17 3 * * *',
} as const;

export interface Job {
  readonly name: string;
  readonly every: keyof typeof rhythm;
  run(): Promise<unknown>;
}

export interface Schedule {
  /** Starts nothing more and waits for what is running. */
  stop(): Promise<void>;
}

export function startSchedule(jobs: readonly Job[], log: Log): Schedule {
  const running = new Map<string, Promise<unknown>>();
  let isStopped = false;

  const run = (job: Job) => {
    if (isStopped || running.has(job.name)) return;
    const work = job
      .run()
      .catch((error: unknown) => log.error('job.failed', { job: job.name, err: error }))
      .finally(() => running.delete(job.name));
    running.set(job.name, work);
  };

  const tasks = jobs.map((job): ScheduledTask => {
    const task = cron.schedule(rhythm[job.every], () => run(job));
    // A second that passed while the process stood still would else be left out, and with it the job of a whole day.
    task.on('execution:missed', () => run(job));
    return task;
  });
  return {
    async stop() {
      isStopped = true;
      await Promise.all(tasks.map((task) => task.destroy()));
      await Promise.all(running.values());
    },
  };
}
