import { z } from 'zod'
import { fromBase64url, type Slot, toBase64url } from './sealing/index.ts'

const boxes = z.array(z.object({ member: z.string(), box: z.string() }))

/** The holders' boxes of one wrap, as one blob. */
export function writeBoxes(slots: readonly Slot[]): Buffer {
  return Buffer.from(
    JSON.stringify(slots.map(({ member, box }) => ({ member, box: toBase64url(box) }))),
  )
}

export function readBoxes(blob: Uint8Array): Slot[] {
  const stored = boxes.parse(JSON.parse(Buffer.from(blob).toString()))
  return stored.map(({ member, box }) => ({ member, box: fromBase64url(box) }))
}
