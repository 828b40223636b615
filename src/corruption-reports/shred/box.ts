import { randomBytes } from 'node:crypto'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'

const NONCE_BYTES = 24

/** `nonce (24) ‖ XChaCha20-Poly1305`: the box of docs/sealed-reports.md. `place` is bound to it and not in it. */
export function boxWith(key: Uint8Array, place: string, content: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const sealed = xchacha20poly1305(key, nonce, Buffer.from(place)).encrypt(content)
  return Buffer.concat([nonce, sealed])
}

/** Throws when the key or the place is another, or a byte changed. */
export function unboxWith(key: Uint8Array, place: string, boxed: Uint8Array): Buffer {
  const nonce = boxed.subarray(0, NONCE_BYTES)
  const opened = xchacha20poly1305(key, nonce, Buffer.from(place)).decrypt(
    boxed.subarray(NONCE_BYTES),
  )
  return Buffer.from(opened.buffer, opened.byteOffset, opened.byteLength)
}
