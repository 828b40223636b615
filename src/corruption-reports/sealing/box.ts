import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { concatBytes, type Random } from './bytes.ts'
import { bind, type Part } from './bind.ts'
import { purposeBytes } from './derive.ts'
import { type BoxKeys, hpkeOpen, hpkeSeal } from '../../platform/hpke/index.ts'

/** What a box is bound to; it opens with the same parts only. The first is its purpose. */
export type Place = readonly [purpose: string, ...rest: Part[]]

export const boxOverhead = 24 + 16

export function sealBox(
  key: Uint8Array,
  place: Place,
  plain: Uint8Array,
  random: Random,
): Uint8Array {
  const nonce = random(24)
  return concatBytes(nonce, xchacha20poly1305(key, nonce, bind(...place)).encrypt(plain))
}

/** Null when the key, the place or a bit is another. */
export function openBox(key: Uint8Array, place: Place, box: Uint8Array): Uint8Array | null {
  if (box.length < boxOverhead) return null
  return orNull(() =>
    xchacha20poly1305(key, box.subarray(0, 24), bind(...place)).decrypt(box.subarray(24)),
  )
}

export function sealTo(
  receiver: Uint8Array,
  place: Place,
  plain: Uint8Array,
  random: Random,
): Uint8Array {
  return hpkeSeal(receiver, contextOf(place), plain, random(32))
}

export function openWith(
  keys: BoxKeys,
  place: Place,
  sealed: Uint8Array,
  agreed: Uint8Array | null = null,
): Uint8Array | null {
  if (sealed.length < 48) return null
  return orNull(() => hpkeOpen(keys, contextOf(place), sealed, agreed))
}

/** Looks like any other and takes as long to make, but nobody has ever had the key that opens it. */
export function sealToNobody(place: Place, length: number, random: Random): Uint8Array {
  return sealTo(random(32), place, random(length), random)
}

function contextOf(place: Place) {
  return { info: purposeBytes(place[0]), aad: bind(...place) }
}

function orNull(open: () => Uint8Array): Uint8Array | null {
  try {
    return open()
  } catch {
    return null
  }
}
