import { randomBytes } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { getAdministrationBySlug } from '../../src/administrations/index.ts'
import { insertCommitmentLeaf, listBatches } from '../../src/corruption-reports/commitment-store.ts'
import { listReports, updateReport } from '../../src/corruption-reports/report-store.ts'
import { commitmentKeysOf, weekOf } from '../../src/corruption-reports/retention/close-weeks.ts'
import { keepSealed } from '../../src/corruption-reports/retention/keep-sealed.ts'
import { inSealedTransaction } from '../../src/corruption-reports/sealed-store.ts'
import { holdsLeaf, verifyBatches } from '../../src/corruption-reports/sealing/commitment-batch.ts'
import { insertShortage, listShortages } from '../../src/corruption-reports/shortage-store.ts'
import { takeSlot } from '../../src/corruption-reports/taken-slot-store.ts'
import {
  findUpload,
  insertUpload,
  insertUploadPart,
} from '../../src/corruption-reports/upload-store.ts'
import { openDemoBook } from '../support/demo-book.ts'
import type { TestSystem } from '../support/test-system.ts'
import { fileSample, openPart } from './sealed-sample.ts'

let house: TestSystem
let administrationId: string
beforeEach(async () => {
  house = await openDemoBook()
  const { db } = house.system
  administrationId = (await getAdministrationBySlug(db, 'demo')).administrationId
})
afterEach(() => house.close())

const night = (at: string) => keepSealed(house.system, openPart(house), new Date(at))
const within = <T>(work: Parameters<typeof inSealedTransaction<T>>[2]) =>
  inSealedTransaction(openPart(house), administrationId, work)

describe('The run of every night', () => {
  it('erases what is due, and nothing else', async () => {
    const sealed = openPart(house)
    const due = await fileSample(sealed, { administrationId })
    const open = await fileSample(sealed, { administrationId })
    await within((tx) =>
      updateReport(tx, due, { concludedOn: '2026-03-10', retainUntil: '2026-05-10' }),
    )
    await night('2026-05-10T07:41:00Z')
    expect(await within((tx) => listReports(tx))).toHaveLength(2)
    await night('2026-05-12T07:41:00Z')
    expect(await within((tx) => listReports(tx))).toEqual([
      expect.objectContaining({ reportId: open.reportId }),
    ])
    expect(sealed.ring.isErased(due.shredSlot)).toBe(true)
    expect(sealed.ring.isErased(open.shredSlot)).toBe(false)
  })

  it('erases files that no report claimed for a day', async () => {
    const uploadId = randomBytes(16)
    const shredSlot = await within(async (tx) => {
      const slot = await takeSlot(tx)
      const upload = { uploadId, shredSlot: slot, reportId: null, begunOn: '2026-03-02' }
      await insertUpload(tx, { ...upload, claimHash: randomBytes(32), bytes: 4, parts: 1 })
      await insertUploadPart(tx, upload, 0, Buffer.from('part'))
      return slot
    })
    await night('2026-03-03T12:00:00Z')
    expect(await within((tx) => findUpload(tx, uploadId))).not.toBeNull()
    await night('2026-03-04T12:00:00Z')
    expect(await within((tx) => findUpload(tx, uploadId))).toBeNull()
    expect(openPart(house).ring.isErased(shredSlot)).toBe(true)
  })

  it('forgets after a month that files found no room', async () => {
    await within((tx) => insertShortage(tx, { day: '2026-03-02', lack: 'day' }))
    const known = () => within((tx) => listShortages(tx, '2026-01-01'))
    await night('2026-04-01T12:00:00Z')
    expect(await known()).toEqual([{ day: '2026-03-02', lack: 'day' }])
    await night('2026-04-02T12:00:00Z')
    expect(await known()).toEqual([])
  })

  it('keeps more keys ready than were ever used', async () => {
    const sealed = openPart(house)
    const before = sealed.ring.size()
    for (let filed = 0; filed < 130; filed++) await fileSample(sealed, { administrationId })
    expect(sealed.ring.size()).toBe(before)
    await night('2026-03-03T07:41:00Z')
    expect(sealed.ring.size()).toBeGreaterThanOrEqual(before + 130)
  })

  it('gives back slots that nothing stands in, and no others', async () => {
    const report = await fileSample(openPart(house), { administrationId })
    await within((tx) => takeSlot(tx))
    await night('2026-03-03T07:41:00Z')
    const { rows } = await within((tx) => sql`select shred_slot from taken_slots`.execute(tx.rows))
    expect(rows).toEqual([{ shred_slot: report.shredSlot }])
  })

  it('gives every file the time of the day', async () => {
    const sealed = openPart(house)
    await fileSample(sealed, { administrationId })
    await night('2026-03-03T07:41:12Z')
    const { folder } = sealed.ring
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => statSync(join(folder, name)))
      .filter((entry) => entry.isFile())
    expect(files.length).toBeGreaterThan(3)
    expect(files.filter(({ mtimeMs }) => mtimeMs % 86_400_000 !== 0)).toEqual([])
  })

  it('makes the peppers of the days to come and destroys those of 48 hours ago', async () => {
    const { peppers, ring } = openPart(house)
    const now = house.system.clock()
    const today = peppers.today(now)
    const tomorrow = new Date(now.getTime() + 86_400_000)
    await night('2026-03-03T07:41:00Z')
    expect(peppers.recent(tomorrow)).toEqual([peppers.today(tomorrow), today])
    await night('2026-03-04T07:41:00Z')
    expect(readdirSync(join(ring.folder, 'peppers')).sort()).toEqual([
      '2026-03-03',
      '2026-03-04',
      '2026-03-05',
      '2026-03-06',
      '2026-03-07',
    ])
  })

  it('the receipt proves the filing after the report was deleted', async () => {
    const leaf = randomBytes(32)
    const report = await fileSample(openPart(house), { administrationId, on: '2026-03-04' })
    await within(async (tx) => {
      await insertCommitmentLeaf(tx, { leaf, week: weekOf('2026-03-04') })
      await updateReport(tx, report, { concludedOn: '2026-03-05', retainUntil: '2026-03-06' })
    })
    await night('2026-03-08T12:00:00Z')
    expect(await within((tx) => listBatches(tx, '2026-03-02'))).toEqual([])
    await night('2026-03-09T12:00:00Z')
    await night('2026-05-04T12:00:00Z')
    expect(await within((tx) => listReports(tx))).toEqual([])
    const batches = (await within((tx) => listBatches(tx))).map((batch) => ({
      ...batch,
      administration: administrationId,
    }))
    expect(batches.filter((batch) => holdsLeaf(batch, leaf)).map(({ week }) => week)).toEqual([
      '2026-03-02',
    ])
    expect(batches.at(-1)?.week).toBe('2026-04-27')
    const { publicKey } = commitmentKeysOf(house.system.secrets)
    expect(verifyBatches(batches, publicKey)).toBe(true)
  })
})
