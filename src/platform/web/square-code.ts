import { create } from 'qrcode'

/** A QR code as the path of an SVG whose view box is `0 0 size size`; the quiet zone is within. */
export function squareCode(text: string): { size: number; path: string } {
  const quiet = 4
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const cells = Array.from({ length: modules.size ** 2 }, (_, at) => ({
    x: (at % modules.size) + quiet,
    y: Math.floor(at / modules.size) + quiet,
    dark: modules.data[at] === 1,
  }))
  const path = cells
    .filter(({ dark }) => dark)
    .map(({ x, y }) => `M${x} ${y}h1v1h-1z`)
    .join('')
  return { size: modules.size + 2 * quiet, path }
}
