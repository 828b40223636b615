import { bytesOfText, concatBytes, fourBytes, numberOfFourBytes, textOfBytes } from './bytes.ts'
import { Refused } from './refused.ts'

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined }

export type SizeRule = (needed: number) => number

const kibibyte = 1024
export const contentUnit = 16 * kibibyte
export const largestContent = 1024 * kibibyte
export const identitySize = 2 * kibibyte
export const messageUnit = kibibyte
export const largestMessage = 64 * kibibyte

/** 16 KiB, 32, 64, … 1 MiB. */
export const contentSize: SizeRule = (needed) => {
  let size = contentUnit
  while (size < needed) size *= 2
  return within(largestContent, size)
}

export const messageSize: SizeRule = (needed) =>
  within(largestMessage, Math.ceil(needed / messageUnit) * messageUnit)

export const identityOneSize: SizeRule = (needed) =>
  within(identitySize, Math.max(needed, identitySize))

/** The JSON behind its length, then zeros up to the size of its class. */
export function padJson(value: Json | object, rule: SizeRule): Uint8Array {
  const json = bytesOfText(JSON.stringify(value))
  const size = rule(json.length + 4)
  return concatBytes(fourBytes(json.length), json, new Uint8Array(size - json.length - 4))
}

export function unpadJson(padded: Uint8Array): unknown {
  if (padded.length < 4) throw new Refused('format')
  const length = numberOfFourBytes(padded)
  if (length > padded.length - 4) throw new Refused('format')
  if (padded.subarray(4 + length).some((byte) => byte !== 0)) throw new Refused('format')
  try {
    return JSON.parse(textOfBytes(padded.subarray(4, 4 + length)))
  } catch (cause) {
    throw new Refused('format', { cause })
  }
}

/** Padmé (Nikitin and others, 2019): a file's size tells at most 12 % less than itself. */
export function padme(length: number): number {
  if (length < 2) return length
  const exponent = Math.floor(Math.log2(length))
  const unit = 2 ** (exponent - Math.floor(Math.log2(exponent || 1)) - 1)
  const step = Math.max(1, unit)
  return Math.ceil(length / step) * step
}

function within(largest: number, size: number): number {
  if (size > largest) throw new Refused('too_large')
  return size
}
