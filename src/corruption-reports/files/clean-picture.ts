import sharp from 'sharp'
import type { PlainFile } from './plain-file.ts'

const PATIENCE_SECONDS = 30
const MOST_PIXELS = 60_000_000

/**
 * A photograph is drawn anew, so that place, device and hour stay behind; null when it cannot be read.
 * What is no photograph passes as it is: the page warned of what it may carry.
 */
export async function cleanPicture(file: PlainFile): Promise<PlainFile | null> {
  const format = await formatOf(file.content)
  if (format === null) return file.type.startsWith('image/') ? null : file
  try {
    const picture = sharp(file.content, { failOn: 'error', limitInputPixels: MOST_PIXELS })
      .timeout({ seconds: PATIENCE_SECONDS })
      .autoOrient()
    const drawn = format === 'jpeg' ? picture.jpeg({ quality: 88 }) : picture.toFormat(format)
    return { ...file, type: `image/${format}`, content: await drawn.toBuffer() }
  } catch {
    // what its own decoder refuses is no picture: it is left out, and the receipt says so
    return null
  }
}

async function formatOf(content: Buffer): Promise<'jpeg' | 'png' | 'webp' | null> {
  const { format } = await sharp(content)
    .metadata()
    .catch(() => ({ format: undefined }))
  return format === 'jpeg' || format === 'png' || format === 'webp' ? format : null
}
