/** What is printed: for a wall, for a counter, for a door or a window pane. */
export const SIZES = ['a4', 'a5', 'sticker'] as const
export type Size = (typeof SIZES)[number]

/** Points in a millimetre. */
export const MM = 72 / 25.4

/** Width and height in points. */
export const PAPER: Readonly<Record<Size, readonly [number, number]>> = {
  a4: [595.28, 841.89],
  a5: [419.53, 595.28],
  sticker: [70 * MM, 70 * MM],
}
