import { Invalid } from '../../platform/errors.ts'
import {
  sameBytes,
  slotHolders,
  type Directory,
  type Envelope,
  type Slot,
} from '../sealing/index.ts'
import { DirectoryChanged } from './directory-changed.ts'

/** As far as anybody can tell who cannot read it: sealed by this directory, a place for each member. */
export function checkEnvelope(envelope: Envelope, directory: Directory): void {
  if (!sameBytes(envelope.directory, directory.hash)) throw new DirectoryChanged()
  const withRole = (role: string) => directory.members.filter((member) => member.role === role)
  const wanted = [
    ['slots', envelope.slots, slotHolders(directory)],
    ['recovery', envelope.recovery, withRole('recovery_holder')],
    ['identityShares', envelope.identityShares, withRole('custodian')],
  ] as const
  const wrong = wanted.filter(([, slots, members]) => !areFor(slots, members))
  if (envelope.epoch !== 1 || wrong.length > 0) {
    throw new Invalid(wrong.map(([part]) => ({ field: `/envelope/${part}`, code: 'invalid' })))
  }
}

function areFor(slots: readonly Slot[], members: readonly { id: string }[]): boolean {
  return (
    slots.length === members.length && slots.every(({ member }, at) => member === members[at]?.id)
  )
}
