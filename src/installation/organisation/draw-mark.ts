import sharp from 'sharp'
import { Invalid } from '../../platform/errors.ts'

export const LARGEST_MARK = 500_000
const SIDE = 256
const MOST_PIXELS = 20_000_000
const FORMATS = new Set(['png', 'jpeg', 'svg'])

/**
 * Draws a mark anew as a small square PNG: a drawing in SVG can hold scripts and addresses, a photograph where it
 * was taken. Of either nothing is left.
 */
export async function drawMark(bytes: Buffer): Promise<Buffer> {
  if (bytes.length > LARGEST_MARK) throw refused('mark_too_big')
  if (hasOwnEntities(bytes)) throw refused('not_a_mark')
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', density: 144 })
    const { format } = await picture.metadata()
    if (!FORMATS.has(format)) throw refused('not_a_mark')
    return await picture
      .timeout({ seconds: 10 })
      .autoOrient()
      .resize(SIDE, SIDE, { fit: 'contain', background: { r: 255, g: 255, b: 255, alpha: 0 } })
      .png()
      .toBuffer()
  } catch (error) {
    if (error instanceof Invalid) throw error
    throw refused('not_a_mark')
  }
}

/** Of which a short drawing grows without end. */
function hasOwnEntities(bytes: Buffer): boolean {
  return /<!(DOCTYPE[^>]*\[|ENTITY)/i.test(bytes.toString('latin1'))
}

function refused(code: 'mark_too_big' | 'not_a_mark'): Invalid {
  return new Invalid([{ field: 'mark', code, text: `organisation.problems.${code}` }])
}
