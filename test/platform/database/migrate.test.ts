import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { connect } from '../../../src/platform/database/connection.ts'
import {
  migrate,
  NewerSchema,
  readMigrationStatus,
} from '../../../src/platform/database/migrate.ts'
import { openEmptyDatabase } from '../../support/test-system.ts'

describe('bringing the schema up to date', () => {
  let empty: Awaited<ReturnType<typeof openEmptyDatabase>>
  let database: ReturnType<typeof connect>
  beforeEach(async () => {
    empty = await openEmptyDatabase()
    database = connect(empty.url)
  })
  afterEach(async () => {
    await database.db.destroy()
    await empty.drop()
  })

  it('applies every migration in the order of their names, and nothing the second time', async () => {
    const { pending } = await readMigrationStatus(database.db)
    const applied = await migrate(database)
    expect(applied).toEqual(pending)
    expect(applied).toEqual([...applied].sort())
    expect(await migrate(database)).toEqual([])
    expect((await readMigrationStatus(database.db)).pending).toEqual([])
  })

  it('is done once when several processes start together', async () => {
    const others = [connect(empty.url), connect(empty.url)]
    const applied = await Promise.all([database, ...others].map(migrate))
    expect(applied.filter(({ length }) => length > 0)).toHaveLength(1)
    await Promise.all(others.map(({ db }) => db.destroy()))
  })

  it('is refused when the database was made by a newer version', async () => {
    await migrate(database)
    await sql`
      insert into kysely_migration (name, timestamp) values ('209901010000__cases__fly', '')
    `.execute(database.db)
    await expect(migrate(database)).rejects.toThrow(NewerSchema)
    await expect(migrate(database)).rejects.toThrow('209901010000__cases__fly')
  })
})
