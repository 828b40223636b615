import { concatBytes } from '@noble/hashes/utils.js'

/** Where randomness comes from is an argument, so that a trial can fix it. */
export type Random = (length: number) => Uint8Array

export { concatBytes }

const utf8 = new TextEncoder()

export function bytesOfText(text: string): Uint8Array {
  return utf8.encode(text)
}

/** Refuses what is not UTF-8 instead of replacing it. */
export function textOfBytes(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}
