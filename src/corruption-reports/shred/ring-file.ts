import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

/** The ring is a file of keys, 32 bytes a slot, in whole pages; a slot of zeros is erased for ever. */
export const KEY_BYTES = 32
export const PAGE_SLOTS = 128
export const PAGE_BYTES = KEY_BYTES * PAGE_SLOTS

/** Reading must not leave its time on the file: it would tell when somebody filed. */
const WITHOUT_TRACE = constants.O_RDONLY | ((constants.O_NOATIME as number | undefined) ?? 0)

export function readSlot(path: string, slot: number): Buffer {
  return withFile(path, (file) => {
    const key = Buffer.alloc(KEY_BYTES)
    const read = readSync(file, key, 0, KEY_BYTES, slot * KEY_BYTES)
    if (read < KEY_BYTES) throw new Error('the ring of shred keys has no such slot')
    return key
  })
}

/** Whole pages only: a page that a crash cut short does not count. */
export function countSlots(path: string): number {
  const { size } = withFile(path, (file) => fstatSync(file))
  return Math.floor(size / PAGE_BYTES) * PAGE_SLOTS
}

export function readWholeRing(path: string): Buffer {
  return withFile(path, (file) => {
    const pages = Buffer.alloc(Math.floor(fstatSync(file).size / PAGE_BYTES) * PAGE_BYTES)
    for (let at = 0; at < pages.length;) {
      const read = readSync(file, pages, at, pages.length - at, at)
      if (read === 0) throw new Error('the ring of shred keys shrank while it was read')
      at += read
    }
    return pages
  })
}

export function isErasedKey(key: Uint8Array): boolean {
  return key.every((byte) => byte === 0)
}

function withFile<T>(path: string, read: (file: number) => T): T {
  const file = openWithoutTrace(path)
  try {
    return read(file)
  } finally {
    closeSync(file)
  }
}

/** Only the owner of a file may read it without leaving a time. */
function openWithoutTrace(path: string): number {
  try {
    return openSync(path, WITHOUT_TRACE)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error
    return openSync(path, constants.O_RDONLY)
  }
}
