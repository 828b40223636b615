import { concatBytes, type Random } from './bytes.ts'
import { Refused } from './refused.ts'

/**
 * Shamir's shares, always two of n, over the field of AES. A share is `x (1) ‖ y`. Ours and not a
 * package's: those take their randomness from WebCrypto, and are promises.
 */
export const shareLength = (secretLength: number) => secretLength + 1

export function splitSecret(secret: Uint8Array, shares: number, random: Random): Uint8Array[] {
  const slope = random(secret.length)
  return Array.from({ length: shares }, (_, index) => {
    const x = index + 1
    return concatBytes(
      Uint8Array.of(x),
      secret.map((byte, at) => byte ^ multiply(slope[at] ?? 0, x)),
    )
  })
}

/** Like a share, and says nothing. */
export function emptyShare(index: number, secretLength: number, random: Random): Uint8Array {
  return concatBytes(Uint8Array.of(index + 1), random(secretLength))
}

/** Two shares always give something: whoever asks must know how to tell the secret from rubbish. */
export function combineShares(one: Uint8Array, other: Uint8Array): Uint8Array {
  const [x1 = 0, x2 = 0] = [one[0], other[0]]
  if (one.length !== other.length || x1 === x2 || x1 === 0 || x2 === 0) throw new Refused('format')
  const scale = inverse(x1 ^ x2)
  return one
    .subarray(1)
    .map((y1, at) => multiply(scale, multiply(y1, x2) ^ multiply(other.subarray(1)[at] ?? 0, x1)))
}

/** One share may say nothing: whoever has more than two tries every two. */
export function pairsOf<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other): [T, T] => [one, other]))
}

/** Without tables and branches: what it takes does not tell what was multiplied. */
function multiply(one: number, other: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    const carry = -(product >> 7) & 0x1b
    product = ((product << 1) & 0xff) ^ carry
    product ^= -((other >> bit) & 1) & one
  }
  return product
}

/** b^254, which is the inverse of b. */
function inverse(byte: number): number {
  let power = byte
  for (let step = 0; step < 6; step++) power = multiply(multiply(power, power), byte)
  return multiply(power, power)
}
