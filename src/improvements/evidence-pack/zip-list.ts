import { NotFound } from '../../platform/errors.ts'

/**
 * The list at the end of a packed folder (PKWARE's APPNOTE 6.3, 4.3): where each file lies. Above 4 GB or 65,535
 * files it says "too large for this field" and keeps the true number in a field of eight bytes elsewhere.
 */
export interface Entry {
  path: string
  /** Where its own head begins. */
  start: number
  /** As it lies there. */
  size: number
  isPacked: boolean
}

export const END_LENGTH = 22
/** What is read before the end, and at the place that it gives. */
export const LARGE = { locator: 20, end: 56 } as const

const END = 0x06054b50
const LOCATOR = 0x07064b50
const LARGE_END = 0x06064b50
const ENTRY = 0x02014b50
const ENTRY_LENGTH = 46
const LARGE_FIELDS = 0x0001
const ELSEWHERE = 0xffffffff

/** Where the list lies, or, as a number, where a larger end says so. */
export function listPlace(ends: Buffer): { from: number; length: number } | number {
  const end = ends.subarray(LARGE.locator)
  if (end.readUInt32LE(0) !== END) throw new NotFound()
  const place = { from: end.readUInt32LE(16), length: end.readUInt32LE(12) }
  const isLarge = ends.readUInt32LE(0) === LOCATOR
  return isLarge ? Number(ends.readBigUInt64LE(8)) : place
}

export function readLargeEnd(end: Buffer): { from: number; length: number } {
  if (end.readUInt32LE(0) !== LARGE_END) throw new NotFound()
  return { from: Number(end.readBigUInt64LE(48)), length: Number(end.readBigUInt64LE(40)) }
}

export function* entriesOf(list: Buffer): Generator<Entry> {
  let at = 0
  while (at + ENTRY_LENGTH <= list.length && list.readUInt32LE(at) === ENTRY) {
    const nameEnd = at + ENTRY_LENGTH + list.readUInt16LE(at + 28)
    const extraEnd = nameEnd + list.readUInt16LE(at + 30)
    const said = [24, 20, 42].map((field) => list.readUInt32LE(at + field))
    const [, size = 0, start = 0] = trueNumbers(said, list.subarray(nameEnd, extraEnd))
    yield {
      path: list.toString('utf8', at + ENTRY_LENGTH, nameEnd),
      ...{ start, size },
      isPacked: list.readUInt16LE(at + 10) === 8,
    }
    at = extraEnd + list.readUInt16LE(at + 32)
  }
}

/** Those that did not fit stand one after the other in the extra field, in this order. */
function trueNumbers(said: readonly number[], extra: Buffer): number[] {
  const large = largeFields(extra)
  let at = 0
  return said.map((number) => {
    if (number !== ELSEWHERE || at + 8 > large.length) return number
    at += 8
    return Number(large.readBigUInt64LE(at - 8))
  })
}

function largeFields(extra: Buffer): Buffer {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    const end = at + 4 + extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === LARGE_FIELDS) return extra.subarray(at + 4, end)
  }
  return Buffer.alloc(0)
}
