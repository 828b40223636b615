import { fromKysely, PgBoss } from 'pg-boss'
import type { Tx } from '../database/connection.ts'
import type { Log } from '../log/index.ts'
import type { Job, JobData } from './job.ts'
import { openQueues, type Queues } from './queues.ts'
import { settleOneByOne } from './settle.ts'

export { defineJob, type Job, type JobData, type Retries } from './job.ts'

export type Handler<Data extends JobData> = (data: Data) => Promise<void>

/**
 * Work for later, kept in the same PostgreSQL. Sending happens inside the caller's transaction:
 * what is rolled back was never sent. A handler may run twice and must not mind.
 */
export interface Jobs {
  send<Data extends JobData>(
    tx: Tx,
    job: Job<Data>,
    data: Data,
    options?: SendOptions,
  ): Promise<void>
  work<Data extends JobData>(job: Job<Data>, handler: Handler<Data>): void
  /** Sends the job by itself, by a cron line read in a time zone. */
  schedule(job: Job, cron: string, timeZone: string): void
  /** Begins to work: until then jobs only wait. */
  start(): Promise<void>
  /** Works off what is due now and returns how many tries that took. For commands and tests. */
  drain(): Promise<number>
  /** Takes nothing new, finishes what is in hand. */
  stop(): Promise<void>
}

export interface SendOptions {
  /** Not before. */
  startAfter?: Date
}

interface Timed {
  job: Job
  cron: string
  timeZone: string
}

const BATCH = 20
const STOP_WITHIN_MS = 30_000

export async function openJobs(options: { databaseUrl: string; log: Log }): Promise<Jobs> {
  const queues = await openQueues(options.databaseUrl, options.log)
  const handlers = new Map<string, { job: Job; handler: Handler<JobData> }>()
  const timetable: Timed[] = []
  let worker: PgBoss | null = null

  return {
    async send(tx, job, data, { startAfter } = {}) {
      await queues.ensure(job)
      await queues.boss.send(job.name, data, {
        db: fromKysely(tx),
        ...(startAfter ? { startAfter } : {}),
      })
    },
    work(job, handler) {
      handlers.set(job.name, { job, handler: handler as Handler<JobData> })
    },
    schedule(job, cron, timeZone) {
      timetable.push({ job, cron, timeZone })
    },
    async start() {
      const boss = new PgBoss({ connectionString: options.databaseUrl, max: 3, migrate: false })
      worker = boss
      boss.on('error', (error) => options.log.error({ err: error }, 'job queue'))
      await boss.start()
      for (const { job, handler } of handlers.values()) {
        await queues.renew(job)
        await boss.work<JobData>(
          job.name,
          { batchSize: BATCH, pollingIntervalSeconds: 1 },
          (jobs) => settleOneByOne({ boss, jobs, handler, log: options.log }),
        )
      }
      await keepTimetable(boss, timetable, queues)
    },
    async drain() {
      let all = 0
      for (;;) {
        let tries = 0
        for (const { job, handler } of handlers.values()) {
          tries += await drainQueue(queues, job, handler, options.log)
        }
        if (tries === 0) return all
        all += tries
      }
    },
    async stop() {
      await worker?.stop({ graceful: true, timeout: STOP_WITHIN_MS })
      worker = null
      await queues.close()
    },
  }
}

/** What is no longer in the timetable is taken off it, also in the database. */
async function keepTimetable(boss: PgBoss, timetable: readonly Timed[], queues: Queues) {
  const kept = new Set(timetable.map(({ job }) => job.name))
  for (const { name } of await boss.getSchedules()) {
    if (!kept.has(name)) await boss.unschedule(name)
  }
  for (const { job, cron, timeZone } of timetable) {
    await queues.ensure(job)
    await boss.schedule(job.name, cron, {}, { tz: timeZone })
  }
}

async function drainQueue(queues: Queues, job: Job, handler: Handler<JobData>, log: Log) {
  await queues.ensure(job)
  let tries = 0
  for (;;) {
    const jobs = await queues.boss.fetch<JobData>(job.name, { batchSize: BATCH })
    if (jobs.length === 0) return tries
    tries += jobs.length
    await settleOneByOne({ boss: queues.boss, jobs, handler, log })
  }
}
