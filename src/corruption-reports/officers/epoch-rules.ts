import { Invalid, WrongState } from '../../platform/errors.ts'
import {
  sameBytes,
  slotHolders,
  type Directory,
  type SealedEpoch,
  type Slot,
  type WrappedEpoch,
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

/** Epochs that there are, the current one among them, and for each a share for every holder of today. */
export function checkWrap(
  epochs: readonly WrappedEpoch[],
  report: Pick<Report, 'epoch'>,
  directory: Directory,
): void {
  const numbers = epochs.map(({ epoch }) => epoch)
  const isWhole = new Set(numbers).size === numbers.length && numbers.includes(report.epoch)
  if (!isWhole || !numbers.every((epoch) => epoch >= 1 && epoch <= report.epoch)) {
    throw new Invalid([{ field: '/epochs', code: 'invalid' }])
  }
  const holders = directory.members.filter(({ role }) => role === 'recovery_holder')
  // the directory grew in between: the reader looks again
  if (!epochs.every(({ recovery }) => areFor(recovery, holders))) throw new WrongState()
}

function areFor(slots: readonly Slot[], members: readonly { id: string }[]): boolean {
  return (
    slots.length === members.length && slots.every(({ member }, at) => member === members[at]?.id)
  )
}
