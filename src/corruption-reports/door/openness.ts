import { findDirectory, type KnownDirectory } from '../known-directory.ts'
import { inSealedTransaction } from '../sealed-store.ts'
import type { OpenSealed } from '../sealed-database.ts'
import { readersFor } from '../sealing/index.ts'
import type { System } from '../../system.ts'
import type { BookRules } from '../../administrations/index.ts'
import type { Visit } from './visit.ts'

/** Why nothing can be reported here: each has its words, and the channels outside are shown alone. */
export type WhyDoorClosed = 'off' | 'not_founded' | 'shut'

export type DoorState =
  ({ open: true; sealed: OpenSealed } & KnownDirectory) | { open: false; because: WhyDoorClosed }

const NOBODY_OUT = { marks: { members: [], people: [], units: [], words: [] }, struck: [] }

export async function doorState(
  { sealed }: Pick<System, 'sealed'>,
  visit: Pick<Visit, 'rules' | 'administrationId'>,
): Promise<DoorState> {
  if (!visit.rules.regime.corruption) return { open: false, because: 'off' }
  if (!sealed.open) return { open: false, because: 'shut' }
  const known = await inSealedTransaction(sealed, visit.administrationId, findDirectory)
  if (!known || readersFor(known.directory, NOBODY_OUT).kind === 'nobody') {
    return { open: false, because: 'not_founded' }
  }
  return { open: true, sealed, ...known }
}

/** Whether somebody could report there now; all that the rest of the book may know. */
export async function isDoorOpen(
  system: Pick<System, 'sealed'>,
  rules: BookRules,
): Promise<boolean> {
  const { administrationId } = rules.administration
  return (await doorState(system, { rules, administrationId })).open
}
