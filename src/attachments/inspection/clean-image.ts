import sharp, { type Sharp } from 'sharp'
import { isImageTooLarge, STORED_IMAGE_SIDE, type AttachmentProblem } from '../attachment-rules.ts'
import { takingTurns } from './taking-turns.ts'

export interface CleanedImage {
  mediaType: string
  width: number
  height: number
}

/** Decoding takes a thread of the four that also serve the disk: two at once leave room for others. */
const oneOfTwo = takingTurns(2)

/** The largest picture that is let in takes ten seconds on a small machine. */
const PATIENCE_SECONDS = 60

// no picture is read twice
sharp.cache(false)

/** A moving GIF keeps its first picture, and only PNG keeps that without loss. */
const storedAs: Readonly<Record<string, string>> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/webp': 'image/webp',
  'image/gif': 'image/png',
}

/**
 * Draws the picture anew, upright and no larger than needed: place, camera, author and whatever
 * else was hidden in the file are left behind.
 */
export async function cleanImage(
  from: string,
  to: string,
  mediaType: string,
): Promise<CleanedImage | AttachmentProblem> {
  const { width, height, format } = await readHeader(from)
  if (!width || !height || `image/${format}` !== mediaType) return 'attachment_damaged'
  if (isImageTooLarge(width, height)) return 'attachment_image_too_large'
  return oneOfTwo(() => redraw(from, to, storedAs[mediaType]!))
}

/** Opened without a limit so that a huge picture is told apart from a damaged one; decodes nothing. */
async function readHeader(path: string) {
  return sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => ({ width: 0, height: 0, format: undefined }))
}

async function redraw(from: string, to: string, mediaType: string) {
  const picture = sharp(from, { failOn: 'error', sequentialRead: true })
    .timeout({ seconds: PATIENCE_SECONDS })
    .autoOrient()
    .resize(STORED_IMAGE_SIDE, STORED_IMAGE_SIDE, { fit: 'inside', withoutEnlargement: true })
  return encode(picture, mediaType)
    .toFile(to)
    .then(({ width, height }): CleanedImage => ({ mediaType, width, height }))
    .catch(asDamaged)
}

function encode(picture: Sharp, mediaType: string): Sharp {
  if (mediaType === 'image/jpeg') return picture.jpeg({ quality: 88 })
  if (mediaType === 'image/webp') return picture.webp({ quality: 88 })
  return picture.png()
}

/** What the decoder cannot read is a damaged picture; a full disk is not. */
function asDamaged(error: unknown): AttachmentProblem {
  if (error instanceof Error && /ENOSPC|unable to (open|write)|No space/i.test(error.message)) {
    throw error
  }
  return 'attachment_damaged'
}
