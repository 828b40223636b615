import { cp, mkdtemp, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { readBackup, readKeysBackup, writeBackup, writeKeysBackup } from '../../src/backup/index.ts'
import { getEpoch } from '../../src/corruption-reports/epoch-store.ts'
import { listReports, type Report } from '../../src/corruption-reports/report-store.ts'
import { eraseReport } from '../../src/corruption-reports/retention/erase.ts'
import { replayErasures } from '../../src/corruption-reports/retention/replay-erasures.ts'
import type { OpenSealed } from '../../src/corruption-reports/sealed-database.ts'
import {
  inSealedTransaction,
  inWholeSealedTransaction,
} from '../../src/corruption-reports/sealed-store.ts'
import {
  appendErasures,
  erasureListPath,
  readErasures,
} from '../../src/corruption-reports/shred/erasure-list.ts'
import { openSystem } from '../../src/system.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { ADMINISTRATION, fileSample, openPart } from './sealed-sample.ts'

let house: TestSystem
let sealed: OpenSealed
let folder: string
let kept: Report
let erased: Report
const CONTENT = Buffer.alloc(16_384, 'content')
const path = (name: string) => join(folder, name)

beforeAll(async () => {
  house = await openTestSystem()
  sealed = openPart(house)
  folder = await mkdtemp(join(tmpdir(), 'libro-abierto-erasure-'))
  kept = await fileSample(sealed, { content: CONTENT })
  erased = await fileSample(sealed, { content: CONTENT })
  await writeBackup(house.system, path('before.backup'))
  await writeKeysBackup(house.system, path('before.keys'))
  await cp(house.system.config.dataDir, path('data-before'), { recursive: true })
  await inSealedTransaction(sealed, ADMINISTRATION, (tx) =>
    eraseReport(tx, erased.reportId, '2026-03-03'),
  )
  house.clockAt('2026-03-04T12:00:00Z')
  await writeKeysBackup(house.system, path('after.keys'))
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true })
})

let machines = 0
/** An empty database with the folders that were kept of another machine. */
async function machineWith(
  from: string,
  folders: readonly string[],
  now = '2026-03-05T12:00:00Z',
): Promise<TestSystem> {
  const dataDir = path(`machine-${++machines}`)
  for (const name of folders) {
    await cp(join(from, name), join(dataDir, name), { recursive: true })
  }
  return openTestSystem({ env: { DATA_DIR: dataDir }, now })
}

const idsOn = (machine: TestSystem) =>
  inSealedTransaction(openPart(machine), ADMINISTRATION, async (tx) =>
    (await listReports(tx)).map(({ reportId }) => Buffer.from(reportId).toString('hex')),
  )
const hex = ({ reportId }: Report) => Buffer.from(reportId).toString('hex')

async function expectOnlyTheOther(machine: TestSystem): Promise<void> {
  expect(await idsOn(machine)).toEqual([hex(kept)])
  const part = openPart(machine)
  const { content } = await inSealedTransaction(part, ADMINISTRATION, (tx) => getEpoch(tx, kept, 1))
  expect(content).toEqual(CONTENT)
  expect(part.ring.isErased(erased.shredSlot)).toBe(true)
  const { rows } = await inWholeSealedTransaction(part.db, (tx) =>
    sql`select 1 from slots where report_id = ${erased.reportId}`.execute(tx),
  )
  expect(rows).toEqual([])
}

describe('An erased report', () => {
  it('is gone with its rows and its key, and the list says so', async () => {
    await expectOnlyTheOther(house)
    expect(readErasures(erasureListPath(sealed.ring.folder))).toEqual([
      {
        administrationId: ADMINISTRATION,
        reportId: Buffer.from(erased.reportId),
        shredSlot: erased.shredSlot,
        erasedOn: '2026-03-03',
      },
    ])
  })

  it('its slot of the ring is never used again', async () => {
    expect(() => sealed.ring.box(erased.shredSlot, 'any', CONTENT)).toThrow()
  })

  it('a restored backup does not bring back a deleted report', async () => {
    const machine = await machineWith(house.system.config.dataDir, ['secrets', 'sealed'])
    await readBackup(machine.system, path('before.backup'))
    await expectOnlyTheOther(machine)
    await machine.close()
  })

  it('does not come back on another machine, with the copy of the keys of the day after', async () => {
    const machine = await machineWith(house.system.config.dataDir, ['secrets'])
    await readKeysBackup(machine.system, path('after.keys'), { old: false })
    await readBackup(machine.system, path('before.backup'))
    await expectOnlyTheOther(machine)
    await machine.close()
  })

  it('does not come back when an older copy of the keys is brought where the list still stands', async () => {
    const machine = await machineWith(house.system.config.dataDir, ['secrets', 'sealed'])
    await readKeysBackup(machine.system, path('before.keys'), { old: false })
    await readBackup(machine.system, path('before.backup'))
    await expectOnlyTheOther(machine)
    await machine.close()
  })

  it('is erased to the end when the machine stopped in the middle', async () => {
    const machine = await machineWith(house.system.config.dataDir, ['secrets', 'sealed'])
    await readBackup(machine.system, path('before.backup'))
    const half = await fileSample(openPart(machine))
    const { ring } = openPart(machine)
    const { shredSlot, reportId } = half
    appendErasures(erasureListPath(ring.folder), [
      { administrationId: ADMINISTRATION, reportId, shredSlot, erasedOn: '2026-03-05' },
    ])
    expect(await idsOn(machine)).toContain(hex(half))
    expect(await replayErasures(openPart(machine))).toBe(1)
    expect(await idsOn(machine)).not.toContain(hex(half))
    expect(await replayErasures(openPart(machine))).toBe(0)
    await machine.close()
  })

  it('the list goes on after a record that was cut short', async () => {
    const data = path('torn')
    await cp(house.system.config.dataDir, data, { recursive: true })
    const list = erasureListPath(join(data, 'sealed'))
    const one = readErasures(list)[0]!
    appendErasures(list, [one])
    await truncate(list, 48 + 20)
    expect(readErasures(list)).toHaveLength(1)
    appendErasures(list, [{ ...one, shredSlot: 7 }])
    expect(readErasures(list).map(({ shredSlot }) => shredSlot)).toEqual([erased.shredSlot, 7])
  })
})

describe('The keys of sealed reports', () => {
  it('of a copy older than seven days are refused, unless there is no other', async () => {
    const machine = await machineWith(
      house.system.config.dataDir,
      ['secrets'],
      '2026-03-15T12:00:00Z',
    )
    const bring = (old: boolean) => readKeysBackup(machine.system, path('after.keys'), { old })
    await expect(bring(false)).rejects.toThrow('11 days old')
    expect(await bring(true)).toEqual({ madeOn: '2026-03-04' })
    await machine.close()
  })

  it('are asked for before a backup that needs them, and nothing comes back without them', async () => {
    const machine = await machineWith(house.system.config.dataDir, ['secrets'])
    await expect(readBackup(machine.system, path('before.backup'))).rejects.toThrow('restore-keys')
    expect(await idsOn(machine)).toEqual([])
    await machine.close()
  })

  it('are never replaced while reports use them', async () => {
    await expect(readKeysBackup(house.system, path('after.keys'), { old: false })).rejects.toThrow(
      'not replaced',
    )
  })

  it('are missed, not made anew, when they are gone and reports need them', async () => {
    const machine = await machineWith(house.system.config.dataDir, ['secrets', 'sealed'])
    await readBackup(machine.system, path('before.backup'))
    const { config } = machine.system
    await rm(join(config.dataDir, 'sealed', 'ring'))
    const again = await openSystem(config, { migrate: false })
    expect(again.sealed).toMatchObject({ open: false, reason: 'ring_missing' })
    await readKeysBackup(
      { ...again, clock: () => new Date('2026-03-05T12:00:00Z') },
      path('after.keys'),
      { old: false },
    )
    await again.close()
    const mended = await openSystem(config, { migrate: false })
    expect(mended.sealed.open).toBe(true)
    await mended.close()
    await expectOnlyTheOther(machine)
    await machine.close()
  })
})
