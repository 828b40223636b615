import { getEpoch } from '../../../src/corruption-reports/epoch-store.ts'
import { listMessages } from '../../../src/corruption-reports/message-store.ts'
import { getOwnBoxes, listReports } from '../../../src/corruption-reports/report-store.ts'
import { requireSealed } from '../../../src/corruption-reports/sealed-database.ts'
import { inSealedTransaction } from '../../../src/corruption-reports/sealed-store.ts'
import type { Place } from '../../../src/corruption-reports/sealing/box.ts'
import {
  noMessage,
  slotHolders,
  type Directory,
} from '../../../src/corruption-reports/sealing/index.ts'
import { listSlots, type Slot } from '../../../src/corruption-reports/slot-store.ts'
import type { System } from '../../../src/system.ts'

/** A box as the thief has it: without the ring's box, since the thief has the ring as well. */
export interface StolenBox {
  what: string
  /** Where it belongs, which the construction tells everybody. */
  place: Place
  box: Uint8Array
  /** Under a key that both sides have; else sealed to somebody's. */
  isSymmetric: boolean
}

/** All boxes of all reports of an administration, with database, ring and secrets in hand. */
export function stealBoxes(system: System, directory: Directory): Promise<StolenBox[]> {
  const { administration: administrationId } = directory
  const owners = slotHolders(directory).map(({ id }) => id)
  return inSealedTransaction(requireSealed(system), administrationId, async (tx) => {
    const boxes: StolenBox[] = []
    for (const report of await listReports(tx)) {
      const { reportId: id, epoch } = report
      const { content } = await getEpoch(tx, report, epoch)
      boxes.push({
        what: 'content',
        place: ['content', id, epoch],
        box: content,
        isSymmetric: false,
      })
      const { self, identity } = await getOwnBoxes(tx, report)
      boxes.push({ what: 'self', place: ['self', id], box: self, isSymmetric: true })
      boxes.push({ what: 'identity', place: ['identity', id], box: identity, isSymmetric: true })
      const read = await listSlots(tx, report, { purpose: 'read' })
      const recovery = await listSlots(tx, report, { purpose: 'recovery' })
      const shares = await listSlots(tx, report, { purpose: 'identity' })
      boxes.push(
        ...read.map(boxOf((slot) => ['read', id, epoch, slot.memberId])),
        ...recovery.map(boxOf((slot) => ['recovery', id, epoch, slot.memberId, ...owners])),
        ...shares.map(boxOf((slot) => ['identity-share', id, slot.memberId])),
      )
      for (const { seq, direction, blob } of await listMessages(tx, report)) {
        boxes.push({
          what: 'message',
          // a thief would try every hash of the one before; the first has none
          place: ['message', id, epoch, sealedAs[direction], seq, noMessage],
          box: blob,
          isSymmetric: true,
        })
      }
    }
    return boxes
  })
}

const sealedAs = { from_reporter: 'to_officers', to_reporter: 'to_reporter' } as const

const boxOf =
  (placeOf: (slot: Slot) => Place) =>
  (slot: Slot): StolenBox => ({
    what: slot.purpose,
    place: placeOf(slot),
    box: slot.blob,
    isSymmetric: false,
  })
