import { once } from 'node:events'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { COPIED } from './copy-line.ts'

/** A connection that loads one batch of an administration, alone as long as it is open. */
export interface Loader {
  /** Of these numbers of a source, those that are here already. */
  findKnown(source: string, numbers: readonly string[]): Promise<ReadonlyMap<string, Known>>
  lastNumbers(): Promise<Map<number, number>>
  /** One stretch of the file: its cases, the numbers given out, and how far the batch is; all or nothing. */
  writeStretch(stretch: Stretch): Promise<void>
  /** In the order of the file. */
  hashesOf(batchId: string, after: number, limit: number): Promise<{ row: number; hash: Buffer }[]>
  close(): Promise<void>
}

export interface Known {
  batchId: string
  /** Hexadecimal, as all hashes here. */
  salt: string | null
  commitment: string
  factsHash: string
}

export interface Stretch {
  batchId: string
  /** As `copyLine` writes them. */
  lines: readonly string[]
  lastNumbers: ReadonlyMap<number, number>
  rowsDone: number
}

/** Null: another import into this administration is running. */
export async function openLoader(
  databaseUrl: string,
  administrationId: string,
): Promise<Loader | null> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'libro-import' })
  await client.connect()
  const lock = await client.query<{ held: boolean }>(
    `select pg_try_advisory_lock(hashtextextended('legacy-import:' || $1, 0)) as held`,
    [administrationId],
  )
  if (lock.rows[0]?.held !== true) {
    await client.end()
    return null
  }
  return {
    async findKnown(source, numbers) {
      const { rows } = await client.query<KnownRow>(
        `select source_number, batch_id, encode(salt, 'hex') as salt,
           encode(commitment, 'hex') as commitment, encode(facts_hash, 'hex') as facts_hash
         from legacy_cases
         where administration_id = $1 and source = $2 and source_number = any($3)`,
        [administrationId, source, numbers],
      )
      return new Map(
        rows.map(({ source_number, batch_id, salt, commitment, facts_hash }) => [
          source_number,
          { batchId: batch_id, salt, commitment, factsHash: facts_hash },
        ]),
      )
    },
    async lastNumbers() {
      const { rows } = await client.query<{ year: number; last_number: number }>(
        'select year, last_number from legacy_series where administration_id = $1',
        [administrationId],
      )
      return new Map(rows.map(({ year, last_number }) => [year, last_number]))
    },
    async writeStretch(stretch) {
      await client.query('begin')
      try {
        await copy(client, stretch.lines)
        await writeSeries(client, administrationId, stretch.lastNumbers)
        await client.query(
          `update legacy_batches set rows_done = $3, taken = taken + $4
           where administration_id = $1 and batch_id = $2`,
          [administrationId, stretch.batchId, stretch.rowsDone, stretch.lines.length],
        )
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      }
    },
    async hashesOf(batchId, after, limit) {
      const { rows } = await client.query<{ row: number; hash: Buffer }>(
        `select row_number as row, row_hash as hash from legacy_cases
         where administration_id = $1 and batch_id = $2 and row_number > $3
         order by row_number limit $4`,
        [administrationId, batchId, after, limit],
      )
      return rows
    },
    close: () => client.end(),
  }
}

interface KnownRow {
  source_number: string
  batch_id: string
  salt: string | null
  commitment: string
  facts_hash: string
}

async function copy(client: pg.Client, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return
  const into = client.query(copyFrom(`copy legacy_cases (${COPIED.join(', ')}) from stdin`))
  const done = new Promise<void>((resolve, reject) => {
    into.once('finish', resolve)
    into.once('error', reject)
  })
  for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
    if (!into.write(lines.slice(at, at + LINES_AT_ONCE).join(''))) {
      await Promise.race([once(into, 'drain'), done])
    }
  }
  into.end()
  await done
}

const LINES_AT_ONCE = 500

async function writeSeries(
  client: pg.Client,
  administrationId: string,
  lastNumbers: ReadonlyMap<number, number>,
): Promise<void> {
  await client.query(
    `insert into legacy_series (administration_id, year, last_number)
     select $1, year, last_number from unnest($2::int[], $3::int[]) as given (year, last_number)
     on conflict (administration_id, year) do update set last_number = excluded.last_number`,
    [administrationId, [...lastNumbers.keys()], [...lastNumbers.values()]],
  )
}
