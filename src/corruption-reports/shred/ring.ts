import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { NotFound } from '../../platform/errors.ts'
import { boxWith, unboxWith } from './box.ts'
import { countSlots, isErasedKey, readSlot } from './ring-file.ts'

/** The shred keys, outside PostgreSQL and made ahead of need. Whoever files only reads. */
export interface Ring {
  readonly folder: string
  readonly path: string
  /** How many slots there are, erased ones among them. */
  size(): number
  /** Any slot that was never erased; whether something uses it, the database knows. */
  randomSlot(): number
  /** `place` says what it is and of which report: a box that was moved does not open. */
  box(slot: number, place: string, content: Uint8Array): Buffer
  /** What was erased is as if it had never been. */
  unbox(slot: number, place: string, boxed: Uint8Array): Buffer
  isErased(slot: number): boolean
  /** Whether this ring's key is the one that boxed it. */
  opens(slot: number, place: string, boxed: Uint8Array): boolean
}

const TRIES = 10_000

export function openRing(folder: string): Ring {
  const path = join(folder, 'ring')
  const keyOf = (slot: number) => {
    const key = readSlot(path, slot)
    if (isErasedKey(key)) throw new NotFound()
    return key
  }
  const isErased = (slot: number) => isErasedKey(readSlot(path, slot))
  return {
    folder,
    path,
    size: () => (existsSync(path) ? countSlots(path) : 0),
    isErased,
    randomSlot() {
      const size = countSlots(path)
      for (let tries = 0; tries < TRIES; tries++) {
        const slot = randomInt(size)
        if (!isErased(slot)) return slot
      }
      throw new Error('the ring of shred keys has no slot left')
    },
    box: (slot, place, content) => boxWith(keyOf(slot), place, content),
    unbox: (slot, place, boxed) => unboxWith(keyOf(slot), place, boxed),
    opens: (slot, place, boxed) => doesOpen(() => unboxWith(keyOf(slot), place, boxed)),
  }
}

function doesOpen(open: () => Buffer): boolean {
  try {
    open()
    return true
  } catch (error) {
    if (error instanceof NotFound || isRefusal(error)) return false
    throw error
  }
}

/** What the cipher says of a key or a byte that is another. */
function isRefusal(error: unknown): boolean {
  return (error as Error).message.includes('invalid tag')
}
