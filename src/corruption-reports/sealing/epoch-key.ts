import type { Random } from './bytes.ts'
import { derive } from './derive.ts'
import { type BoxKeys, boxKeysOf } from './hpke.ts'
import { type SignKeys, signKeysOf } from './member-key.ts'

/** What a reader of one epoch has: everything comes from the seed `c` in their slot. */
export interface EpochKeys {
  c: Uint8Array
  content: BoxKeys
  action: SignKeys
}

export function newEpochKeys(random: Random): EpochKeys {
  return epochKeysOf(random(32))
}

export function epochKeysOf(c: Uint8Array): EpochKeys {
  return {
    c,
    content: boxKeysOf(derive(c, 'content')),
    action: signKeysOf(derive(c, 'action')),
  }
}
