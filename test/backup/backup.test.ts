import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../src/administrations/index.ts'
import { readBackup, writeBackup } from '../../src/backup/index.ts'
import { fileCase, verifyBook } from '../../src/cases/index.ts'
import { openDemoBook } from '../support/demo-book.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'

let house: TestSystem
let folder: string
let backup: string

beforeAll(async () => {
  house = await openDemoBook()
  folder = await mkdtemp(join(tmpdir(), 'libro-abierto-backup-'))
  backup = join(folder, 'book.backup')
  await file('uno')
  await file('dos')
  await writeBackup(house.system, backup)
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true })
})

function file(idempotencyKey: string, on: TestSystem = house) {
  const filing = {
    kind: 'suggestion',
    centre: 'centro',
    description: `Pongan sombra en la fila: ${idempotencyKey}`,
  }
  return fileCase(
    on.system,
    { slug: 'demo', idempotencyKey, filing, filer: 'public' },
    on.system.clock(),
  )
}

/** An empty book elsewhere, with the secrets that were kept apart. */
async function emptyBook(): Promise<TestSystem> {
  const dataDir = await mkdtemp(join(folder, 'elsewhere-'))
  await cp(join(house.system.config.dataDir, 'secrets'), join(dataDir, 'secrets'), {
    recursive: true,
  })
  return openTestSystem({ env: { DATA_DIR: dataDir } })
}

describe('A backup', () => {
  it('brings the whole book back, sound, and the book goes on where it was', async () => {
    const restored = await emptyBook()
    await readBackup(restored.system, backup)
    const { administrationId } = await getAdministrationBySlug(restored.system.db, 'demo')
    expect(await verifyBook(restored.system.db, administrationId)).toMatchObject({
      filings: 2,
      faults: [],
    })
    expect(await file('dos', restored)).toMatchObject({
      caseNumber: 'DEMO-2026-000002',
      isNew: false,
    })
    expect(await file('tres', restored)).toMatchObject({
      caseNumber: 'DEMO-2026-000003',
      isNew: true,
    })
    await restored.close()
  })

  it('is never laid over a book that holds something', async () => {
    await expect(readBackup(house.system, backup)).rejects.toThrow('not empty')
  })

  it('is refused when a byte of it changed, and nothing is restored', async () => {
    const bytes = await readFile(backup)
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    const damaged = join(folder, 'damaged.backup')
    await writeFile(damaged, bytes)
    const restored = await emptyBook()
    await expect(readBackup(restored.system, damaged)).rejects.toThrow('damaged')
    await restored.close()
  })

  it('cannot be read without the master secret, and shows nothing of what people wrote', async () => {
    const stranger = await openTestSystem()
    await expect(readBackup(stranger.system, backup)).rejects.toThrow('master secret')
    await stranger.close()
    expect((await readFile(backup)).includes('sombra')).toBe(false)
  })
})
