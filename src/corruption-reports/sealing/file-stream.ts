import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { concatBytes } from './bytes.ts'
import { padme } from './padding.ts'
import { Refused } from './refused.ts'

/**
 * STREAM (Hoang and others, 2015): chunks of 64 KiB, each sealed under its number and whether it is
 * the last, with a key that seals one file only. Zeros stand behind the file up to its Padmé size.
 */
export const chunkLength = 64 * 1024
export const sealedChunkLength = chunkLength + 16
const smallestFile = 1024

export interface FilePlan {
  length: number
  padded: number
  chunks: number
  /** What the server sees. */
  sealed: number
}

export function planFile(length: number): FilePlan {
  const padded = padme(Math.max(length, smallestFile))
  const chunks = Math.ceil(padded / chunkLength)
  return { length, padded, chunks, sealed: padded + 16 * chunks }
}

/** Where the plain bytes of a chunk begin and end in the file; the padding is added by `sealChunk`. */
export function chunkRange(plan: FilePlan, index: number): { start: number; end: number } {
  const start = Math.min(index * chunkLength, plan.length)
  return { start, end: Math.min((index + 1) * chunkLength, plan.length) }
}

/** Any chunk by itself, so that a broken upload goes on where it stopped. */
export function sealChunk(
  key: Uint8Array,
  plan: FilePlan,
  index: number,
  plain: Uint8Array,
): Uint8Array {
  const { start, end } = chunkRange(plan, index)
  if (plain.length !== end - start) throw new Refused('format')
  const padded = new Uint8Array(paddedChunkLength(plan, index))
  padded.set(plain)
  return chacha20poly1305(key, nonceOf(plan, index)).encrypt(padded)
}

/** Throws when the chunk is another's, of another place, or not the last where one is left. */
export function openChunk(
  key: Uint8Array,
  plan: FilePlan,
  index: number,
  sealed: Uint8Array,
): Uint8Array {
  if (sealed.length !== paddedChunkLength(plan, index) + 16) throw new Refused('tampered')
  const { start, end } = chunkRange(plan, index)
  try {
    const padded = chacha20poly1305(key, nonceOf(plan, index)).decrypt(sealed)
    return padded.subarray(0, end - start)
  } catch (cause) {
    throw new Refused('tampered', { cause })
  }
}

function paddedChunkLength(plan: FilePlan, index: number): number {
  if (index < 0 || index >= plan.chunks) throw new Refused('tampered')
  return Math.min(chunkLength, plan.padded - index * chunkLength)
}

/** A counter of eleven bytes, then whether it is the last. */
function nonceOf(plan: FilePlan, index: number): Uint8Array {
  const nonce = new Uint8Array(12)
  new DataView(nonce.buffer).setUint32(7, index)
  nonce[11] = index === plan.chunks - 1 ? 1 : 0
  return nonce
}

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Sealed chunks, from plain bytes that come in pieces of any size. */
export async function* encryptFile(
  key: Uint8Array,
  length: number,
  pieces: Bytes,
): AsyncGenerator<Uint8Array, void> {
  const plan = planFile(length)
  let index = 0
  for await (const plain of cut(pieces, (at) => sizeOfRange(plan, at))) {
    yield sealChunk(key, plan, index++, plain)
  }
  if (index !== plan.chunks) throw new Refused('format')
}

/** The file, and nothing of a chunk before it is known to be genuine; refuses one cut short. */
export async function* decryptFile(
  key: Uint8Array,
  length: number,
  pieces: Bytes,
): AsyncGenerator<Uint8Array, void> {
  const plan = planFile(length)
  let index = 0
  for await (const sealed of cut(pieces, (at) => sealedSize(plan, at))) {
    yield openChunk(key, plan, index++, sealed)
  }
  if (index !== plan.chunks) throw new Refused('tampered')
}

function sizeOfRange(plan: FilePlan, index: number): number | null {
  if (index >= plan.chunks) return null
  const { start, end } = chunkRange(plan, index)
  return end - start
}

function sealedSize(plan: FilePlan, index: number): number | null {
  return index >= plan.chunks ? null : paddedChunkLength(plan, index) + 16
}

/** Pieces of exactly the sizes asked for; what is left over at the end is refused. */
async function* cut(pieces: Bytes, sizeAt: (index: number) => number | null) {
  let held: Uint8Array = new Uint8Array(0)
  let index = 0
  for await (const piece of pieces) {
    held = held.length === 0 ? piece : concatBytes(held, piece)
    for (let size = sizeAt(index); size && held.length >= size; size = sizeAt(++index)) {
      yield held.subarray(0, size)
      held = held.subarray(size)
    }
  }
  for (; sizeAt(index) === 0; index++) yield held.subarray(0, 0)
  if (held.length > 0) throw new Refused('tampered')
}
