import { createHmac } from 'node:crypto'
import type { PhotoPlace } from './read-exif.ts'

/** Sides of about 200 metres: a telephone indoors errs by a good part of that. */
const SQUARES_PER_DEGREE = 500

/** The own square first, then the eight around it, each as a keyed hash that leads back to no place. */
export function placeMarks(place: PhotoPlace | null, key: Buffer): Buffer[] {
  if (!place) return []
  const row = Math.floor(place.latitude * SQUARES_PER_DEGREE)
  const column = Math.floor(place.longitude * SQUARES_PER_DEGREE)
  const around = [0, -1, 1]
  return around.flatMap((down) =>
    around.map((right) =>
      createHmac('sha256', key)
        .update(`${row + down},${column + right}`)
        .digest(),
    ),
  )
}

/** Null: one of them does not say where it was taken. */
export function areNear(some: readonly Buffer[], others: readonly Buffer[]): boolean | null {
  const [own] = some
  if (!own || others.length === 0) return null
  return others.some((mark) => mark.equals(own))
}
