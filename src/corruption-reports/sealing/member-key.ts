import { ed25519 } from '@noble/curves/ed25519.js'
import { bind, type Part } from './bind.ts'
import type { Random } from './bytes.ts'
import { derive, purposeBytes } from './derive.ts'
import { type BoxKeys, boxKeysOf } from '../../platform/hpke/index.ts'

export interface SignKeys {
  secret: Uint8Array
  publicKey: Uint8Array
}

/** `x` opens boxes, `e` signs. Both come from the seed that never leaves the member's browser. */
export interface MemberKeys {
  x: BoxKeys
  e: SignKeys
}

export function newSeed(random: Random): Uint8Array {
  return random(32)
}

export function memberKeysOf(seed: Uint8Array): MemberKeys {
  return { x: boxKeysOf(derive(seed, 'x25519')), e: signKeysOf(derive(seed, 'ed25519')) }
}

export function signKeysOf(secret: Uint8Array): SignKeys {
  return { secret, publicKey: ed25519.getPublicKey(secret) }
}

/** The purpose is part of what is signed: no signature serves for something else. */
export function sign(keys: SignKeys, purpose: string, ...parts: readonly Part[]): Uint8Array {
  return ed25519.sign(bind(purposeBytes(purpose), ...parts), keys.secret)
}

/** By the strict rules of RFC 8032. */
export function verifies(
  publicKey: Uint8Array,
  signature: Uint8Array,
  purpose: string,
  ...parts: readonly Part[]
): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false
  return ed25519.verify(signature, bind(purposeBytes(purpose), ...parts), publicKey, {
    zip215: false,
  })
}
