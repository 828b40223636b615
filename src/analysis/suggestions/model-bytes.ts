import { gunzipSync, gzipSync } from 'node:zlib'
import type { Model } from './model.ts'

/** Of the way in which models are written and texts are read: an older one is learnt anew. */
export const MODEL_FORMAT = 1

interface Head {
  labels: readonly string[]
  features: number
  temperature: number
}

const LENGTH_OF_HEAD = 4
const SIZES = { whole: 4, small: 1 }

export function modelToBytes({ labels, space, weights, scales, bias, temperature }: Model): Buffer {
  const head: Head = { labels, features: space.hashes.length, temperature }
  const written = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(LENGTH_OF_HEAD)
  length.writeUInt32LE(written.length)
  const parts = [space.hashes, space.weights, scales, bias, weights].map(bytesOf)
  return gzipSync(Buffer.concat([length, written, ...parts]))
}

export function modelFromBytes(bytes: Buffer): Model {
  const all = gunzipSync(bytes)
  const startOfParts = LENGTH_OF_HEAD + all.readUInt32LE(0)
  const head = JSON.parse(all.toString('utf8', LENGTH_OF_HEAD, startOfParts)) as Head
  const { labels, features, temperature } = head
  let at = startOfParts
  // a copy of its own begins where numbers of four bytes may begin
  const take = (count: number, size: number): ArrayBuffer => {
    const part = new Uint8Array(all.subarray(at, at + count * size))
    at += count * size
    return part.buffer
  }
  const hashes = new Uint32Array(take(features, SIZES.whole))
  const said = new Float32Array(take(features, SIZES.whole))
  const scales = new Float32Array(take(features, SIZES.whole))
  const bias = new Float32Array(take(labels.length, SIZES.whole))
  const weights = new Int8Array(take(features * labels.length, SIZES.small))
  return { labels, space: { hashes, weights: said }, weights, scales, bias, temperature }
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}
