import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { x25519 } from '@noble/curves/ed25519.js'
import { expand, extract } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesOfText, concatBytes } from './bytes.ts'

/**
 * RFC 9180, base mode, one message: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305.
 * What comes out is `enc (32) ‖ ciphertext`.
 */
export interface BoxKeys {
  secret: Uint8Array
  publicKey: Uint8Array
}

export const hpkeOverhead = 32 + 16

const version = bytesOfText('HPKE-v1')
const kemSuite = concatBytes(bytesOfText('KEM'), Uint8Array.of(0, 0x20))
const suite = concatBytes(bytesOfText('HPKE'), Uint8Array.of(0, 0x20, 0, 1, 0, 3))
const empty = new Uint8Array(0)

export function boxKeysOf(secret: Uint8Array): BoxKeys {
  return { secret, publicKey: x25519.getPublicKey(secret) }
}

export function hpkeSeal(
  receiver: Uint8Array,
  { info, aad }: { info: Uint8Array; aad: Uint8Array },
  plain: Uint8Array,
  ephemeralSecret: Uint8Array,
): Uint8Array {
  const enc = x25519.getPublicKey(ephemeralSecret)
  const shared = x25519.getSharedSecret(ephemeralSecret, receiver)
  const { key, nonce } = schedule(sharedSecret(shared, enc, receiver), info)
  return concatBytes(enc, chacha20poly1305(key, nonce, aad).encrypt(plain))
}

/** With whom the key was agreed on. */
export function encOf(sealed: Uint8Array): Uint8Array {
  return sealed.subarray(0, 32)
}

/** Throws the cipher's own error when it does not open. `agreed` is X25519 of both, where it is known. */
export function hpkeOpen(
  receiver: BoxKeys,
  { info, aad }: { info: Uint8Array; aad: Uint8Array },
  sealed: Uint8Array,
  agreed: Uint8Array | null = null,
): Uint8Array {
  const enc = encOf(sealed)
  const shared = agreed ?? x25519.getSharedSecret(receiver.secret, enc)
  const { key, nonce } = schedule(sharedSecret(shared, enc, receiver.publicKey), info)
  return chacha20poly1305(key, nonce, aad).decrypt(sealed.subarray(32))
}

function sharedSecret(dh: Uint8Array, enc: Uint8Array, receiver: Uint8Array): Uint8Array {
  const prk = labeledExtract(kemSuite, empty, 'eae_prk', dh)
  return labeledExpand(kemSuite, prk, 'shared_secret', concatBytes(enc, receiver), 32)
}

function schedule(shared: Uint8Array, info: Uint8Array): { key: Uint8Array; nonce: Uint8Array } {
  const context = concatBytes(
    Uint8Array.of(0),
    labeledExtract(suite, empty, 'psk_id_hash', empty),
    labeledExtract(suite, empty, 'info_hash', info),
  )
  const secret = labeledExtract(suite, shared, 'secret', empty)
  return {
    key: labeledExpand(suite, secret, 'key', context, 32),
    nonce: labeledExpand(suite, secret, 'base_nonce', context, 12),
  }
}

function labeledExtract(
  suiteId: Uint8Array,
  salt: Uint8Array,
  label: string,
  input: Uint8Array,
): Uint8Array {
  return extract(sha256, concatBytes(version, suiteId, bytesOfText(label), input), salt)
}

function labeledExpand(
  suiteId: Uint8Array,
  prk: Uint8Array,
  label: string,
  info: Uint8Array,
  length: number,
): Uint8Array {
  const labeled = concatBytes(
    Uint8Array.of(length >> 8, length & 255),
    version,
    suiteId,
    bytesOfText(label),
    info,
  )
  return expand(sha256, prk, labeled, length)
}
