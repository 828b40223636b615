import type { EpochKeys } from './epoch-key.ts'
import { sign, verifies } from './member-key.ts'
import type { At } from './slots.ts'

/** Who looks and on which day are part of what is signed, so that it is of no use to anybody else. */
export interface Reading extends At {
  by: string
  day: string
}

/** Only who reads the report can sign it: to others its state and dates are not shown either. */
export function signReading(keys: EpochKeys, reading: Reading): Uint8Array {
  return sign(keys.action, 'reading', ...partsOf(reading))
}

export function verifyReading(
  actionKey: Uint8Array,
  reading: Reading,
  signature: Uint8Array,
): boolean {
  return verifies(actionKey, signature, 'reading', ...partsOf(reading))
}

function partsOf({ id, epoch, by, day }: Reading) {
  return [id, epoch, by, day] as const
}
