import { sql } from 'kysely'
import { readMigrationStatus } from '../../src/platform/database/migrate.ts'
import type { Database } from '../../src/platform/database/open-database.ts'
import type { Finding } from './finding.ts'

export async function checkDatabase({ db }: Database): Promise<Finding[]> {
  const schema = await checkSchema(db)
  return [await checkVersion(db), await checkDurability(db), schema, ...(await checkQueue(db))]
}

async function checkVersion(db: Database['db']): Promise<Finding> {
  const version = await setting(db, 'server_version')
  return { good: Number.parseInt(version) >= 15, text: `PostgreSQL ${version}` }
}

/** What was acknowledged must survive a power cut. */
async function checkDurability(db: Database['db']): Promise<Finding> {
  const fsync = await setting(db, 'fsync')
  const commit = await setting(db, 'synchronous_commit')
  const good = fsync === 'on' && commit !== 'off'
  return { good, text: `fsync is ${fsync}, synchronous_commit is ${commit}` }
}

async function checkSchema(db: Database['db']): Promise<Finding> {
  const { applied, pending, unknown } = await readMigrationStatus(db)
  const good = pending.length === 0 && unknown.length === 0
  const counts = `${applied.length} applied, ${pending.length} open, ${unknown.length} unknown`
  return { good, text: `schema: ${counts}` }
}

async function checkQueue(db: Database['db']): Promise<Finding[]> {
  const { rows: found } = await sql<{ there: boolean }>`
    select to_regclass('pgboss.job') is not null as there`.execute(db)
  if (!found[0]?.there) return []
  const { rows } = await sql<{ late: number; failed: number }>`
    select
      count(*) filter (where state < 'active' and start_after < now() - interval '1 hour') as late,
      count(*) filter (where state = 'failed') as failed
    from pgboss.job`.execute(db)
  const { late = 0, failed = 0 } = rows[0] ?? {}
  const text = `jobs: ${late} waiting for more than an hour, ${failed} given up`
  return [{ good: late === 0 && failed === 0, text }]
}

async function setting(db: Database['db'], name: string): Promise<string> {
  const { rows } = await sql<{ value: string }>`select current_setting(${name}) as value`.execute(
    db,
  )
  return rows[0]?.value ?? ''
}
