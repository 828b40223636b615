const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp'])
/** More than this, small devices cannot draw. */
const MOST_PIXELS = 16_000_000
const QUALITY = 0.88

export function isPicture(file: File): boolean {
  return PICTURES.has(file.type)
}

/** Draws the picture anew: place, device and hour stay behind. Null where it cannot be drawn. */
export async function cleanPicture(file: File): Promise<Blob | null> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (picture.width * picture.height)))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    return await new Promise((resolve) => canvas.toBlob(resolve, file.type, QUALITY))
  } catch {
    // what the browser cannot draw it cannot clean: it is not sent
    return null
  }
}
