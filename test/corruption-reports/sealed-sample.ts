import { randomBytes, randomUUID } from 'node:crypto'
import { insertEpoch } from '../../src/corruption-reports/epoch-store.ts'
import { getReport, insertReport, type Report } from '../../src/corruption-reports/report-store.ts'
import type { OpenSealed } from '../../src/corruption-reports/sealed-database.ts'
import { inSealedTransaction } from '../../src/corruption-reports/sealed-store.ts'
import { insertSlots } from '../../src/corruption-reports/slot-store.ts'
import { takeSlot } from '../../src/corruption-reports/taken-slot-store.ts'
import type { TestSystem } from '../support/test-system.ts'

export const ADMINISTRATION = randomUUID()

export function openPart({ system }: TestSystem): OpenSealed {
  if (!system.sealed.open) throw new Error(`The sealed part is closed: ${system.sealed.reason}`)
  return system.sealed
}

/** One report as the stores take it, of junk: what the browser sealed is junk to the server anyway. */
export async function fileSample(
  sealed: OpenSealed,
  options: { administrationId?: string; authHash?: Buffer; content?: Buffer; on?: string } = {},
): Promise<Report> {
  const { administrationId = ADMINISTRATION, on = '2026-03-02' } = options
  const reportId = randomBytes(16)
  return inSealedTransaction(sealed, administrationId, async (tx) => {
    const shredSlot = await takeSlot(tx)
    const boxed = { reportId, shredSlot }
    await insertReport(tx, {
      ...boxed,
      authHash: options.authHash ?? randomBytes(32),
      receivedOn: on,
      channel: 'web',
      state: 'received',
      self: randomBytes(200),
      identity: randomBytes(2048),
    })
    await insertEpoch(tx, boxed, {
      epoch: 1,
      beganOn: on,
      directory: randomBytes(32),
      contentPub: randomBytes(32),
      actionPub: randomBytes(32),
      content: options.content ?? randomBytes(16_384),
      forReporter: null,
      begunBy: null,
    })
    await insertSlots(tx, boxed, [
      { epoch: 1, purpose: 'read', memberId: 'm1', blob: randomBytes(112) },
      { epoch: 1, purpose: 'recovery', memberId: 'h1', blob: randomBytes(96) },
    ])
    return getReport(tx, reportId)
  })
}
