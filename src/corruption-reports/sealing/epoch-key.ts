import type { Random } from './bytes.ts'
import { derive } from './derive.ts'
import { type BoxKeys, boxKeysOf } from '../../platform/hpke/index.ts'
import { type SignKeys, signKeysOf } from './member-key.ts'

/** What a reader of one epoch has: everything comes from the seed `c` in their slot. */
export interface EpochKeys {
  readonly c: Uint8Array
  readonly content: BoxKeys
  readonly action: SignKeys
}

export function newEpochKeys(random: Random): EpochKeys {
  return epochKeysOf(random(32))
}

/** Each is made when it is asked for: whoever opens a thousand reports signs in few. */
export function epochKeysOf(c: Uint8Array): EpochKeys {
  return {
    c,
    get content() {
      return boxKeysOf(contentSecretOf(c))
    },
    get action() {
      return signKeysOf(derive(c, 'action'))
    },
  }
}

export function contentSecretOf(c: Uint8Array): Uint8Array {
  return derive(c, 'content')
}
