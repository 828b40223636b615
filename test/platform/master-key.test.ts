import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { closedFolder, runCommandOn, startProgram } from '../support/program.ts'
import { openEmptyDatabase } from '../support/test-system.ts'

// each starts the whole program, also on a busy machine
jest.setTimeout(180_000)

describe('the master key of a book', () => {
  let home: Awaited<ReturnType<typeof closedFolder>>
  let database: Awaited<ReturnType<typeof openEmptyDatabase>>
  const key = () => join(home.path, 'secrets', 'master.key')
  const kept = () => join(home.path, 'kept.key')
  const start = () => startProgram(home.path, { DATABASE_URL: database.url })

  beforeAll(async () => {
    home = await closedFolder()
    database = await openEmptyDatabase()
    const first = start()
    await first.ready()
    first.kill('SIGTERM')
    await first.ended()
  })
  const opened = () => ({ databaseUrl: database.url, dataDir: home.path })
  afterAll(async () => {
    await database.drop()
    await home.remove()
  })

  it('is never replaced when it was lost: the program says what to restore', async () => {
    renameSync(key(), kept())
    const { code, output } = await start().ended()
    expect(code).toBe(1)
    expect(output).toContain(`The master key ${key()} is missing. Put the secrets folder`)
    expect(existsSync(key())).toBe(false)
    const doctor = await runCommandOn(opened(), 'doctor').ended()
    expect(doctor.output).toMatch(/WRONG {2}The master key .* is missing/)
  })

  it('is not taken for another one, and with its own the book opens again', async () => {
    writeFileSync(key(), `${Buffer.alloc(32, 7).toString('base64')}\n`)
    const { code, output } = await start().ended()
    expect(code).toBe(1)
    expect(output).toContain('is not the one that this database was made with')
    renameSync(kept(), key())
    const doctor = await runCommandOn(opened(), 'doctor').ended()
    expect(doctor.output).toContain('the master key fits this database')
  })
})
