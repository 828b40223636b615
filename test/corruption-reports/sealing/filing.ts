import {
  type Envelope,
  openReport,
  type OpenedReport,
  type ReportToSeal,
  sealReport,
  type SealedEpoch,
} from '../../../src/corruption-reports/sealing/index.ts'
import { countingRandom, directory, founders, named, noMarks, type Person } from './people.ts'

export const receiptBits = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0)
export const told = { narration: 'Me pidieron dinero por la licencia.' }

export function sealed(report: Partial<ReportToSeal> = {}, seed = 5): Envelope {
  const whole = { directory, told, marks: noMarks, struck: [], receipt: receiptBits, ...report }
  return sealReport(whole, countingRandom(seed))
}

export function boxOf(slots: Envelope['slots'], id: string): Uint8Array {
  const slot = slots.find(({ member }) => member === id)
  if (!slot) throw new Error(`no slot of ${id}`)
  return slot.box
}

export function openAs(who: Person, envelope: SealedEpoch): OpenedReport | null {
  return openReport(envelope, boxOf(envelope.slots, who.id), { id: who.id, x: who.keys.x })
}

export function opened(envelope: SealedEpoch, id = 'officer-1'): OpenedReport {
  const report = openAs(named(id), envelope)
  if (!report) throw new Error(`${id} does not read it`)
  return report
}

/** Tries everybody's keys on every slot, whoever it is for. */
export function readersOf(envelope: SealedEpoch, people: readonly Person[] = founders): string[] {
  const reads = ({ id, keys }: Person) =>
    envelope.slots.some(({ member, box }) =>
      [id, member].some((as) => openReport(envelope, box, { id: as, x: keys.x })),
    )
  return people.filter(reads).map(({ id }) => id)
}
