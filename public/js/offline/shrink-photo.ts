export interface Photo {
  name: string
  /** A JPEG drawn anew where it was taken: place, device and hour stay behind. */
  bytes: Uint8Array
  small: HTMLCanvasElement
}

const LONGEST_SIDE = 1_600
const LONGEST_SMALL_SIDE = 240
const QUALITIES = [0.82, 0.65, 0.45]

/**
 * Draws the photo anew, smaller: place, device and hour stay behind. Only bytes and a drawing are kept, in
 * the page; no address by which it could be read later. Null where it cannot be read or made small enough.
 */
export async function shrinkPhoto(
  file: File,
  name: string,
  mostBytes: number,
): Promise<Photo | null> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(
    () => null,
  )
  if (!picture) return null
  const canvas = drawWithin(picture, LONGEST_SIDE)
  const small = drawWithin(picture, LONGEST_SMALL_SIDE)
  picture.close()
  for (const quality of QUALITIES) {
    const blob = await new Promise<Blob | null>((done) =>
      canvas.toBlob(done, 'image/jpeg', quality),
    )
    if (blob && blob.size <= mostBytes) {
      canvas.width = 0
      return { name, bytes: new Uint8Array(await blob.arrayBuffer()), small }
    }
  }
  return null
}

function drawWithin(picture: ImageBitmap, side: number): HTMLCanvasElement {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d')
  if (context) {
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  }
  return canvas
}
