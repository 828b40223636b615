import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { TABLES_IN_ORDER } from '../../src/corruption-reports/copies/copy-tables-store.ts'
import { inWholeSealedTransaction } from '../../src/corruption-reports/sealed-store.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { fileSample, openPart } from './sealed-sample.ts'

/** Every table as it stands, each random value told by its length only. */
async function shapeOf(house: TestSystem): Promise<Record<string, unknown[]>> {
  const { db } = openPart(house)
  return inWholeSealedTransaction(db, async (rows) => {
    const shape: Record<string, unknown[]> = {}
    for (const table of TABLES_IN_ORDER) {
      const { rows: found } = await sql<Record<string, unknown>>`
        select * from ${sql.table(table)}`.execute(rows)
      shape[table] = found.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([column, value]) => [
            column,
            Buffer.isBuffer(value)
              ? `${value.length} random bytes`
              : column === 'shred_slot'
                ? 'a random slot'
                : value,
          ]),
        ),
      )
    }
    return shape
  })
}

/** Every file of the sealed part with its times, and of what it is made. */
function filesOf(house: TestSystem): unknown[] {
  const { folder } = openPart(house).ring
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const path = join(folder, name)
      const { mtimeMs, ctimeMs, size, mode } = statSync(path)
      return { name, mtimeMs, ctimeMs, size, mode }
    })
}

async function fileAt(hour: string): Promise<Record<string, unknown[]>> {
  const house = await openTestSystem({ now: `2026-03-02T${hour}:00Z` })
  const before = filesOf(house)
  await fileSample(openPart(house))
  expect(filesOf(house)).toEqual(before)
  const shape = await shapeOf(house)
  const log = readdirSync(house.system.config.dataDir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(house.system.config.dataDir, name))
    .filter((path) => statSync(path).isFile() && path.endsWith('.log'))
    .map((path) => readFileSync(path, 'utf8'))
  expect(log.join('')).toBe('')
  await house.close()
  return shape
}

describe('What the stores keep of a report', () => {
  it('differs by the hour of its filing in random bytes of equal length only', async () => {
    const morning = await fileAt('14:05')
    const night = await fileAt('23:55')
    expect(morning['reports']).toHaveLength(1)
    expect(night).toEqual(morning)
  })
})
