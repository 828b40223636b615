import { create } from 'qrcode'

/** The light border without which a reader does not find the code, in modules. */
export const QUIET = 4

/** How much of a code may be lost: a quarter (Q) on a wall, more (H) where it gets scratched. */
export type Correction = 'M' | 'Q' | 'H'

/** The modules of a QR code, without its quiet zone. */
export function squareModules(text: string, correction: Correction) {
  const { modules } = create(text, { errorCorrectionLevel: correction })
  const { size, data } = modules
  const isDark = (x: number, y: number) => data[y * size + x] === 1
  return { size, isDark }
}

/** A QR code as the path of an SVG whose view box is `0 0 size size`; the quiet zone is within. */
export function squareCode(text: string): { size: number; path: string } {
  const { size, isDark } = squareModules(text, 'M')
  const cells = Array.from({ length: size ** 2 }, (_, at) => ({
    x: at % size,
    y: Math.floor(at / size),
  }))
  const path = cells
    .filter(({ x, y }) => isDark(x, y))
    .map(({ x, y }) => `M${x + QUIET} ${y + QUIET}h1v1h-1z`)
    .join('')
  return { size: size + 2 * QUIET, path }
}
