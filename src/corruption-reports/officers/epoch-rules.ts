import { Invalid, WrongState } from '../../platform/errors.ts'
import {
  sameBytes,
  slotHolders,
  type Directory,
  type SealedEpoch,
  type Slot,
} from '../sealing/index.ts'
import type { Report } from '../report-store.ts'

/** As far as anybody can tell who cannot read it: the next epoch of this report, a place for each member. */
export function checkNextEpoch(sealed: SealedEpoch, report: Report, directory: Directory): void {
  if (!sameBytes(sealed.id, report.reportId)) {
    throw new Invalid([{ field: '/sealed/id', code: 'invalid' }])
  }
  // another epoch, or another directory, came in between: the reader looks again
  if (sealed.epoch !== report.epoch + 1 || !sameBytes(sealed.directory, directory.hash)) {
    throw new WrongState()
  }
  const holders = directory.members.filter(({ role }) => role === 'recovery_holder')
  const wanted = [
    ['slots', sealed.slots, slotHolders(directory)],
    ['recovery', sealed.recovery, holders],
  ] as const
  const wrong = wanted.filter(([, slots, members]) => !areFor(slots, members))
  if (wrong.length > 0) {
    throw new Invalid(wrong.map(([part]) => ({ field: `/sealed/${part}`, code: 'invalid' })))
  }
}

function areFor(slots: readonly Slot[], members: readonly { id: string }[]): boolean {
  return (
    slots.length === members.length && slots.every(({ member }, at) => member === members[at]?.id)
  )
}
