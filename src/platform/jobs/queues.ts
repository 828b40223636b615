import { PgBoss } from 'pg-boss'
import type pg from 'pg'
import { connect } from '../database/connection.ts'
import type { Log } from '../log/index.ts'
import type { Job } from './job.ts'

/** The queue's side that sends: no timer and no maintenance of its own. */
export interface Queues {
  readonly boss: PgBoss
  /** A queue must stand before something is put in it; asked once for each name. */
  ensure(job: Job): Promise<void>
  /** Also takes over how often to retry, when that changed since the queue was made. */
  renew(job: Job): Promise<void>
  close(): Promise<void>
}

/**
 * Whoever sends holds a connection for its transaction. What the queue itself asks meanwhile goes by
 * another way: else as many senders as there are connections would wait for each other for ever.
 */
const OWN_CONNECTIONS = 2

export async function openQueues(databaseUrl: string, log: Log): Promise<Queues> {
  const { pool } = connect(databaseUrl, { maxConnections: OWN_CONNECTIONS })
  pool.on('error', (error) => log.warn({ err: error }, 'a connection of the job queue ended'))
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    migrate: false,
    supervise: false,
    schedule: false,
  })
  // it looks at its queues every minute; unheard, a database that is away then would end the program
  boss.on('error', (error) => log.error({ err: error }, 'job queue'))
  await boss.start()
  const standing = new Map<string, Promise<void>>()
  const ensure = (job: Job) => {
    const known = standing.get(job.name)
    if (known) return known
    const made = boss.createQueue(job.name, job.retries)
    standing.set(job.name, made)
    made.catch(() => standing.delete(job.name))
    return made
  }
  return {
    boss,
    ensure,
    async renew(job) {
      await ensure(job)
      if (Object.keys(job.retries).length > 0) await boss.updateQueue(job.name, job.retries)
    },
    async close() {
      await boss.stop({ graceful: false, close: false })
      if (!pool.ending) await pool.end()
    },
  }
}

/** The queue's own tables, in a schema of their own. Safe to run again. */
export async function installQueues(pool: pg.Pool): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    migrate: true,
    supervise: false,
    schedule: false,
  })
  await boss.start()
  await boss.stop({ graceful: false, close: false })
}
