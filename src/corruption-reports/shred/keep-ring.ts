import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  futimesSync,
  openSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { countSlots, KEY_BYTES, PAGE_BYTES, PAGE_SLOTS, readWholeRing } from './ring-file.ts'

/** Everything here changes the ring: whoever calls it holds it (`holdRing`). */

/** Half of the ring, and at least so many slots, are free after each day's run. */
const LEAST_FREE = 2048

export function slotsWanted(used: number): number {
  return Math.ceil((used + Math.max(LEAST_FREE, used)) / PAGE_SLOTS) * PAGE_SLOTS
}

/** Adds random pages until there are so many slots. Returns how many it added. */
export function topUpRing(path: string, wanted: number): number {
  const size = existsSync(path) ? countSlots(path) : 0
  if (size >= wanted) return 0
  const pages = Math.ceil((wanted - size) / PAGE_SLOTS)
  const file = openSync(path, existsSync(path) ? 'r+' : 'wx', 0o600)
  try {
    const end = (size / PAGE_SLOTS) * PAGE_BYTES
    // what a crash left of a page was never used
    ftruncateSync(file, end)
    writeWhole(file, randomBytes(pages * PAGE_BYTES), end)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  syncFolder(path)
  return pages * PAGE_SLOTS
}

/** Overwrites keys where they stand. The next night's run writes the whole ring anew without them. */
export function eraseSlots(path: string, slots: readonly number[]): void {
  const size = countSlots(path)
  const file = openSync(path, 'r+')
  try {
    for (const slot of slots) {
      if (slot < size) writeWhole(file, Buffer.alloc(KEY_BYTES), slot * KEY_BYTES)
    }
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** The same keys in a new file whose time is the day's: nothing tells when the old one last changed. */
export function rewriteRing(path: string, dated: Date): void {
  writeRing(path, readWholeRing(path), dated)
}

export function writeRing(path: string, keys: Buffer, dated: Date): void {
  const draft = `${path}.new`
  const file = openSync(draft, 'w', 0o600)
  try {
    writeWhole(file, keys, 0)
    futimesSync(file, dated, dated)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(draft, path)
  syncFolder(path)
}

function writeWhole(file: number, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length;) {
    done += writeSync(file, bytes, done, bytes.length - done, position + done)
  }
}

function syncFolder(path: string): void {
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
